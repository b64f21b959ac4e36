import { io } from 'socket.io-client';
import { protocolVersion, type Handshake } from '#shared/protocol/messages.ts';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { newSecret } from '#server/secrets.ts';

/** Tries a handshake with just these words. The word it is refused with; null when it is let in. */
export function knock(
  origin: string,
  auth: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<string | null> {
  const socket = io(origin, {
    auth: { ...auth },
    transports: ['websocket'],
    extraHeaders: { origin, ...headers },
    forceNew: true,
    reconnection: false,
  });
  return new Promise<string | null>((resolve) => {
    socket.once('connect', () => resolve(null));
    socket.once('connect_error', (error: Error & { data?: { why?: string } }) =>
      resolve(error.data?.why ?? error.message),
    );
  }).finally(() => socket.disconnect());
}

/** What a participant's page with the right link says; a new device each time. */
export const rightWords = ({ room, links }: OpenedRoom): Handshake => ({
  protocol: protocolVersion,
  room,
  page: 'participant',
  link: secretOf(links.join),
  device: newSecret(),
});

export const secretOf = (link: string): string => link.slice(link.indexOf('#') + 1);
