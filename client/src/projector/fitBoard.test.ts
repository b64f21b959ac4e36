import { expect, test } from 'vitest';
import { fitBoard } from './fitBoard.ts';

const words = (...texts: string[]) => texts.map((text, i) => ({ id: String(i), text }));
const line = 'x'.repeat(32);
const long = line.repeat(15);

test('shows everything where there is room', () => {
  const { shown, more } = fitBoard({ focus: line, words: words('a', 'b', line + line, 'c') });
  expect(shown.map(({ lines }) => lines)).toEqual([null, null, null, null]);
  expect(more).toBe(0);
});

test('keeps the first and says how many more there are, within six lines', () => {
  const { shown, more } = fitBoard({ focus: line + line, words: words(...'abcdefgh') });
  expect(shown.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  expect(more).toBe(5);
});

test('cuts a long focus and a long card rather than leave one out', () => {
  const { focus, shown, more } = fitBoard({ focus: long, words: words(long, 'b', 'c') });
  expect(focus?.lines).toBe(3);
  expect(shown).toEqual([{ id: '0', text: long, lines: 2 }]);
  expect(more).toBe(2);
});

test('counts wide scripts double', () => {
  expect(fitBoard({ focus: '私'.repeat(80), words: [] }).focus?.lines).toBe(3);
  expect(fitBoard({ focus: 'é'.repeat(80), words: [] }).focus?.lines).toBeNull();
});

test('is empty without words', () => {
  expect(fitBoard({ focus: null, words: [] })).toEqual({ focus: null, shown: [], more: 0 });
});
