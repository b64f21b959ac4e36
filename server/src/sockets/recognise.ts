import { seconds } from '#shared/time.ts';
import type { PersonId } from '#shared/ids.ts';
import { schedule } from '../rooms/alarm.ts';
import type { EventStore } from '../store/eventStore.ts';
import { snapshotWhenRead } from './outbox.ts';
import type { RoomSocket } from './roomSocket.ts';

const lookAgainAfter = seconds(1);

/**
 * Seats a page that has no name yet as who its device, or its console's link, has become on another
 * page: that person's power is its own from then on, here and on every node.
 */
export function recognise(socket: RoomSocket, store: EventStore): void {
  if (!isUnnamed(socket)) return;
  const { held, secretHash } = socket.data.admitted;
  const known = held.live.personBy(secretHash!);
  if (known !== null) return seatAs(socket, known);
  store.grant(secretHash!).then(
    (grant) => {
      if (grant?.room === held.live.id && grant.person !== null) seatAs(socket, grant.person);
    },
    () => schedule(lookAgainAfter, () => recognise(socket, store)),
  );
}

/** This page is that person from now on, and is told what they may see. */
export function seatAs(socket: RoomSocket, person: PersonId): void {
  if (!isUnnamed(socket)) return;
  const { seat, held } = socket.data.admitted;
  socket.data.admitted = { ...socket.data.admitted, seat: { ...seat, person } };
  held.presence.seat(socket.id, socket.data.admitted.seat);
  snapshotWhenRead(socket);
}

/** Who stands at the door is looked at there; a wall has no name. */
function isUnnamed({ connected, data }: RoomSocket): boolean {
  const { seat, secretHash, visits } = data.admitted;
  return connected && seat.power !== 'wall' && seat.person === null && secretHash !== null && !visits;
}
