import type { RoomId } from '#shared/ids.ts';
import { deviceSecret } from './device.ts';

/**
 * Goes to the console with the device this page is known by: it opens for whoever has the facilitator's
 * role, for as long as they have it. Words being typed are kept by the device.
 */
export function openConsole(room: RoomId): void {
  location.assign(`/console/${room}#${deviceSecret(room)}`);
}
