import { reachesOut } from './boxes.ts';
import type { Reading } from './readPage.ts';

/** Read from 8 m at a picture one metre high, less than this share of its height is too small. */
const smallest = 0.06;
/** Projectors crop edges: words and codes keep this share of each side away from them. */
const margin = 0.05;
/** Half a pixel of rounding, and the little by which round letters reach out of their line. */
const tolerance = 3;

/** What a wall must be beyond other pages: large enough, and inside the margin. */
export function wallFaults({ width, height, lines, pictures }: Reading): string[] {
  const safe = {
    left: width * margin,
    top: height * margin,
    right: width * (1 - margin),
    bottom: height * (1 - margin),
  };
  const far = lines.filter(({ near }) => !near);
  const small = far.filter(({ size }) => size < height * smallest - 0.1);
  const outside = far.filter(({ ink }) => reachesOut(ink, safe) > tolerance);
  return [
    ...small.map(({ words, size }) => `${((100 * size) / height).toFixed(1)} % of the height: “${words}”`),
    ...outside.map(
      ({ words, ink }) => `${Math.round(reachesOut(ink, safe))} px outside the margin: “${words}”`,
    ),
    ...pictures
      .filter((picture) => reachesOut(picture, safe) > tolerance)
      .map(() => 'a picture outside the margin'),
  ];
}
