import type { Reading } from './readPage.ts';

/** Two would talk over each other; one that comes with its words is not heard. */
export const oneVoice = ({ voices }: Reading): string[] =>
  voices === 1 ? [] : [`${voices} places are read out`];
