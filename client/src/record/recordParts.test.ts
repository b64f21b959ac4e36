import { expect, it } from 'vitest';
import { recordOf } from './hostileRecord.ts';
import { partSizes, recordParts, withoutParts } from './recordParts.ts';

it.each(recordParts)('leaves out %s, and nothing else', (part) => {
  const record = recordOf('Words');
  expect(partSizes(withoutParts(record, [part]))).toEqual({ ...partSizes(record), [part]: 0 });
  expect(partSizes(record)[part]).toBeGreaterThan(0);
});
