import type { Reading } from './readPage.ts';

/** A page that has to be scrolled sideways, or words that lie beside it. */
export const sideways = ({ width, reach, lines }: Reading): string[] => [
  ...(reach > width ? [`the page is ${reach} px wide in a window of ${width} px`] : []),
  ...lines
    .filter(({ ink, window }) => Math.min(ink.right, window.right) > width + 1 || ink.left < -1)
    .map(({ words }) => `beside the page: “${words}”`),
];
