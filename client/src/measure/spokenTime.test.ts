import { expect, test } from 'vitest';
import { duration, minutes, seconds } from '#shared/time.ts';
import { spokenMinutes, spokenTime } from './spokenTime.ts';

test('whole minutes count the one that has begun', () => {
  expect(spokenMinutes(seconds(440))).toBe('8 minutes');
  expect(spokenMinutes(minutes(1))).toBe('1 minute');
});

test('minutes and seconds are said as they are shown', () => {
  expect(spokenTime(duration(106_400))).toBe('1 minute 47 seconds');
  expect(spokenTime(minutes(2))).toBe('2 minutes');
  expect(spokenTime(seconds(1))).toBe('1 second');
});

test('extra time has no sign', () => {
  expect(spokenTime(duration(-40_900))).toBe('40 seconds');
});
