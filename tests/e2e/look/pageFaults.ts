import { coveredWords } from './coveredWords.ts';
import { cutWords } from './cutWords.ts';
import { oneVoice } from './oneVoice.ts';
import type { Reading } from './readPage.ts';
import { sideways } from './sideways.ts';
import type { Kind } from './sizes.ts';
import { smallTargets } from './smallTargets.ts';
import { unevenDigits } from './unevenDigits.ts';
import { wallFaults } from './wallFaults.ts';

/** What is wrong with a page as it is drawn, in sentences; nothing when all is well. */
export const pageFaults = (page: Reading, kind: Kind): string[] => [
  ...cutWords(page),
  ...coveredWords(page),
  ...sideways(page),
  ...unevenDigits(page),
  ...oneVoice(page),
  ...(kind === 'wall' ? wallFaults(page) : smallTargets(page)),
];
