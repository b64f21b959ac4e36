import { describe, expect, test } from 'vitest';
import { caretAfter, codeIsWhole, groupedCode } from './joinByCode.ts';

describe('a code as it is typed', () => {
  test('is grouped 3 + 3 + 3, however it was typed or pasted', () => {
    expect(groupedCode('472')).toBe('472');
    expect(groupedCode('4729')).toBe('472 9');
    expect(groupedCode('472916358')).toBe('472 916 358');
    expect(groupedCode(' 472-916.358 ')).toBe('472 916 358');
  });

  test('never grows beyond nine digits', () => {
    expect(groupedCode('4729163580')).toBe('472 916 358');
  });

  test('keeps the caret behind the digit it was behind', () => {
    const typed = '4729163';
    expect([0, 1, 3, 4, 6, 7].map((caret) => caretAfter(typed.slice(0, caret)))).toEqual([0, 1, 3, 5, 7, 9]);
    expect(caretAfter('472 916 358 0')).toBe('472 916 358'.length);
  });

  test('is whole with nine digits and not before', () => {
    expect(codeIsWhole('472 916 35')).toBe(false);
    expect(codeIsWhole('472 916 358')).toBe(true);
  });
});
