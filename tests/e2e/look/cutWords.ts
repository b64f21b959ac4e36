import { reachesOut } from './boxes.ts';
import type { Reading } from './readPage.ts';

/** Letters are measured a little generously. */
const tolerance = 2;

/** Words of which a part does not show, is on the next line, or ends in an ellipsis that no title makes whole. */
export const cutWords = ({ lines, broken, shortened }: Reading): string[] => [
  ...lines
    .filter(({ ink, window, titled }) => !titled && reachesOut(ink, window) > tolerance)
    .map(({ words }) => `cut: “${words}”`),
  ...broken.map((word) => `broken: “${word}”`),
  ...shortened.map((words) => `shortened: “${words}”`),
];
