import type { EventId, PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Person, RoomState } from './state.ts';

/** Which facilitator actions can be taken back, and with them what each one touches. */
export const undoable = {
  next: 'phase',
  skip: 'phase',
  back: 'phase',
  jump: 'phase',
  endSession: 'phase',
  pause: 'time',
  resume: 'time',
  restart: 'time',
  addTime: 'time',
  giveFloor: 'floor',
  setAtZero: 'structure',
  setLengths: 'structure',
  movePhase: 'structure',
  addTurn: 'structure',
  removeTurn: 'structure',
} as const;
export type UndoableAction = keyof typeof undoable;

/** One facilitator action, and the room as it was before it. */
export interface Undo {
  readonly id: EventId;
  readonly action: UndoableAction;
  readonly at: Instant;
  /** How many of its own events are still to come. */
  readonly events: number;
  readonly before: Before;
}

/** What an undo may bring back: never words, hands, consent or people. */
export type Before = Pick<RoomState, 'run' | 'past' | 'floor' | 'phases' | 'endedAt' | 'wish'> & {
  readonly asked: readonly RoomState['turns'][number]['asked'][];
  /** Of everybody whose role nobody has changed since. */
  readonly roles: Readonly<Record<PersonId, Pick<Person, 'role' | 'nextRole'>>>;
};

export const isUndoable = (type: string): type is UndoableAction => type in undoable;

export const scopeOf = (action: UndoableAction) => undoable[action];
