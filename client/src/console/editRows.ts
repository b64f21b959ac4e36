import { practiceAdded, type NewLength } from '#shared/method/moveMinutes.ts';
import type { Phase } from '#shared/method/phase.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { phasesAhead } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { duration, minutes } from '#shared/time.ts';
import { inMinutes } from './lengthChanges.ts';

/** One part of the plan while it is being changed. */
export interface EditRow {
  readonly phase: Phase;
  readonly state: 'done' | 'now' | 'todo';
  readonly on: boolean;
  readonly minutes: number;
}

/** All parts, those that are off included; only those still to come can be changed. */
export function editRows(room: RoomState): EditRow[] {
  const ahead = phasesAhead(room);
  return room.phases.map((phase): EditRow => {
    const now = room.run?.phase === phase.id;
    const length = now ? room.run.length : phase.length;
    const state = now ? 'now' : ahead.includes(phase) ? 'todo' : 'done';
    return { phase, state, on: phase.length > 0, minutes: inMinutes(length) };
  });
}

const setTo = (phase: Phase, length: Phase['length']): PersonCommand => ({
  type: 'setLengths',
  lengths: [{ phase: phase.id, length }],
});

export const oneLess = (phase: Phase): PersonCommand => setTo(phase, duration(phase.length - minutes(1)));
export const oneMore = (phase: Phase): PersonCommand => setTo(phase, duration(phase.length + minutes(1)));
export const leftOut = (phase: Phase): PersonCommand => setTo(phase, minutes(0));

/** Practice brings its minutes from parts that can spare them; any other part comes with its least. */
export function addedAgain(room: RoomState, phase: Phase): { lengths: NewLength[]; minutes: number } {
  const own = phasesAhead(room).filter(({ turn }) => turn === phase.turn);
  const practice = phase.repeats === 'runs' ? practiceAdded(own) : null;
  const lengths = practice ?? [{ phase: phase.id, length: phase.minimum }];
  const length = lengths.find((one) => one.phase === phase.id)!.length;
  return { lengths, minutes: inMinutes(length) };
}

/** Moves a part one place, up or down; null at the edge of the plan. */
export function movedByOne(room: RoomState, phase: Phase, by: 1 | -1): PersonCommand | null {
  const at = room.phases.indexOf(phase);
  if (by < 0) return at > 0 ? movedBefore(phase, room.phases[at - 1]!) : null;
  return at < room.phases.length - 1 ? movedBefore(phase, room.phases[at + 2] ?? null) : null;
}

export const movedBefore = (phase: Phase, before: Phase | null): PersonCommand => ({
  type: 'movePhase',
  phase: phase.id,
  before: before?.id ?? null,
});
