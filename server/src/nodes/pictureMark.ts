import type { PersonId, RunId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';

/**
 * Which picture a room's walls show, as nodes tell each other: enough to know which is the latest and
 * whether it is over, and nothing that would find it.
 */
export interface PictureMark {
  /** When it was shown, in store time; later than any that was shown before it. */
  readonly at: Instant;
  readonly person: PersonId;
  readonly run: RunId;
  /** A hash of the picture's id; null once it is over. */
  readonly label: string | null;
}

/** The later one counts; of one picture, that it is over. Of two at one moment, any, but everywhere the same. */
export function isNewer(one: PictureMark, than: PictureMark | null): boolean {
  if (than === null || one.at !== than.at) return than === null || one.at > than.at;
  return than.label !== null && (one.label === null || one.label > than.label);
}
