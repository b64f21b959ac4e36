import { duration, minutes, sum, type Duration } from '../time.ts';
import type { Phase } from './phase.ts';

/** The span One full turn is made for (PRODUCT.md, section 4), in minutes. */
export const shortestSession = 20;
export const longestSession = 120;

const inMinutes = (length: Duration): number => Math.round(length / minutes(1));

/** Fits a method to a meeting of `total` whole minutes. Null when the minimums do not fit. */
export function fitPhases(phases: readonly Phase[], total: number): Phase[] | null {
  const on = phases.filter(({ length }) => length > 0);
  const least = inMinutes(sum(on.map(({ minimum }) => minimum)));
  if (!Number.isInteger(total) || total < least) return null;
  const fitted = shareOut(on, minutes(total));
  return phases.map((phase) => fitted.find(({ id }) => id === phase.id) ?? phase);
}

/**
 * Shares `total` out among phases, in whole minutes: each has its minimum, what is above goes in the
 * proportions they have now, odd minutes where rounding took most, and what is no whole minute to the
 * first. Where the minimums do not fit, each has its minimum.
 */
export function shareOut(phases: readonly Phase[], total: Duration): Phase[] {
  const least = phases.map((phase) => inMinutes(phase.minimum));
  const above = phases.map((phase, i) => Math.max(0, inMinutes(phase.length) - least[i]!));
  const free = Math.max(0, total - minutes(least.reduce((a, b) => a + b, 0)));
  const spare = Math.floor(free / minutes(1));
  const all = above.reduce((a, b) => a + b, 0);
  const exact = above.map((own) => (all > 0 ? (spare * own) / all : spare / phases.length));
  const whole = exact.map(Math.floor);
  const odd = spare - whole.reduce((a, b) => a + b, 0);
  const mostRounded = exact
    .map((share, i) => ({ i, lost: share - whole[i]! }))
    .sort((a, b) => b.lost - a.lost || a.i - b.i);
  for (const { i } of mostRounded.slice(0, odd)) whole[i]!++;
  const rest = (i: number) => (i === 0 ? free - minutes(spare) : 0);
  return phases.map((phase, i) => ({ ...phase, length: duration(minutes(least[i]! + whole[i]!) + rest(i)) }));
}
