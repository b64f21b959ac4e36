import { expect, it } from 'vitest';
import { wishAnswer, type WishMoment } from './wishAnswer.ts';

const moment = (change: Partial<WishMoment> = {}): WishMoment => ({
  run: 'r',
  length: 10,
  wished: false,
  ...change,
});

it('says that the wish is on its way, and then what came of it', () => {
  expect(wishAnswer(null, moment(), moment({ wished: true }))).toBe('asked');
  expect(wishAnswer('asked', moment({ wished: true }), moment({ length: 11 }))).toBe('added');
  expect(wishAnswer('asked', moment({ wished: true }), moment())).toBe('declined');
});

it('keeps the answer for the rest of the part, and no longer', () => {
  expect(wishAnswer('declined', moment(), moment({ length: 9 }))).toBe('declined');
  expect(wishAnswer('declined', moment(), moment({ run: 'next' }))).toBeNull();
  expect(wishAnswer('asked', moment({ wished: true }), moment({ run: 'next' }))).toBeNull();
});
