import { expect, it } from 'vitest';
import { hostileWords } from './hostileWords.ts';
import { plainText } from './plainText.ts';

it('leaves words of any language, tabs and emoji as they are', () => {
  const words = 'Zoë\t– שלום – مرحبا – 你好 – 👩‍🏫 🏴󠁧󠁢󠁥󠁮󠁧󠁿';
  expect(plainText(words)).toBe(words);
});

it('makes every end of a line the same', () => {
  expect(plainText('a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh')).toBe('a\nb\nc\nd\ne\nf\ng\nh');
});

it('takes out what is no character, and what would reorder the words after it', () => {
  expect(plainText(hostileWords.control)).toBe('abc[31m\nd\ne');
  expect(plainText(hostileWords.direction)).toBe('safegnp.exe\u200F');
  expect(plainText(hostileWords.surrogate)).toBe('half \uFFFD and \uFFFD, whole 😀');
});
