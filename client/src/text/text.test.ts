import { describe, expect, test } from 'vitest';
import { filled, t } from './text.ts';

const files = Object.entries(import.meta.glob<unknown>('./en/*.json', { eager: true, import: 'default' }));

const sentencesIn = (node: unknown): string[] =>
  typeof node === 'string' ? [node] : Object.values(node as object).flatMap(sentencesIn);

describe.each(files)('%s', (_, words) => {
  const sentences = sentencesIn(words);

  test('holds sentences and nothing else', () => {
    expect(sentences.filter((sentence) => sentence.trim() === '')).toEqual([]);
  });

  test('names its placeholders in braces that close', () => {
    const left = sentences.map((sentence) => sentence.replaceAll(/\{[a-z]\w*\}/gi, ''));
    expect(left.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });

  test('is set in typographic quotes', () => {
    expect(sentences.filter((sentence) => /["']|\.\.\./.test(sentence))).toEqual([]);
  });
});

describe('words', () => {
  test('are found by area and name', () => {
    expect(t('wall.silence')).toBe('Silence');
    expect(t('wall.answer.fits')).toBe('“That fits.”');
  });

  test('have their placeholders filled, each where it stands', () => {
    expect(t('wall.whose', { name: 'Amina' })).toBe('Amina’s turn');
    expect(filled('{n} of {of}, {n}', { n: 1, of: 2 })).toBe('1 of 2, 1');
  });

  test('take a name as it is, braces and all', () => {
    expect(filled('{name} speaks', { name: '{of} $1' })).toBe('{of} $1 speaks');
  });

  test('with a value missing are no sentence', () => {
    expect(() => t('wall.whose')).toThrow('{name}');
  });
});
