import type { Box } from './readPage.ts';

/** How far two boxes lie in each other, in pixels, on the axis where it is less; 0 or less when they do not. */
export const overlapOf = (a: Box, b: Box): number =>
  Math.min(
    Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  );

/** How far a box reaches out of another, in pixels, on the side where it is most. */
export const reachesOut = (box: Box, of: Box): number =>
  Math.max(of.left - box.left, of.top - box.top, box.right - of.right, box.bottom - of.bottom);
