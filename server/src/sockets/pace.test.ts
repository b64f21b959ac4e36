import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { seconds } from '#shared/time.ts';
import { Pace } from './pace.ts';
import { usualPaces } from './paces.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** How many more go through at this moment. */
function goThrough(pace: Pace): number {
  let count = 0;
  while (pace.take()) count += 1;
  return count;
}

it('lets so many through at once, and so many a second from then on', () => {
  const pace = new Pace(usualPaces.commands);
  expect(goThrough(pace)).toBe(40);
  vi.advanceTimersByTime(seconds(1));
  expect(goThrough(pace)).toBe(5);
  vi.advanceTimersByTime(seconds(0.1));
  expect(goThrough(pace)).toBe(0);
  vi.advanceTimersByTime(seconds(0.1));
  expect(goThrough(pace)).toBe(1);
});

it('saves no more than go through at once', () => {
  const pace = new Pace(usualPaces.commands);
  goThrough(pace);
  vi.advanceTimersByTime(seconds(3600));
  expect(goThrough(pace)).toBe(40);
});
