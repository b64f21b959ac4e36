import { between, duration, later, type Duration, type Instant } from '../time.ts';

/** Time of a phase or of a speaker. Deadlines are instants, so nothing has to be counted. */
export type Clock =
  | { readonly kind: 'untimed' }
  | { readonly kind: 'ready'; readonly left: Duration }
  | { readonly kind: 'running'; readonly endsAt: Instant }
  | { readonly kind: 'paused'; readonly left: Duration; readonly by: 'facilitator' | 'coachee' };

export const untimed: Clock = { kind: 'untimed' };

/** What is left at `now`; negative counts extra time. Null where there is no clock. */
export function timeLeft(clock: Clock, now: Instant): Duration | null {
  switch (clock.kind) {
    case 'untimed':
      return null;
    case 'running':
      return between(now, clock.endsAt);
    case 'ready':
    case 'paused':
      return clock.left;
  }
}

export const runFor = (left: Duration, now: Instant): Clock => ({
  kind: 'running',
  endsAt: later(now, left),
});

export function pauseClock(clock: Clock, now: Instant, by: 'facilitator' | 'coachee'): Clock {
  return clock.kind === 'running' ? { kind: 'paused', left: between(now, clock.endsAt), by } : clock;
}

/** Sets a resting or paused clock going; the others stay as they are. */
export function resumeClock(clock: Clock, now: Instant): Clock {
  return clock.kind === 'paused' || clock.kind === 'ready' ? runFor(clock.left, now) : clock;
}

/** Adds `by` (which may be negative) to what is left. */
export function addToClock(clock: Clock, by: Duration): Clock {
  switch (clock.kind) {
    case 'untimed':
      return clock;
    case 'running':
      return { kind: 'running', endsAt: later(clock.endsAt, by) };
    case 'ready':
    case 'paused':
      return { ...clock, left: duration(clock.left + by) };
  }
}
