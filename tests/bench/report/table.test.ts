import { expect, test } from 'vitest';
import { spread, table } from './table.ts';

test('several runs show how far they lie apart', () => {
  expect(spread([3, 1, 2.26], 1)).toBe('2.3 (1.0–3.0)');
  expect(spread([3], 0)).toBe('3');
});

test('columns stand below each other', () => {
  expect(
    table(
      ['what', 'ms'],
      [
        ['a', '1'],
        ['longer', '1000'],
      ],
    ),
  ).toBe(['| what   |   ms |', '| ------ | ---: |', '| a      |    1 |', '| longer | 1000 |'].join('\n'));
});
