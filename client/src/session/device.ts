import { deviceStorage } from './deviceStorage.ts';

/** 128 random bits in 22 characters. Works without HTTPS, where `crypto.randomUUID` is missing. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** By which this device is known again in a room: made once, kept until the room is forgotten. */
export function deviceSecret(room: string): string {
  const key = `fullturn.device.${room}`;
  const known = deviceStorage.read(key);
  if (known) return known;
  const made = newSecret();
  deviceStorage.write(key, made);
  return made;
}

/**
 * The secret of the link this page was opened with. It is taken out of the address bar, so that it is
 * not read over a shoulder or shared with a picture, and kept for reloads.
 */
export function linkSecret(page: string, room: string): string | null {
  const key = `fullturn.link.${page}.${room}`;
  const fragment = location.hash.slice(1);
  if (fragment) {
    deviceStorage.write(key, fragment);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return fragment || deviceStorage.read(key);
}

/** The secret a page of this room was opened with on this device, if any. */
export const linkOf = (page: string, room: string): string | null =>
  deviceStorage.read(`fullturn.link.${page}.${room}`);

/** Takes away what this device knows of a room that is no more. */
export function forgetRoom(room: string): void {
  for (const key of deviceStorage.keys())
    if (key.startsWith('fullturn.') && key.includes(room)) deviceStorage.remove(key);
}
