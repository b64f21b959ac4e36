import { describe, expect, test } from 'vitest';
import { instant } from '#shared/time.ts';
import { ClockOffset, type Reading } from './clockOffset.ts';

/** A device whose wall clock is `ahead` of store time; both at `at` milliseconds of steady time. */
const device =
  (ahead: number) =>
  (at: number): Reading => ({ wall: 1_000_000 + at + ahead, steady: at });
const store = (at: number) => instant(1_000_000 + at);

describe('store time on a device', () => {
  test('is right at once from what the server says in passing, however wrong the device’s clock is', () => {
    const offset = new ClockOffset();
    const read = device(180_000);
    offset.guess(store(500), 1, read(500));
    expect(offset.at(read(500).wall)).toBe(store(500));
  });

  test('trusts the quickest round trip', () => {
    const offset = new ClockOffset();
    const read = device(-7_000);
    offset.sample(store(900), read(0), read(1_000));
    offset.sample(store(2_010), read(2_000), read(2_020));
    offset.sample(store(3_800), read(3_000), read(4_000));
    expect(offset.at(read(5_000).wall)).toBe(store(5_000));
  });

  test('drops a round trip during which the clock was set', () => {
    const offset = new ClockOffset();
    const before = device(0);
    const after = device(-60_000);
    offset.sample(store(10), before(0), before(20));
    offset.sample(store(110), before(100), after(120));
    expect(offset.at(before(200).wall)).toBe(store(200));
  });

  test('after a step forgets older round trips, quick as they were, with the next one measured', () => {
    const offset = new ClockOffset();
    offset.sample(store(1), device(0)(0), device(0)(2));
    offset.startOver();
    const read = device(-60_000);
    offset.sample(store(1_050), read(1_000), read(1_100));
    expect(offset.at(read(1_100).wall)).toBe(store(1_100));
  });

  test('a guess does not replace what was measured', () => {
    const offset = new ClockOffset();
    const read = device(0);
    offset.sample(store(5), read(0), read(10));
    offset.guess(store(900), 1, read(1_000));
    expect(offset.at(read(2_000).wall)).toBe(store(2_000));
  });

  test('goes as fast as the store does, in a demo', () => {
    const fast = (at: number) => instant(1_000_000 + at * 30);
    const offset = new ClockOffset();
    const read = device(-7_000);
    offset.guess(fast(0), 30, read(0));
    expect(offset.at(read(1_000).wall)).toBe(fast(1_000));
    offset.sample(fast(2_010), read(2_000), read(2_020));
    expect(offset.at(read(3_000).wall)).toBe(fast(3_000));
  });
});
