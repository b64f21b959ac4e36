import { afterwards } from './scenes/afterwards.ts';
import { arriving } from './scenes/arriving.ts';
import { closing } from './scenes/closing.ts';
import { listening } from './scenes/listening.ts';
import { opening } from './scenes/opening.ts';
import { paraphrase } from './scenes/paraphrase.ts';
import { practice } from './scenes/practice.ts';
import { questions } from './scenes/questions.ts';
import type { Scene } from './scene.ts';

/** One session from the start page to its forgetting, in order, and what may go otherwise. */
export const scenes: readonly Scene[] = [
  ...arriving,
  ...opening,
  ...listening,
  ...paraphrase,
  ...questions,
  ...practice,
  ...closing,
  ...afterwards,
];
