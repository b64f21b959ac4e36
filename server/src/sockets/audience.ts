import { mayOpen } from '#shared/room/sealed.ts';
import type { Audience } from '../rooms/heldRoom.ts';
import type { Advance } from '../rooms/liveRoom.ts';
import { holdIfSlow, snapshotWhenRead } from './outbox.ts';
import type { RoomServer, RoomSocket } from './roomSocket.ts';

/** Tells the pages of a room what its log did: one frame for all, and sealed entries to those who may open them. */
export function audienceOf(io: RoomServer): Audience {
  const inRoom = (room: string): RoomSocket[] =>
    [...(io.of('/').adapter.rooms.get(room) ?? [])].flatMap((id) => io.of('/').sockets.get(id) ?? []);

  return {
    advanced(room: string, { version, events, entries, sealedBefore, reset }: Advance) {
      const pages = inRoom(room).filter((socket) => !holdIfSlow(socket));
      if (reset) return pages.forEach(snapshotWhenRead);
      if (events.length > 0) io.to(room).emit('frame', { version, events });
      if (entries.length === 0) return;
      for (const socket of pages) {
        const { seat } = socket.data.admitted;
        const reader = { person: seat.person, facilitator: seat.power === 'facilitator' };
        const opened = entries.filter((entry) => mayOpen(entry, sealedBefore, reader));
        if (opened.length > 0) socket.emit('box', opened);
      }
    },
    presence: (room, presence) => io.to(room).emit('presence', presence),
    farewell(room, why) {
      io.to(room).emit('farewell', why);
      io.in(room).disconnectSockets();
    },
  };
}
