import { hours, later, type Instant } from '../time.ts';
import { endsByItselfAt } from './deadlines.ts';
import type { RoomState } from './state.ts';

/** A room that nobody has begun holds no words worth keeping; it waits this long for its meeting. */
const waitsToBegin = hours(7 * 24);

/** When the room is to be forgotten as things stand. Moves with the plan until the session has ended. */
export function forgetAt(room: RoomState): Instant {
  const end = room.endedAt ?? endsByItselfAt(room);
  return end === null ? later(room.openedAt, waitsToBegin) : later(end, room.keptFor);
}
