import { between, hours, later, seconds, type Duration, type Instant } from '../time.ts';
import { planAt } from './plan.ts';
import type { RoomState } from './state.ts';

/** A transition noticed later than this after it was due is not made by itself any more (D7). */
export const lateAfter = seconds(30);

/** A session that nobody ended ends this long after its plan is through (PRODUCT.md, section 9). */
const endsByItselfAfter = hours(2);

/** When the running phase's zero is to be noticed; it is, once. */
export function zeroDue({ run }: RoomState): Instant | null {
  return run && run.clock.kind === 'running' && run.zeroAt === null ? run.clock.endsAt : null;
}

/** When a session that is going on ends if nobody touches it any more. */
export const endsByItselfAt = (room: RoomState): Instant | null =>
  room.run && later(planAt(room, room.changedAt).endsAt, endsByItselfAfter);

/** When something is next due to happen by itself. A phase's zero never comes after its session's end. */
export const nextDeadline = (room: RoomState): Instant | null => zeroDue(room) ?? endsByItselfAt(room);

/**
 * How long a zero went unnoticed because nobody was connected or the server was down, when that is
 * worth giving back (D7). Null while the running phase has no such zero.
 */
export function missedTime({ run }: RoomState): Duration | null {
  if (run?.clock.kind !== 'running' || run.zeroAt === null) return null;
  // Begun again in extra time: its zero was noticed in an earlier run.
  if (run.zeroAt === run.startedAt) return null;
  const missed = between(run.clock.endsAt, run.zeroAt);
  return missed > lateAfter ? missed : null;
}
