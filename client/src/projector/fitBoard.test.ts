import { expect, test } from 'vitest';
import { boardPages, pageNow, standsAlone } from './fitBoard.ts';

const words = (...texts: string[]) => texts.map((text, i) => ({ id: String(i), text }));
const line = 'x'.repeat(30);
const long = `${line} `.repeat(15).trim();

test('shows everything on one page where there is room', () => {
  const [page, ...more] = boardPages({ focus: line, words: words('a', 'b', `${line} ${line}`) }, 'm');
  expect(page?.shown.map(({ lines }) => lines)).toEqual([null, null, null]);
  expect(more).toEqual([]);
});

test('a full board has pages, the focus above each, and leaves out nothing', () => {
  const all = words(...'abcdefghijk');
  const pages = boardPages({ focus: `${line} ${line}`, words: all }, 'm');
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.toReversed().flatMap(({ shown }) => shown.map(({ id }) => id))).toEqual(
    all.map(({ id }) => id),
  );
  expect(pages[0]!.shown.at(-1)?.text, 'the newest is on the first').toBe('k');
  for (const page of pages) {
    expect(page.focus?.text).toBe(`${line} ${line}`);
    expect(page.shown.length + 2).toBeLessThanOrEqual(8);
    expect(page.shown.length).toBeGreaterThan(0);
    expect(page.more + page.shown.length).toBe(all.length);
  }
});

test('cuts a long focus and a long card, and the words beside it are on another page', () => {
  const pages = boardPages({ focus: long, words: words('a', long) }, 'm');
  expect(pages.map(({ shown }) => shown.map(({ id }) => id))).toEqual([['1'], ['0']]);
  expect(pages[0]?.focus?.lines).toBe(3);
  expect(pages[0]?.shown[0]?.lines).toBeGreaterThan(2);
  expect(pages[1]?.shown[0]?.lines).toBeNull();
});

test('a focus of three lines is whole', () => {
  expect(boardPages({ focus: `${line} ${line} ${line}`, words: [] }, 'm')[0]?.focus?.lines).toBeNull();
});

test('a longer focus is whole too, as long as it takes no place from the words', () => {
  const focus = Array<string>(5).fill(line).join(' ');
  const lines = (...texts: string[]) => boardPages({ focus, words: words(...texts) }, 'm')[0]?.focus?.lines;
  expect(lines()).toBeNull();
  expect(lines('a', 'b')).toBeNull();
  expect(lines(...'abcdef')).toBe(3);
});

test('counts lines as they break, between words', () => {
  const broken = 'a fifteen long thing of words that breaks as sensibly';
  const pages = boardPages({ focus: null, words: words(...Array<string>(7).fill(broken)) }, 'm');
  for (const { shown } of pages) expect(shown.length).toBeLessThanOrEqual(3);
});

test('counts wide scripts double', () => {
  expect(boardPages({ focus: '私'.repeat(80), words: words(long) }, 'm')[0]?.focus?.lines).toBe(3);
  expect(boardPages({ focus: 'é'.repeat(80), words: [] }, 'm')[0]?.focus?.lines).toBeNull();
});

test('is one empty page without words', () => {
  expect(boardPages({ focus: null, words: [] }, 'm')).toEqual([{ focus: null, shown: [], more: 0 }]);
});

test('keeps to the last page when there are fewer than was chosen', () => {
  expect(pageNow(3, 2)).toBe(1);
  expect(pageNow(0, 2)).toBe(0);
});

test('larger words for a far back row need more pages, smaller ones fewer, and none is lost', () => {
  const all = words(...Array.from({ length: 12 }, (_, i) => `${i} ${line} ${line}`));
  const at = (size: 's' | 'm' | 'l') => boardPages({ focus: line, words: all }, size);
  expect(at('l').length).toBeGreaterThan(at('m').length);
  expect(at('s').length).toBeLessThan(at('m').length);
  for (const size of ['s', 'l'] as const)
    expect(
      at(size)
        .toReversed()
        .flatMap(({ shown }) => shown.map(({ id }) => id)),
    ).toEqual(all.map(({ id }) => id));
});

test('a focus stands alone, and larger, until there are words or where it is long', () => {
  const first = (focus: string | null, ...texts: string[]) =>
    standsAlone(boardPages({ focus, words: words(...texts) }, 'm')[0]!, 'm');
  expect(first(`${line} ${line}`)).toBe(true);
  expect(first(`${line} ${line}`, 'a')).toBe(false);
  expect(first(Array<string>(5).fill(line).join(' '))).toBe(false);
  expect(first(null)).toBe(false);
});

test('below a tall head there is less, and nothing is lost', () => {
  const all = words(...Array.from({ length: 4 }, (_, i) => `${i} ${line} ${line}`));
  const under = (tallHead: boolean) =>
    boardPages({ focus: `${line} ${line} ${line}`, words: all }, 'm', tallHead);
  expect(under(false)[0]?.shown).toHaveLength(2);
  expect(under(true)[0]?.shown).toHaveLength(1);
  expect(under(true).flatMap(({ shown }) => shown)).toHaveLength(4);
});
