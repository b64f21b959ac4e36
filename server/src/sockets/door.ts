import type { Farewell, Waiting } from '#shared/protocol/messages.ts';
import { randomInt } from 'node:crypto';
import { seconds } from '#shared/time.ts';
import { schedule } from '../rooms/alarm.ts';
import type { HeldRoom } from '../rooms/heldRoom.ts';
import { newId } from '../secrets.ts';
import { sentOutSince, type Admitted } from './handshake.ts';
import type { RoomServer, RoomSocket } from './roomSocket.ts';
import { sendSnapshot } from './snapshot.ts';

const lookAgainAfter = seconds(1);

/** Who stands at a room's door. They are told of themselves, and nothing of the room. */
const doorOf = (held: HeldRoom): string => `door:${held.live.id}`;

export type Admit = (socket: RoomSocket) => Promise<Admitted | Farewell>;

/** Seats a page, or lets it stand at the door. */
export function seatOrWait(socket: RoomSocket, admitted: Admitted): void {
  const { held, visits } = admitted;
  socket.data.admitted = admitted;
  const sentOut = sentOutSince(admitted, socket.handshake.auth);
  if (sentOut) return sendAway(socket, sentOut);
  if (visits) {
    void socket.join(doorOf(held));
    held.presence.stand(socket.id);
    if (admitted.seat.power === 'wall' && admitted.seat.person === null) void knock(socket, admitted);
    else tellAtTheDoor(socket, waitingOf(admitted));
    return;
  }
  void socket.leave(doorOf(held));
  held.presence.seat(socket.id, admitted.seat);
  sendSnapshot(socket);
}

/** Only what is new: who waits would else count who comes and goes. */
function tellAtTheDoor(socket: RoomSocket, waiting: Waiting): void {
  const before = socket.data.waiting;
  if (before?.state === waiting.state && before.ended === waiting.ended) return;
  socket.data.waiting = waiting;
  socket.emit('waiting', waiting);
}

/** A wall does not type: it knocks by itself, with two words to be told by. */
async function knock(socket: RoomSocket, { held, secretHash }: Admitted): Promise<void> {
  if (!(await socket.data.mayKnock())) return sendAway(socket, 'too-many-tries');
  void held.live.submit({
    id: null,
    command: { type: 'knockOfWall', key: newId(), check: [randomInt(100), randomInt(100)] },
    actor: { kind: 'system' },
    secretHash,
    wallHash: null,
  });
}

function waitingOf({ held: { live }, seat, invited }: Admitted): Waiting {
  const nobody = { name: null, check: null, ended: live.state.endedAt !== null } as const;
  const link = invited === null ? undefined : live.sealed.link[invited];
  if (link) return { ...nobody, state: 'invited', name: link.name };
  const found = seat.person === null ? undefined : live.sealed.knock[seat.person];
  if (!found) return { ...nobody, state: 'unnamed' };
  return { ...nobody, state: found.state === 'turnedAway' ? 'turnedAway' : 'knocked', check: found.check };
}

/** Something about the door has changed: everyone who stands there is looked at anew. */
export function lookAtTheDoor(io: RoomServer, held: HeldRoom, admit: Admit): void {
  for (const id of io.of('/').adapter.rooms.get(doorOf(held)) ?? []) {
    const socket = io.of('/').sockets.get(id);
    if (socket) lookAt(socket, admit);
  }
}

function lookAt(socket: RoomSocket, admit: Admit): void {
  if (!socket.connected || !socket.data.admitted.visits) return;
  admit(socket).then(
    (admitted) => {
      if (!socket.connected || !socket.data.admitted.visits) return;
      if (typeof admitted === 'string') return sendAway(socket, admitted);
      // Whose knock is remembered no more begins anew, and does not knock again by standing there.
      if (socket.data.admitted.seat.person !== null && isNobody(admitted))
        return sendAway(socket, 'not-let-in');
      seatOrWait(socket, admitted);
    },
    // The store is away, and nobody stays at the door for that.
    () => schedule(lookAgainAfter, () => lookAt(socket, admit)),
  );
}

const isNobody = ({ seat, visits }: Admitted): boolean => visits && seat.person === null;

export function sendAway(socket: RoomSocket, why: Farewell): void {
  socket.emit('farewell', why);
  socket.disconnect();
}
