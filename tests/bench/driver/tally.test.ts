import { expect, test } from 'vitest';
import { Tally } from './tally.ts';

const everyone = [0, 1, 2, 3, 4, 5, 6, 7];

test('a change has eight screens to reach, and each counts once', () => {
  const tally = new Tally(100);
  const change = tally.say();
  tally.answered(change, true);
  for (const person of [...everyone.slice(1), 7]) tally.told(change, person);
  tally.told(99, 0);
  expect(tally.complete).toBe(false);
  expect(tally.result).toMatchObject({ made: 1, refused: 0, delivered: 7, lost: 1 });
  tally.told(change, 0);
  expect(tally.complete).toBe(true);
  expect(tally.result).toMatchObject({ delivered: 8, lost: 0 });
});

test('what was refused, or never answered, is owed to nobody', () => {
  const tally = new Tally(0);
  tally.answered(tally.say(), false);
  tally.say();
  expect(tally.complete).toBe(true);
  expect(tally.result).toMatchObject({ made: 0, refused: 2, delivered: 0, lost: 0 });
});
