import { reachesOut } from './boxes.ts';
import type { Reading } from './readPage.ts';

/** Letters are measured a little generously. */
const tolerance = 2;

/** Words of which a part does not show, or that end in an ellipsis without a title that says them whole. */
export const cutWords = ({ lines, shortened }: Reading): string[] => [
  ...lines
    .filter(({ ink, window, titled }) => !titled && reachesOut(ink, window) > tolerance)
    .map(({ words }) => `cut: “${words}”`),
  ...shortened.map((words) => `shortened: “${words}”`),
];
