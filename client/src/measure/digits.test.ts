import { describe, expect, test } from 'vitest';
import { duration, instant, minutes, seconds } from '#shared/time.ts';
import { clockTime, digits, timeOfDay } from './digits.ts';

describe('a clock with seconds', () => {
  test('is rounded up while it counts down, so that 10:00 is seen and 0:00 is the end', () => {
    expect(clockTime(minutes(10))).toBe('10:00');
    expect(clockTime(duration(599_001))).toBe('10:00');
    expect(clockTime(seconds(440))).toBe('7:20');
    expect(clockTime(duration(1))).toBe('0:01');
    expect(clockTime(duration(0))).toBe('0:00');
  });

  test('rests at 0:00 while the end is said, and then counts extra time up', () => {
    for (const past of [1, 1_000, 4_999]) expect(clockTime(duration(-past))).toBe('0:00');
    expect(clockTime(seconds(-5))).toBe('+0:05');
    expect(clockTime(seconds(-80))).toBe('+1:20');
    expect(clockTime(duration(-80_999))).toBe('+1:20');
  });
});

describe('time as the room sees it', () => {
  const long = minutes(14);
  const short = minutes(4);

  test('is whole minutes in a long phase until the last two', () => {
    expect(digits(seconds(440), 'last', long)).toEqual({ text: '8', unit: 'min' });
    expect(digits(duration(120_001), 'last', long)).toEqual({ text: '3', unit: 'min' });
    expect(digits(minutes(2), 'last', long)).toEqual({ text: '2:00', unit: null });
    expect(digits(seconds(-40), 'last', long)).toEqual({ text: '+0:40', unit: null });
  });

  test('has seconds throughout a phase shorter than five minutes', () => {
    expect(digits(short, 'last', short)).toEqual({ text: '4:00', unit: null });
    expect(digits(minutes(5), 'last', minutes(5))).toEqual({ text: '5', unit: 'min' });
  });

  test('has seconds always, or never, when the wall was set so', () => {
    expect(digits(seconds(440), 'all', long)).toEqual({ text: '7:20', unit: null });
    expect(digits(seconds(107), 'never', long)).toEqual({ text: '2', unit: 'min' });
    expect(digits(seconds(1), 'never', short)).toEqual({ text: '1', unit: 'min' });
    expect(digits(seconds(-59), 'never', long)).toEqual({ text: '0', unit: 'min' });
    expect(digits(seconds(-80), 'never', long)).toEqual({ text: '+1', unit: 'min' });
  });
});

test('a time of day is read off this device’s clock, with 24 hours', () => {
  expect(timeOfDay(instant(new Date(2026, 2, 12, 16, 45, 59).getTime()))).toBe('16:45');
  expect(timeOfDay(instant(new Date(2026, 2, 12, 0, 5).getTime()))).toBe('00:05');
});
