import { describe, expect, test } from 'vitest';
import { mayChange, minutesUntil, plannedMinutes } from './plannedMinutes.ts';

describe('the plan on the start page', () => {
  test('60 minutes give the method as it is', () => {
    expect(plannedMinutes(60)).toEqual([5, 4, 14, 8, 14, 0, 9, 6]);
  });

  test('there is none outside 20 to 120 whole minutes', () => {
    expect([19, 121, 45.5, Number.NaN].map(plannedMinutes)).toEqual([null, null, null, null]);
  });

  test('a phase never goes below its minimum, nor the session beyond its span', () => {
    const shortest = plannedMinutes(20)!;
    expect(shortest.map((_, phase) => mayChange(shortest, phase, -1))).toEqual(Array(8).fill(false));
    expect(mayChange(shortest, 2, 1)).toBe(true);
    expect(mayChange(plannedMinutes(120)!, 2, 1)).toBe(false);
  });
});

describe('we end at', () => {
  const now = new Date(2026, 2, 12, 15, 45);

  test('counts the minutes until then, over midnight if need be', () => {
    expect(['16:45', '1645', ' 16.45 '].map((text) => minutesUntil(text, now))).toEqual([60, 60, 60]);
    expect(minutesUntil('15:44', now)).toBe(24 * 60 - 1);
  });

  test('what is no time of day is none', () => {
    expect(['', '25:00', '12:60', 'soon'].map((text) => minutesUntil(text, now))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
