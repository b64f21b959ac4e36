import { duration, minutes, sum, type Duration } from '../time.ts';
import type { Phase } from './phase.ts';

/** New minutes for some phases, as `setLengths` takes them. */
export interface NewLength {
  readonly phase: Phase['id'];
  readonly length: Duration;
}

/** What a phase can spare: the rest is its minimum. */
const spareOf = ({ length, minimum }: Phase): Duration => duration(Math.max(0, length - minimum));

/** Practice takes from questions, paraphrase and close (PRODUCT.md, section 4). */
const givesToPractice: readonly Phase['kind'][] = ['ask', 'echo', 'close'];
const usualPractice = minutes(8);

/**
 * Practice switched on, with its minutes taken from phases still to come: eight where they can be
 * spared, and never less than its minimum, which then makes the meeting longer. Null where there is
 * no practice that is off and ahead.
 */
export function practiceAdded(ahead: readonly Phase[]): NewLength[] | null {
  const practice = ahead.find((phase) => phase.repeats === 'runs' && phase.length === 0);
  if (!practice) return null;
  const givers = ahead.filter(
    ({ kind, turn }) => givesToPractice.includes(kind) && (turn ?? practice.turn) === practice.turn,
  );
  const taken = takeFrom(givers, usualPractice);
  const found = duration(
    sum(givers.map(({ length }) => length)) - sum(taken.map(({ length }) => length)) - rest(givers, taken),
  );
  return [{ phase: practice.id, length: duration(Math.max(practice.minimum, found)) }, ...taken];
}

/** Of the phases that give, those that gave nothing. */
const rest = (givers: readonly Phase[], taken: readonly NewLength[]): Duration =>
  sum(givers.filter(({ id }) => taken.every(({ phase }) => phase !== id)).map(({ length }) => length));

/** Silence and listening are the last to be shortened. */
const lastToGive = (phase: Phase): number =>
  phase.protected ? 2 : phase.floor === 'coachee' || phase.floor === 'nobody' ? 1 : 0;

/** Protect the turn: what a late meeting can win back from phases still to come, the coachee's own time last. */
export function caughtUp(ahead: readonly Phase[], late: Duration): NewLength[] {
  const givers = [...ahead].filter(({ length }) => length > 0).sort((a, b) => lastToGive(a) - lastToGive(b));
  const lengths: NewLength[] = [];
  let open = late;
  for (const rank of [0, 1, 2]) {
    const own = takeFrom(
      givers.filter((phase) => lastToGive(phase) === rank),
      open,
    );
    lengths.push(...own);
    open = duration(
      open -
        sum(own.map(({ phase, length }) => duration(givers.find(({ id }) => id === phase)!.length - length))),
    );
  }
  return lengths;
}

/** `wanted`, or as much as there is, each by what it can spare; odd minutes come from whoever still can most. */
function takeFrom(givers: readonly Phase[], wanted: Duration): NewLength[] {
  const all = sum(givers.map(spareOf));
  const found = Math.floor(Math.min(wanted, all) / minutes(1));
  const left = givers.map((phase) => {
    const share = all > 0 ? Math.floor((found * spareOf(phase)) / all) : 0;
    return { phase, taken: share };
  });
  const spare = ({ phase, taken }: (typeof left)[number]) => spareOf(phase) - minutes(taken);
  for (let odd = found - left.reduce((n, { taken }) => n + taken, 0); odd > 0; odd--)
    left.reduce((most, one) => (spare(one) > spare(most) ? one : most)).taken++;
  return left
    .filter(({ taken }) => taken > 0)
    .map(({ phase, taken }) => ({ phase: phase.id, length: duration(phase.length - minutes(taken)) }));
}
