import { unreadBy, type Connection } from './outbox.ts';
import { Pace, type Rate } from './pace.ts';
import type { RoomServer } from './roomSocket.ts';

/** So many answers left unread are a reader who means harm: news alone never gets there (outbox). */
const mostUnread = 1024;

/** Cuts a connection that sends without measure, before what it sends is looked at, or takes no answer. */
export function cutFloods(io: RoomServer, most: Rate): void {
  io.engine.on('connection', (connection: Connection & { close(discard: boolean): void }) => {
    const pace = new Pace(most);
    connection.on('packet', () => {
      if (!pace.take() || unreadBy(connection) > mostUnread) connection.close(true);
    });
  });
}
