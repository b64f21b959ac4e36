import { expect, test } from 'vitest';
import { median, percentile } from './statistics.ts';

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

test('percentiles are values that were measured', () => {
  expect([50, 95, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([50, 95, 99, 100]);
  expect(percentile([3], 99)).toBe(3);
  expect(percentile([10, 9], 99)).toBe(10);
  expect(percentile([], 99)).toBe(0);
});

test('the median is the middle, by number and not by text', () => {
  expect(median([10, 9, 100])).toBe(10);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});
