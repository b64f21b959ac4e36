import type { TimeRow } from './timeTable.ts';

/** Shares of the longest bar, 0 to 1. */
export interface TimeBar {
  readonly planned: number;
  /** What was used of the planned time. */
  readonly within: number;
  /** What came on top of it. */
  readonly extra: number;
}

/** All bars on one scale, so that lengths can be compared. */
export function timeBars(time: readonly TimeRow[]): TimeBar[] {
  const longest = Math.max(1, ...time.flatMap(({ planned, took }) => [planned, took ?? 0]));
  return time.map(({ planned, took }) => ({
    planned: planned / longest,
    within: Math.min(planned, took ?? 0) / longest,
    extra: Math.max(0, (took ?? 0) - planned) / longest,
  }));
}
