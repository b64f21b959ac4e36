import { expect, it } from 'vitest';
import { threeStems } from './threeStems.ts';

it('shows three at a time and comes round again', () => {
  const stems = ['a', 'b', 'c', 'd', 'e'];
  expect(threeStems(stems, 0)).toEqual(['a', 'b', 'c']);
  expect(threeStems(stems, 1)).toEqual(['d', 'e', 'a']);
  expect(threeStems(stems, 5)).toEqual(['a', 'b', 'c']);
});

it('shows fewer than four as they are', () => {
  expect(threeStems(['a', 'b'], 3)).toEqual(['a', 'b']);
});
