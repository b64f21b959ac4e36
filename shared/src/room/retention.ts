import { hours, later, type Instant } from '../time.ts';
import { planAt } from './plan.ts';
import type { RoomState } from './state.ts';

/** A room that nobody has begun holds no words worth keeping; it waits this long for its meeting. */
const waitsToBegin = hours(7 * 24);
/** A session that nobody ended counts as ended this long after its plan is through (PRODUCT.md, section 9). */
const endsByItself = hours(2);

/** When the room is to be forgotten as things stand. Moves with the plan until the session has ended. */
export function forgetAt(room: RoomState): Instant {
  if (room.endedAt !== null) return later(room.endedAt, room.keptFor);
  if (room.run === null) return later(room.openedAt, waitsToBegin);
  return later(later(planAt(room, room.changedAt).endsAt, endsByItself), room.keptFor);
}
