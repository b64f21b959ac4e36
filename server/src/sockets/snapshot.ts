import { openedFor } from '#shared/room/sealed.ts';
import type { RoomSocket } from './roomSocket.ts';

/** Joining the broadcasts and the snapshot are one step, so nothing falls between. */
export function sendSnapshot(socket: RoomSocket): void {
  const { held, seat } = socket.data.admitted;
  const { live } = held;
  void socket.join(live.id);
  socket.emit('snapshot', {
    version: live.version,
    state: live.state,
    sealed: openedFor(live.sealed, { person: seat.person, facilitator: seat.power === 'facilitator' }),
    seat,
    presence: held.presence.now,
    now: held.now(),
  });
}
