import { openedFor } from '#shared/room/sealed.ts';
import { tellArtifact } from './artifact.ts';
import { readerOf } from './reader.ts';
import type { RoomSocket } from './roomSocket.ts';

/** Joining the broadcasts and the snapshot are one step, so nothing falls between. */
export function sendSnapshot(socket: RoomSocket): void {
  const { held, seat, wallSecret } = socket.data.admitted;
  const { live } = held;
  const reader = readerOf(live.state, seat);
  void socket.join(live.id);
  tellArtifact(socket, held);
  socket.emit('snapshot', {
    version: live.version,
    state: live.state,
    sealed: openedFor(live.sealed, reader),
    seat,
    presence: held.presence.now,
    wall: reader.facilitator ? wallSecret : null,
    now: held.now(),
    rate: held.rate,
  });
}
