import { timeLeft, type Clock } from '#shared/room/clock.ts';
import { between, duration, type Duration, type Instant } from '#shared/time.ts';

export interface OwnTime {
  /** Negative counts extra time. */
  readonly left: Duration;
  /** How much of their own time is left, 0 to 1. */
  readonly share: number;
}

/**
 * A speaker's own time, or null where nobody has one. A clock that was paused has lost its length, so
 * the share is then of the `usual` time.
 */
export function ownTime(clock: Clock, since: Instant, usual: Duration, now: Instant): OwnTime | null {
  const left = timeLeft(clock, now);
  if (left === null) return null;
  const given = clock.kind === 'running' ? Math.min(usual, between(since, clock.endsAt)) : usual;
  return { left, share: Math.min(1, Math.max(0, duration(left) / given)) };
}
