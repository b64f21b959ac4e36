import type { Phase } from '#shared/method/phase.ts';
import type { PhaseId } from '#shared/ids.ts';
import { personById } from '#shared/room/people.ts';
import { phaseById } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import type { Undo } from '#shared/room/undo.ts';
import { floorRests } from '#shared/room/voices.ts';
import { duration } from '#shared/time.ts';
import { personLabel } from '../text/phaseWords.ts';
import { changedParts, inMinutes, lengthChanges } from './lengthChanges.ts';
import { partTitle } from './partTitle.ts';
import type { Words } from './words.ts';

/** What the facilitators' latest action was, as a sentence; null when there is none to take back. */
export function undoWords(room: RoomState): Words | null {
  const { undo, run } = room;
  if (!undo) return null;
  const values = {
    phase: titleOf(room, run?.phase ?? null),
    before: titleOf(room, undo.before.run?.phase ?? null),
  };
  switch (undo.action) {
    case 'next':
    case 'skip':
      return room.endedAt !== null
        ? { key: 'plan.undo.endSession' }
        : { key: `plan.undo.${undo.action}`, values };
    case 'back':
    case 'jump':
    case 'restart':
      return { key: `plan.undo.${undo.action}`, values };
    case 'endSession':
    case 'pause':
    case 'resume':
    case 'addTurn':
    case 'removeTurn':
      return { key: `plan.undo.${undo.action}` };
    case 'addTime':
      return timeAdded(room, undo, values.phase);
    case 'giveFloor':
      return floorGiven(room);
    case 'setAtZero':
      return { key: 'plan.undo.atZero', values: { phase: atZeroSet(room, undo) } };
    case 'setLengths':
      return lengthsSet(room, undo);
    case 'movePhase':
      return phaseMoved(room, undo);
  }
}

const titleOf = (room: RoomState, id: PhaseId | null): string => {
  const phase = id === null ? null : phaseById(room, id);
  return phase ? partTitle(phase) : '';
};

function timeAdded(room: RoomState, { before }: Undo, phase: string): Words {
  const by = duration((room.run?.length ?? 0) - (before.run?.length ?? 0));
  const key = by < 0 ? 'plan.undo.less' : 'plan.undo.more';
  return { key, values: { minutes: Math.abs(inMinutes(by)), phase } };
}

function floorGiven(room: RoomState): Words {
  const holder = floorRests(room) ? null : personById(room, room.floor.holder);
  return holder
    ? { key: 'plan.undo.given', values: { name: personLabel(room, holder) } }
    : { key: 'plan.undo.taken' };
}

const atZeroSet = (room: RoomState, { before }: Undo): string => {
  const changed = room.phases.find(
    ({ id, atZero }) => before.phases.find((one) => one.id === id)?.atZero !== atZero,
  );
  return titleOf(room, changed?.id ?? room.run?.phase ?? null);
};

function lengthsSet(room: RoomState, { before: { phases } }: Undo): Words {
  const changed = changedParts(phases, room.phases);
  const added = changed.find(({ was }) => was === 0);
  if (added)
    return {
      key: 'plan.undo.added',
      values: { phase: partTitle(added.part), minutes: inMinutes(added.part.length) },
    };
  const [only] = changed;
  if (changed.length === 1 && only!.part.length === 0)
    return { key: 'plan.undo.left', values: { phase: partTitle(only!.part) } };
  return { key: 'plan.undo.lengths', values: { changes: lengthChanges(phases, room.phases) } };
}

function phaseMoved(room: RoomState, { before }: Undo): Words {
  const moved = movedPhase(before.phases, room.phases);
  const after = room.phases[room.phases.indexOf(moved) + 1];
  return after
    ? { key: 'plan.undo.moved', values: { phase: partTitle(moved), after: partTitle(after) } }
    : { key: 'plan.undo.movedLast', values: { phase: partTitle(moved) } };
}

/** Of two neighbours that changed places, either can be said to have moved: the one now in front is. */
function movedPhase(before: readonly Phase[], after: readonly Phase[]): Phase {
  const i = after.findIndex((phase, at) => before[at]?.id !== phase.id);
  const next = before[i + 1]?.id === after[i]!.id && before[i + 2]?.id === after[i + 1]?.id;
  return next ? after.find(({ id }) => id === before[i]!.id)! : after[i]!;
}
