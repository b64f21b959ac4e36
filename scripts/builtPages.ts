import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const figures = join(import.meta.dirname, '../client/dist/.figures/pages.json');

interface Figures {
  readonly first: number;
  readonly whole: number;
}

interface BuiltPages {
  /** Until the page stands. */
  readonly participantJsGzipKb: number;
  readonly wallJsGzipKb: number;
  /** In a whole session. */
  readonly participantWholeJsGzipKb: number;
  readonly wallWholeJsGzipKb: number;
}

/**
 * What the pages weigh that are built now, in packed kilobytes of a thousand bytes, to a tenth. Throws
 * when nothing is built.
 */
export function builtPages(): BuiltPages {
  const { participant, wall } = JSON.parse(readFileSync(figures, 'utf8')) as Record<string, Figures>;
  const kilobytes = (bytes = NaN) => Math.round(bytes / 100) / 10;
  return {
    participantJsGzipKb: kilobytes(participant?.first),
    wallJsGzipKb: kilobytes(wall?.first),
    participantWholeJsGzipKb: kilobytes(participant?.whole),
    wallWholeJsGzipKb: kilobytes(wall?.whole),
  };
}
