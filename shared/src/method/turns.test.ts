import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, minutes, sum } from '../time.ts';
import { fitPhases, shareOut } from './fit.ts';
import { caughtUp, practiceAdded } from './moveMinutes.ts';
import { oneFullTurn } from './oneFullTurn.ts';
import type { Phase } from './phase.ts';
import { withMinutesBack, withoutTurn, withSecondTurn } from './turns.ts';

const total = (phases: readonly Phase[]) => sum(phases.map(({ length }) => length));
const least = (phases: readonly Phase[]) => sum(phases.map(({ minimum }) => minimum));
const on = (phases: readonly Phase[]) => phases.filter(({ length }) => length > 0);
const ids = (phases: readonly Phase[]) => phases.map(({ id }) => id);

/** The method as somebody may have set it: every phase with at least its minimum, or off where it can be. */
const plans = fc
  .tuple(
    ...oneFullTurn.map((phase) => {
      const own = fc.integer({ min: phase.minimum / minutes(1), max: 30 }).map(minutes);
      return phase.protected ? own : fc.oneof({ weight: 4, arbitrary: own }, fc.constant(minutes(0)));
    }),
  )
  .map((lengths) => oneFullTurn.map((phase, i): Phase => ({ ...phase, length: lengths[i]! })));
const begun = fc.nat(oneFullTurn.length - 1);
const holds = (property: fc.IRawProperty<unknown>) =>
  fc.assert(property as fc.IProperty<unknown>, { seed: 20261103 });

describe('minutes', () => {
  it('PLA10 are shared out to the millisecond, whole where they are whole, none below its minimum', () => {
    holds(
      fc.property(plans, fc.nat(200), fc.constantFrom(0, 0, 1, 30_000), (plan, more, rest) => {
        const phases = on(plan);
        const wanted = duration(least(phases) + minutes(more) + rest);
        const shared = shareOut(phases, wanted);
        expect(total(shared)).toBe(wanted);
        expect(ids(shared)).toEqual(ids(phases));
        for (const { length, minimum } of shared) expect(length).toBeGreaterThanOrEqual(minimum);
        if (rest === 0) for (const { length } of shared) expect(length % minutes(1)).toBe(0);
      }),
    );
  });

  it('PLA10 suffice for each minimum, where they do not suffice', () => {
    expect(shareOut(on(oneFullTurn), minutes(5)).map(({ length }) => length)).toEqual(
      on(oneFullTurn).map(({ minimum }) => minimum),
    );
    expect(shareOut([], minutes(5))).toEqual([]);
  });

  it('PLA10 a meeting of any length from the minimums on has its plan, and what is off stays off', () => {
    holds(
      fc.property(plans, fc.nat(200), (plan, more) => {
        const wanted = least(on(plan)) / minutes(1) + more;
        const fitted = fitPhases(plan, wanted)!;
        expect(total(fitted)).toBe(minutes(wanted));
        expect(ids(on(fitted))).toEqual(ids(on(plan)));
        expect(fitPhases(plan, least(on(plan)) / minutes(1) - 1)).toBeNull();
      }),
    );
  });
});

describe('a second turn', () => {
  it('PLA4 loses no minute, keeps minimums and what is behind, and is off where the first is', () => {
    holds(
      fc.property(plans, begun, (plan, i) => {
        const ahead = ids(plan.slice(i));
        const two = withSecondTurn(plan, ahead);
        const second = two.filter(({ turn }) => turn === 1);
        const open = on(plan.filter((phase) => phase.turn === 0 && ahead.includes(phase.id)));
        const needed = least([...open, ...on(second)]);
        expect(total(two)).toBe(total(plan) + Math.max(0, needed - total(open)));
        for (const { length, minimum } of on(two).filter(({ turn }) => turn !== null))
          expect(length).toBeGreaterThanOrEqual(minimum);
        expect(two.filter(({ id, turn }) => turn !== 1 && !ids(open).includes(id))).toEqual(
          plan.filter(({ id }) => !ids(open).includes(id)),
        );
        expect(ids(on(second))).toEqual(
          ids(on(plan).filter(({ turn }) => turn === 0)).map((id) => `${id}-2`),
        );
      }),
    );
  });

  it('PLA6 that is taken out again gives its minutes back, and nobody less than they have', () => {
    holds(
      fc.property(plans, begun, (plan, i) => {
        const ahead = ids(plan.slice(i));
        const two = withSecondTurn(plan, ahead);
        const one = withoutTurn(two, 1);
        const back = withMinutesBack(two, 1, ahead, duration(total(two) - total(one)));
        const open = on(one).filter((phase) => phase.turn === 0 && ahead.includes(phase.id));
        expect(total(back)).toBe(open.length > 0 ? total(two) : total(one));
        back.forEach(({ length }, at) => expect(length).toBeGreaterThanOrEqual(one[at]!.length));
      }),
    );
  });
});

const after = (plan: readonly Phase[], changes: ReturnType<typeof caughtUp>) =>
  plan.map((phase) => ({
    ...phase,
    length: changes.find((one) => one.phase === phase.id)?.length ?? phase.length,
  }));

it('PLA6 a second turn that is taken out again gives each part its share, not all to one', () => {
  const two = withSecondTurn(oneFullTurn, ids(oneFullTurn));
  const free = duration(total(two) - total(withoutTurn(two, 1)));
  const back = withMinutesBack(two, 1, ids(oneFullTurn), free);
  const inMinutes = (plan: readonly Phase[]) => plan.map(({ length }) => length / minutes(1));
  expect(inMinutes(oneFullTurn)).toEqual([5, 4, 14, 8, 14, 0, 9, 6]);
  expect(inMinutes(back)).toEqual([5, 5, 16, 8, 12, 0, 8, 6]);
});

describe('moving minutes', () => {
  it('PLA10 practice takes eight minutes from questions, paraphrase and close', () => {
    const added = practiceAdded(oneFullTurn)!;
    expect(after(oneFullTurn, added).map(({ length }) => length / minutes(1))).toEqual([
      5, 4, 14, 6, 9, 8, 9, 5,
    ]);
    expect(practiceAdded(after(oneFullTurn, added))).toBeNull();
    expect(practiceAdded(oneFullTurn.slice(-2))).toBeNull();
  });

  it('PLA10 practice loses no minute, and makes the meeting longer only for its minimum', () => {
    holds(
      fc.property(plans, (plan) => {
        const off = plan.map((phase) => (phase.id === 'reps' ? { ...phase, length: minutes(0) } : phase));
        const then = after(off, practiceAdded(off)!);
        const practice = then.find(({ id }) => id === 'reps')!;
        expect(practice.length).toBeGreaterThanOrEqual(practice.minimum);
        expect(total(then) === total(off) || practice.length === practice.minimum).toBe(true);
        for (const { length, minimum } of on(then)) expect(length).toBeGreaterThanOrEqual(minimum);
        expect(on(then).filter(({ id }) => id !== 'reps')).toHaveLength(on(off).length);
      }),
    );
  });

  it('PLA10 practice of a second turn takes from that turn and the close', () => {
    const two = withSecondTurn(oneFullTurn, ids(oneFullTurn));
    const added = practiceAdded(two.filter(({ turn }) => turn !== 0))!;
    expect(added.map(({ phase }) => phase)).toContain('reps-2');
    expect(added.every(({ phase }) => phase.endsWith('-2') || phase === 'close')).toBe(true);
  });

  it('PLA10 a late meeting wins back what it can, the coachee’s own time last', () => {
    const own = (plan: readonly Phase[]) =>
      plan.filter(({ floor }) => floor === 'coachee' || floor === 'nobody');
    const listens = (plan: readonly Phase[]) => plan.filter((phase) => phase.protected);
    holds(
      fc.property(plans, fc.nat(90), (plan, late) => {
        const then = after(plan, caughtUp(plan, minutes(late)));
        const spare = total(on(plan)) - least(on(plan));
        expect(total(plan) - total(then)).toBe(Math.min(minutes(late), spare));
        for (const { length, minimum } of on(then)) expect(length).toBeGreaterThanOrEqual(minimum);
        if (total(own(then)) < total(own(plan)))
          for (const phase of on(then))
            if (!own(then).includes(phase)) expect(phase.length).toBe(phase.minimum);
        if (total(listens(then)) < total(listens(plan)))
          for (const phase of on(then)) if (!phase.protected) expect(phase.length).toBe(phase.minimum);
      }),
    );
  });
});
