import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const figures = join(import.meta.dirname, '../client/dist/.figures/pages.json');

/**
 * What the pages weigh that are built now, in packed kilobytes of a thousand bytes, to a tenth. Throws
 * when nothing is built.
 */
export function builtPages(): { readonly participantJsGzipKb: number; readonly wallJsGzipKb: number } {
  const { participant, wall } = JSON.parse(readFileSync(figures, 'utf8')) as Record<string, number>;
  const kilobytes = (bytes = NaN) => Math.round(bytes / 100) / 10;
  return { participantJsGzipKb: kilobytes(participant), wallJsGzipKb: kilobytes(wall) };
}
