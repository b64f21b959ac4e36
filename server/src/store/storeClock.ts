import { instant, type Instant } from '#shared/time.ts';

export interface StoreClock {
  now(): Instant;
  /** How many seconds of store time pass in one second: 1 everywhere but in the demo. */
  readonly rate: number;
}

/**
 * Wall time read once, then carried on by the monotonic clock: it never goes back, and setting the
 * machine's clock does not move anybody's deadline. On systems whose monotonic clock rests while the
 * machine sleeps, store time rests as well. A `rate` above 1 is for the demo alone.
 */
export function storeClock(rate = 1): StoreClock {
  const [wall, steady] = [Date.now(), performance.now()];
  return { rate, now: () => instant(Math.floor(wall + (performance.now() - steady) * rate)) };
}
