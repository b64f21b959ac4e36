import type { PhaseId } from '../ids.ts';
import type { Phase } from '../method/phase.ts';
import type { Duration } from '../time.ts';
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

/** The phase that `next` leads to: before the start the first one, null after the last. */
export function phaseAfter(room: RoomState): Phase | null {
  return room.phases.slice(indexNow(room) + 1).find(isOn) ?? null;
}

export function phaseBefore(room: RoomState): Phase | null {
  return room.phases.slice(0, Math.max(0, indexNow(room))).findLast(isOn) ?? null;
}

/** "Part 3 of 7", counting only phases that are on; part 0 is before the start. */
export function position(room: RoomState): { readonly part: number; readonly of: number } {
  const on = room.phases.filter(isOn);
  return { part: on.findIndex((phase) => phase.id === room.run?.phase) + 1, of: on.length };
}

/** Whether a turn phase of this turn has begun. */
export function turnBegan(room: RoomState, turn: number): boolean {
  const isOfTurn = (id: PhaseId) => phaseById(room, id)?.turn === turn;
  return (room.run !== null && isOfTurn(room.run.phase)) || room.past.some((run) => isOfTurn(run.phase));
}

/**
 * The time a phase has when Next comes to it: what was left when Back interrupted it, else its whole
 * time. Below zero it goes on in extra time.
 */
export function timeAhead(
  room: RoomState,
  phase: Phase,
): { readonly length: Duration; readonly left: Duration } {
  const last = room.past.findLast((run) => run.phase === phase.id);
  const interrupted = last?.how === 'back' ? last : null;
  return { length: interrupted?.length ?? phase.length, left: interrupted?.left ?? phase.length };
}
