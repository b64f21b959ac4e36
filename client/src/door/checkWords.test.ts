import { expect, test } from 'vitest';
import words from '../text/en/checkWords.json';
import { checkWords } from './checkWords.ts';

test('every number a wall can get has a word of its own, short and unlike the others', () => {
  expect(words).toHaveLength(100);
  expect(new Set(words.map((word) => word.slice(0, 4))).size, 'no two begin alike').toBe(100);
  expect(words.filter((word) => !/^[a-z]{4,7}$/.test(word))).toEqual([]);
});

test('both screens make the same two words of the same two numbers', () => {
  expect(checkWords([0, 99])).toEqual([words[0], words[99]]);
});
