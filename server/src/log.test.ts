import { expect, test } from 'vitest';
import { placeOf } from './log.ts';

test('where an error came from is told without what it says', () => {
  const error = new TypeError('Amina said\nthat the lesson\n  was hard');
  expect(placeOf(error)).toMatch(/^TypeError\n {4}at /);
  expect(placeOf(error)).not.toMatch(/Amina|lesson|hard/);
  for (const odd of ['Amina', { message: 'Amina' }, null, undefined]) expect(placeOf(odd)).toBe('unknown');
});
