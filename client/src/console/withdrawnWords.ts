import type { Phase } from '#shared/method/phase.ts';
import type { RoomState } from '#shared/room/state.ts';
import { labelOf } from '../text/phaseWords.ts';
import { lengthChanges } from './lengthChanges.ts';
import type { Words } from './words.ts';

/** That the second coachee has withdrawn, and where the minutes went: a turn with a coachee ends in no other way. */
export function withdrawnWords(before: RoomState, after: RoomState): Words | null {
  const name = labelOf(before, before.turns[1]?.coachee ?? null);
  if (name === null || after.turns.length > 1) return null;
  const changes = lengthChanges(lengthsNow(before), lengthsNow(after));
  return changes === ''
    ? { key: 'plan.withdrawn.only', values: { name } }
    : { key: 'plan.withdrawn.changes', values: { name, changes } };
}

/** With the minutes that were given to the part that is going on. */
const lengthsNow = ({ phases, run }: RoomState): Phase[] =>
  phases.map((phase) => (phase.id === run?.phase ? { ...phase, length: run.length } : phase));
