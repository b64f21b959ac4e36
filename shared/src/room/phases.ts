import type { PhaseId } from '../ids.ts';
import type { Phase } from '../method/phase.ts';
import { duration, type Duration } from '../time.ts';
import type { RoomState } from './state.ts';

export function phaseById(room: RoomState, id: PhaseId): Phase | null {
  return room.phases.find((phase) => phase.id === id) ?? null;
}

/** The phase that is going on; null before the start and after the end. */
export function currentPhase(room: RoomState): Phase | null {
  return room.run && phaseById(room, room.run.phase);
}

/** A phase without minutes is off: it is planned, and passed over. */
const isOn = (phase: Phase): boolean => phase.length > 0;

const indexNow = (room: RoomState): number =>
  room.run ? room.phases.findIndex((phase) => phase.id === room.run?.phase) : -1;

/** Whether it belongs to a turn that its coachee has stopped. */
export const isStopped = (room: RoomState, { turn }: Phase): boolean =>
  turn !== null && room.turns[turn]?.stopped === true;

/** A turn does not begin without its coachee. */
export const lacksCoachee = (room: RoomState, phase: Phase | null): boolean =>
  phase !== null && phase.turn !== null && room.turns[phase.turn]?.coachee == null;

/** The phase that `next` leads to: before the start the first one, null after the last. */
export function phaseAfter(room: RoomState): Phase | null {
  return phasesAhead(room).find((phase) => isOn(phase) && !isStopped(room, phase)) ?? null;
}

/** The one that Back leads to; of a stopped turn the phase it was stopped in, of a turn that nobody had none. */
export function phaseBefore(room: RoomState): Phase | null {
  const behind = room.phases.slice(0, Math.max(0, indexNow(room)));
  const may = (phase: Phase) =>
    !lacksCoachee(room, phase) && (!isStopped(room, phase) || cameLast(room, phase));
  return behind.findLast((phase) => isOn(phase) && may(phase)) ?? null;
}

/** Of the phases of its turn it was the last that went on. */
const cameLast = (room: RoomState, { id, turn }: Phase): boolean =>
  room.past.findLast((run) => phaseById(room, run.phase)?.turn === turn)?.phase === id;

/** "Part 3 of 7", counting only phases that are on; part 0 is before the start. */
export function position(room: RoomState): { readonly part: number; readonly of: number } {
  const on = room.phases.filter(isOn);
  return { part: on.findIndex((phase) => phase.id === room.run?.phase) + 1, of: on.length };
}

/** Phases still to come, those that are off included. Before the start that is all of them. */
export const phasesAhead = (room: RoomState): Phase[] => room.phases.slice(indexNow(room) + 1);

export const isAhead = (room: RoomState, id: PhaseId): boolean =>
  room.endedAt === null && phasesAhead(room).some((phase) => phase.id === id);

/** Whether a turn phase of this turn has begun. */
export function turnBegan(room: RoomState, turn: number): boolean {
  const isOfTurn = (id: PhaseId) => phaseById(room, id)?.turn === turn;
  return (room.run !== null && isOfTurn(room.run.phase)) || room.past.some((run) => isOfTurn(run.phase));
}

/** A coachee is still looked for. */
export const isOpenTurn = (room: RoomState, turn: number): boolean =>
  room.turns[turn]?.coachee === null && !turnBegan(room, turn);

/** The turn that a coachee is looked for; null where each has one. */
export function openTurn(room: RoomState): number | null {
  const turn = room.turns.findIndex((_, i) => isOpenTurn(room, i));
  return turn < 0 ? null : turn;
}

/**
 * The time a phase has when Next comes to it: what was left when Back interrupted it, else its whole
 * time. Below zero it goes on in extra time. Minutes that the plan has given it or taken since count
 * for what was left, and taking stops at zero.
 */
export function timeAhead(
  room: RoomState,
  phase: Phase,
): { readonly length: Duration; readonly left: Duration } {
  const last = room.past.findLast((run) => run.phase === phase.id);
  if (last?.how !== 'back' || last.left === null) return { length: phase.length, left: phase.length };
  const left = duration(Math.max(Math.min(last.left, 0), last.left + phase.length - last.planned));
  return { length: duration(last.length - last.left + left), left };
}
