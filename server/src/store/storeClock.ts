import { instant, type Instant } from '#shared/time.ts';

/**
 * Wall time read once, then carried on by the monotonic clock: it never goes back, and setting the
 * machine's clock does not move anybody's deadline. On systems whose monotonic clock rests while the
 * machine sleeps, store time rests as well.
 */
export function storeClock(): { now(): Instant } {
  const anchor = Date.now() - performance.now();
  return { now: () => instant(Math.floor(anchor + performance.now())) };
}
