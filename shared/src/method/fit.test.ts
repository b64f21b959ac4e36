import { describe, expect, it } from 'vitest';
import { minutes, sum } from '../time.ts';
import { fitPhases, longestSession, shortestSession } from './fit.ts';
import { oneFullTurn } from './oneFullTurn.ts';

const on = oneFullTurn.filter(({ length }) => length > 0);
const lengths = (total: number) =>
  fitPhases(oneFullTurn, total)!.map(({ length }) => Math.round(length / minutes(1)));
const spans = Array.from({ length: longestSession - shortestSession + 1 }, (_, i) => shortestSession + i);

describe('fitting One full turn to the meeting', () => {
  it('is made for 20 to 120 minutes', () => {
    expect([shortestSession, longestSession]).toEqual([20, 120]);
    expect(sum(on.map(({ minimum }) => minimum))).toBe(minutes(20));
  });

  it('gives its own minutes for 60', () => {
    expect(fitPhases(oneFullTurn, 60)).toEqual(oneFullTurn);
  });

  it('gives the minimums for 20', () => {
    expect(lengths(20)).toEqual([2, 2, 6, 3, 3, 0, 2, 2]);
  });

  it.each(spans)('shares out %i minutes whole, none below its minimum', (total) => {
    const fitted = lengths(total);
    expect(fitted.reduce((a, b) => a + b, 0)).toBe(total);
    fitted.forEach((length, i) => {
      expect(Number.isInteger(length)).toBe(true);
      const { id, minimum } = oneFullTurn[i]!;
      expect(minutes(length)).toBeGreaterThanOrEqual(id === 'reps' ? 0 : minimum);
    });
  });

  it('changes nothing of a phase but its minutes', () => {
    const fitted = fitPhases(oneFullTurn, 90)!;
    expect(fitted.map((phase, i) => ({ ...phase, length: oneFullTurn[i]!.length }))).toEqual(oneFullTurn);
  });

  it('takes nothing from a phase when the meeting gets longer by ten minutes', () => {
    for (const total of spans.filter((each) => each + 10 <= longestSession)) {
      const longer = lengths(total + 10);
      lengths(total).forEach((length, i) => expect(longer[i]).toBeGreaterThanOrEqual(length));
    }
  });

  it('says so when the minimums do not fit, or the minutes are not whole', () => {
    for (const total of [19, 0, -60, 45.5, NaN, Infinity]) expect(fitPhases(oneFullTurn, total)).toBeNull();
  });
});
