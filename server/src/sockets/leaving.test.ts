import { expect, test } from 'vitest';
import { seconds } from '#shared/time.ts';
import { spreadOf } from './leaving.ts';

test.each([
  [0, 1],
  [30, 1],
  [2_000, 4],
  [50_000, 20],
])('%i pages are asked to come back over %i s', (pages, within) => {
  expect(spreadOf(pages)).toBe(seconds(within));
});
