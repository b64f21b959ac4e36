import type { RoomId } from '#shared/ids.ts';
import type { RoomSocket } from './roomSocket.ts';

/** A page that has this many messages unread gets no more of them, but one snapshot when it can read. */
const mostUnread = 256;

/**
 * Takes a slow reader out of the room's broadcasts and lets `catchUp` send it a snapshot once its
 * buffer is empty. Returns whether it is slow.
 */
export function holdIfSlow(socket: RoomSocket, room: RoomId, catchUp: () => void): boolean {
  const { conn } = socket;
  // Engine.IO counts what waits here and offers no public way to read it.
  const unread = (conn as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;
  if (unread < mostUnread || !socket.rooms.has(room)) return false;
  void socket.leave(room);
  conn.once('drain', catchUp);
  return true;
}
