import {
  between,
  earliest,
  hours,
  later,
  latest,
  minutes,
  seconds,
  type Duration,
  type Instant,
} from '../time.ts';
import { planAt } from './plan.ts';
import type { RoomState } from './state.ts';

/** A transition noticed later than this after it was due is not made by itself any more (D7). */
export const lateAfter = seconds(30);

/** A session whose plan is through ends when nobody has been connected for this long. */
const endsWhenEmptyAfter = minutes(30);

/** A session that nobody ended ends this long after its plan is through (PRODUCT.md, section 9). */
const endsByItselfAfter = hours(2);

/** When the running phase's zero is to be noticed; it is, once. */
export function zeroDue({ run }: RoomState): Instant | null {
  return run && run.clock.kind === 'running' && run.zeroAt === null ? run.clock.endsAt : null;
}

/** When a session that is going on ends if nobody touches it any more. */
export function endsByItselfAt(room: RoomState): Instant | null {
  if (!room.run) return null;
  const { endsAt } = planAt(room, room.changedAt);
  const longAfter = later(endsAt, endsByItselfAfter);
  const empty = emptySince(room);
  return empty === null ? longAfter : earliest(longAfter, later(latest(empty, endsAt), endsWhenEmptyAfter));
}

/** Since when nobody has a device connected; null while somebody has. */
function emptySince({ people }: RoomState): Instant | null {
  const withDevice = people.filter(({ device }) => device);
  if (withDevice.length === 0 || withDevice.some(({ presence }) => presence === 'here')) return null;
  return withDevice.map(({ awaySince }) => awaySince).reduce((a, b) => latest(a!, b!));
}

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
