import { expect, it, test } from 'vitest';
import { WrongSetting } from '#server/config.ts';
import { parseWish } from '#server/rooms/openRoom.ts';
import { readOptions } from './options.ts';
import { wishFor } from './wish.ts';

it('is an hour in six minutes, unless something else is asked for', () => {
  expect(readOptions([])).toEqual({ speed: 10, minutes: 60, practice: false, keep: null });
  expect(readOptions(['--speed', '1.5', '--minutes=20', '--practice', '--keep', 'there'])).toEqual({
    speed: 1.5,
    minutes: 20,
    practice: true,
    keep: 'there',
  });
});

test.each([
  ['--speed', '0'],
  ['--speed', '61'],
  ['--speed', 'fast'],
  ['--speed', ''],
  ['--minutes', '19'],
  ['--minutes', '20.5'],
  ['--faster'],
])('%s %s is refused in a sentence', (...args) => {
  expect(() => readOptions(args)).toThrow(WrongSetting);
});

test.each([20, 22, 23, 60, 120])('practice finds its place in a meeting of %d minutes', (minutes) => {
  const parsed = parseWish(wishFor({ minutes, practice: true }));
  expect(parsed).toMatchObject({ wish: { people: 7 } });
  expect('wish' in parsed && parsed.wish.lengths?.[5]).toBeGreaterThanOrEqual(3);
});
