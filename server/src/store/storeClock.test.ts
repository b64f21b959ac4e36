import { afterEach, expect, it, vi } from 'vitest';
import { hours } from '#shared/time.ts';
import { storeClock } from './storeClock.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('starts at wall time', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_700_000_000_000 });
  expect(storeClock().now()).toBe(1_700_000_000_000);
});

it('goes on with the time that passes', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const clock = storeClock();
  const before = clock.now();
  vi.advanceTimersByTime(1500);
  expect(clock.now() - before).toBe(1500);
});

it('goes as many times as fast as it is told, from wall time on', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_700_000_000_000 });
  const clock = storeClock(30);
  expect(clock.now()).toBe(1_700_000_000_000);
  vi.advanceTimersByTime(1500);
  expect(clock.now() - 1_700_000_000_000).toBe(45_000);
});

it.each([hours(-1), hours(1)])('is not moved when the wall clock is set by %i ms', (step) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const clock = storeClock();
  const before = clock.now();
  vi.setSystemTime(Date.now() + step);
  const moved = clock.now() - before;
  expect(moved).toBeGreaterThanOrEqual(0);
  expect(moved).toBeLessThan(hours(1));
});
