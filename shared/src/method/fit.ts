import { minutes, sum, type Duration } from '../time.ts';
import type { Phase } from './phase.ts';

/** The span One full turn is made for (PRODUCT.md, section 4), in minutes. */
export const shortestSession = 20;
export const longestSession = 120;

const inMinutes = (length: Duration): number => Math.round(length / minutes(1));

/**
 * Fits phases to a meeting of `total` whole minutes. What is above the minimums is shared out in the
 * method's own proportions; odd minutes go where rounding took most. Null when the minimums do not fit.
 */
export function fitPhases(phases: readonly Phase[], total: number): Phase[] | null {
  const least = phases.map((phase) => inMinutes(phase.minimum));
  const spare = total - least.reduce((a, b) => a + b, 0);
  if (!Number.isInteger(total) || spare < 0) return null;
  const usualSpare = inMinutes(sum(phases.map((phase) => phase.length))) - (total - spare);
  const exact = phases.map((phase, i) => (spare * (inMinutes(phase.length) - least[i]!)) / usualSpare);
  const whole = exact.map(Math.floor);
  const odd = spare - whole.reduce((a, b) => a + b, 0);
  const mostRounded = exact
    .map((share, i) => ({ i, lost: share - whole[i]! }))
    .sort((a, b) => b.lost - a.lost || a.i - b.i);
  for (const { i } of mostRounded.slice(0, odd)) whole[i]!++;
  return phases.map((phase, i) => ({ ...phase, length: minutes(least[i]! + whole[i]!) }));
}
