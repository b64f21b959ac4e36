import type { Reading } from './readPage.ts';

/** Time that counts, as `7:20` or `+1:20`. Digits of unlike width would make it tremble. */
const counts = /(^|[^\d:])\+?\d{1,3}:\d\d($|[^\d:])/;

export const unevenDigits = ({ lines }: Reading): string[] =>
  lines
    .filter(({ words, tabular }) => counts.test(words) && !tabular)
    .map(({ words }) => `digits of unlike width: “${words}”`);
