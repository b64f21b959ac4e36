import { isCoachee } from '#shared/room/permissions.ts';
import type { PersonId } from '#shared/ids.ts';
import type { HeldRoom } from '../rooms/heldRoom.ts';
import type { RoomSocket } from './roomSocket.ts';

/** Tells a page what of it is for it: walls and the coachee who shows it learn where the picture is. */
export function tellArtifact(socket: RoomSocket, { artifact, live }: HeldRoom, person?: PersonId): void {
  const { seat } = socket.data.admitted;
  const concerns = seat.power === 'wall' || isCoachee(live.state, seat.person) || seat.person === person;
  if (!concerns) return;
  const { shown } = artifact;
  const sees = shown !== null && (seat.power === 'wall' || seat.person === shown.person);
  socket.emit('artifact', { id: sees ? shown.id : null });
}
