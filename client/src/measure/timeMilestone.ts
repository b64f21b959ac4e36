import { timeLeft } from '#shared/room/clock.ts';
import type { RoomState } from '#shared/room/state.ts';
import { minutes, type Instant } from '#shared/time.ts';

/** What of the time is said aloud. Of a mark that a part is hardly longer than, nothing is. */
export type TimeMilestone = 'half' | 'two' | 'one' | 'zero';

/** The latest that was passed in the phase that runs; null before the first and without a clock. */
export function timeMilestone(room: RoomState, now: Instant): TimeMilestone | null {
  if (!room.run) return null;
  const { clock, length, zeroAt } = room.run;
  const left = timeLeft(clock, now);
  if (left === null) return null;
  if (zeroAt !== null || left <= 0) return 'zero';
  if (left <= minutes(1) && length > minutes(2)) return 'one';
  if (left <= minutes(2) && length > minutes(4)) return 'two';
  return left <= length / 2 && length >= minutes(6) ? 'half' : null;
}
