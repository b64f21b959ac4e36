import type { StoredEvent } from '../events.ts';
import type { RoomState } from '../state.ts';
import { scopeOf, type Undo } from '../undo.ts';

/** What any action rests on: once somebody has changed it, taking the action back would take that back too. */
const always: readonly StoredEvent['type'][] = [
  'phaseStarted',
  'phaseEnded',
  'phaseRestarted',
  'timePaused',
  'timeResumed',
  'timeAdded',
  'coacheeAnswered',
  'turnStopped',
  'turnResumed',
  'planChanged',
  'sessionEnded',
  'forgettingAsked',
];

const byScope: Readonly<Record<ReturnType<typeof scopeOf>, readonly StoredEvent['type'][]>> = {
  phase: [],
  time: [],
  floor: ['floorGiven', 'floorFreed', 'turnPassed', 'voiceAnswered', 'practiceChanged'],
  structure: ['coacheeAccepted'],
};

/** What somebody else did since is not taken back: an action that it rests on cannot be undone any more. */
export function overtaken(room: RoomState, event: StoredEvent): RoomState {
  const { undo } = room;
  if (!undo) return room;
  if (undo.events > 0) return { ...room, undo: { ...undo, events: undo.events - 1 } };
  if ([...always, ...byScope[scopeOf(undo.action)]].includes(event.type)) return { ...room, undo: null };
  const chosen =
    event.type === 'roleSet' || event.type === 'coacheeAccepted' || event.type === 'coacheeWithdrew';
  return chosen ? { ...room, undo: withoutRole(undo, event.person) } : room;
}

function withoutRole(undo: Undo, person: string): Undo {
  const { [person]: _, ...roles } = undo.before.roles;
  return { ...undo, before: { ...undo.before, roles } };
}
