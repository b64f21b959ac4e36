import type { RoomSocket } from './roomSocket.ts';
import { sendSnapshot } from './snapshot.ts';

/** A page that has this many messages unread gets no more of them, but one snapshot when it can read. */
const mostUnread = 256;

export type Connection = RoomSocket['conn'];

/** How many messages wait for a reader. Engine.IO counts them here and offers no public way to ask. */
export const unreadBy = (connection: Connection): number =>
  (connection as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;

/** Takes a slow reader out of the room's news until it has caught up. Returns whether it is slow. */
export function holdIfSlow(socket: RoomSocket): boolean {
  if (unreadBy(socket.conn) < mostUnread) return false;
  snapshotWhenRead(socket);
  return true;
}

/**
 * Tells a page the room anew, as soon as it has read what it was sent before. Until then it is sent
 * nothing, so that asking for snapshots without reading them heaps nothing up here.
 */
export function snapshotWhenRead(socket: RoomSocket): void {
  const { id } = socket.data.admitted.held.live;
  if (unreadBy(socket.conn) === 0) return sendSnapshot(socket);
  if (!socket.rooms.has(id)) return;
  void socket.leave(id);
  socket.conn.once('drain', () => {
    if (socket.connected) sendSnapshot(socket);
  });
}
