import { overlapOf } from './boxes.ts';
import type { Line, Reading } from './readPage.ts';

/** Letters that touch by a hair are read; in pixels. */
const tolerance = 2;

/** Words that lie on other words or on a picture. What floats, as a bar or a dialog, may cover what is below. */
export function coveredWords({ lines, pictures }: Reading): string[] {
  const found: string[] = [];
  lines.forEach((line, i) => {
    for (const other of lines.slice(i + 1))
      if (meets(line, other)) found.push(`“${line.words}” lies on “${other.words}”`);
    if (pictures.some((one) => one.layer === line.layer && overlapOf(line.seen, one) > tolerance))
      found.push(`“${line.words}” lies on a picture`);
  });
  return found;
}

const meets = (a: Line, b: Line): boolean =>
  a.text !== b.text && a.layer === b.layer && overlapOf(a.seen, b.seen) > tolerance;
