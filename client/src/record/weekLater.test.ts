import { expect, it } from 'vitest';
import { instant } from '#shared/time.ts';
import { weekLater } from './weekLater.ts';

it('is eight in the morning on the same day of next week, also across a month and a year', () => {
  expect(weekLater(instant(new Date(2026, 2, 12, 16, 45).getTime()))).toBe('2026-03-19T08:00');
  expect(weekLater(instant(new Date(2026, 11, 28, 23, 59).getTime()))).toBe('2027-01-04T08:00');
});
