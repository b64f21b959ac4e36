import type { Sheets } from './readSheets.ts';

/** Printers have black, and paper is white; what belongs together stays on one sheet. */
export const paperFaults = ({ inks, grounds, dark, torn }: Sheets): string[] => [
  ...inks
    .filter(([colour]) => colour !== 'rgb(0, 0, 0)')
    .map(([colour, words]) => `${colour} on paper: “${words}”`),
  ...grounds.filter((colour) => colour !== 'rgb(255, 255, 255)').map((colour) => `${colour} behind words`),
  ...(dark ? ['a dark sheet'] : []),
  ...torn,
];
