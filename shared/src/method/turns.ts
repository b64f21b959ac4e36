import { duration, sum, type Duration } from '../time.ts';
import type { PhaseId } from '../ids.ts';
import { shareOut } from './fit.ts';
import type { Phase } from './phase.ts';

const total = (phases: readonly Phase[]): Duration => sum(phases.map(({ length }) => length));

const isOn = ({ length }: Phase): boolean => length > 0;

/**
 * The plan with a second turn behind the first: what the first has ahead is shared between both, no
 * phase shorter than its minimum; where the first was `stopped`, all of it is the second's. A phase that
 * is off is off in both.
 */
export function withSecondTurn(
  phases: readonly Phase[],
  ahead: readonly PhaseId[],
  stopped = false,
): Phase[] {
  const first = phases.filter(({ turn }) => turn === 0);
  const second = first.map((phase): Phase => ({ ...phase, id: `${phase.id}-2`, turn: 1 }));
  const open = first.filter(({ id }) => ahead.includes(id));
  const shared = shareOut([...(stopped ? [] : open), ...second].filter(isOn), total(open));
  const last = phases.findLastIndex(({ turn }) => turn === 0);
  const all = [...phases.slice(0, last + 1), ...second, ...phases.slice(last + 1)];
  return replaced(all, shared);
}

export const withoutTurn = (phases: readonly Phase[], turn: number): Phase[] =>
  phases.filter((phase) => phase.turn !== turn);

/**
 * The plan without this turn. Minutes that are free again go to the first turn's phases still to come,
 * if there are any: to each as many, in proportion, as it had in the turn that will not be.
 */
export function withMinutesBack(
  before: readonly Phase[],
  turn: number,
  ahead: readonly PhaseId[],
  free: Duration,
): Phase[] {
  const phases = withoutTurn(before, turn);
  const open = phases.filter((phase) => phase.turn === 0 && isOn(phase) && ahead.includes(phase.id));
  const had = ({ id }: Phase) => before.find((phase) => phase.id === `${id}-2`)?.length ?? duration(0);
  const none = open.map((phase) => ({ ...phase, minimum: duration(0), length: had(phase) }));
  const back = open.length > 0 ? shareOut(none, free) : [];
  return replaced(
    phases,
    open.map((phase, i) => ({ ...phase, length: duration(phase.length + back[i]!.length) })),
  );
}

const replaced = (phases: readonly Phase[], by: readonly Phase[]): Phase[] =>
  phases.map((phase) => by.find(({ id }) => id === phase.id) ?? phase);
