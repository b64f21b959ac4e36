import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { withMinutesBack, withoutTurn, withSecondTurn } from '../../method/turns.ts';
import { isAhead, isStopped, phaseById, phasesAhead, timeAhead, turnBegan } from '../phases.ts';
import type { Phase } from '../../method/phase.ts';
import type { Sealed, SealedEntry } from '../sealed.ts';
import type { RoomState } from '../state.ts';
import { duration, sum, type Duration } from '../../time.ts';
import { longestPhase } from '../longestPhase.ts';

/** Minutes of phases still to come; none at all switches a phase off. */
export function setLengths(room: RoomState, { lengths }: CommandOf<'setLengths'>): Decision {
  const wanted = new Map(lengths.map(({ phase, length }) => [phase, length]));
  for (const [id, length] of wanted) {
    const phase = phaseById(room, id);
    if (!phase) return refuse('phase/unknown');
    if (!isAhead(room, id)) return refuse('phase/not-ahead');
    if (length === 0 && phase.protected) return refuse('phase/keep-listening');
    if (length !== 0 && length < phase.minimum) return refuse('phase/too-short');
    if (length < phase.length && isInterrupted(room, phase)) return refuse('time/listening-protected');
  }
  return planned(
    room,
    room.phases.map((phase) => ({ ...phase, length: wanted.get(phase.id) ?? phase.length })),
  );
}

/** Listening that Back interrupted: what is left of it is the coachee's as if it were running. */
const isInterrupted = (room: RoomState, phase: Phase): boolean =>
  phase.protected &&
  !isStopped(room, phase) &&
  room.past.some((run) => run.phase === phase.id) &&
  timeAhead(room, phase).left > 0;

/** To stand before another phase still to come, or last; a turn stays in one piece. */
export function movePhase(room: RoomState, command: CommandOf<'movePhase'>): Decision {
  const { phase: id, before } = command;
  const phase = phaseById(room, id);
  if (!phase || (before !== null && !phaseById(room, before))) return refuse('phase/unknown');
  if (!isAhead(room, id) || (before !== null && !isAhead(room, before))) return refuse('phase/not-ahead');
  if (id === before) return nothing;
  const others = room.phases.filter((one) => one.id !== id);
  const at = before === null ? others.length : others.findIndex((one) => one.id === before);
  const phases = [...others.slice(0, at), phase, ...others.slice(at)];
  if (shape(phases) !== shape(room.phases)) return refuse('phase/out-of-place');
  return planned(room, phases);
}

/** Opening, turns and closing, one after the other: the same before and after a move. */
const shape = (phases: readonly Phase[]): string => phases.map(({ turn }) => turn ?? '-').join();

const planned = (room: RoomState, phases: readonly Phase[]): Decision =>
  JSON.stringify(phases) === JSON.stringify(room.phases)
    ? nothing
    : happened({ type: 'planChanged', phases });

/** A second turn, out of the minutes that the turn still has; where they do not suffice, the meeting ends later. */
export function addTurn(room: RoomState): Decision {
  if (room.turns.length > 1) return refuse('turn/two-already');
  if (isThrough(room, 0)) return refuse('phase/not-ahead');
  const open = phasesAhead(room).filter((phase) => !isInterrupted(room, phase));
  const ahead = open.map(({ id }) => id);
  const stopped = room.turns[0]!.stopped;
  return happened({ type: 'planChanged', phases: withSecondTurn(room.phases, ahead, stopped) });
}

/** What goes on lies behind the last phase of this turn. */
function isThrough(room: RoomState, turn: number): boolean {
  const after = room.phases.slice(room.phases.findLastIndex((phase) => phase.turn === turn) + 1);
  return after.some(({ id }) => id === room.run?.phase);
}

/** Takes out a second turn that nobody has accepted yet. */
export function removeTurn(room: RoomState, sealed: Sealed): Decision {
  if (room.turns.length < 2) return refuse('turn/only-one');
  if (turnBegan(room, 1)) return refuse('turn/started');
  if (room.turns[1]!.coachee !== null) return refuse('turn/has-coachee');
  return { events: minutesBack(room, 1), sealed: invitationsBeyond(sealed, 0) };
}

/** Nobody is invited any more to a turn that is not in the plan. */
export const invitationsBeyond = ({ invitation }: Sealed, last: number): SealedEntry[] =>
  Object.entries(invitation)
    .filter(([, { turn, declined }]) => turn > last && !declined)
    .map(([key]) => ({ kind: 'invitation', key, value: null }));

/**
 * Minutes of a turn that will not be: to what the first turn has ahead, or to its last phase where that
 * is going on. Where the first turn is over they are slack.
 */
export function minutesBack(room: RoomState, turn: number): RoomEvent[] {
  if (turn === 0) return [];
  const without = withoutTurn(room.phases, turn);
  const open = phasesAhead(room).filter((phase) => phase.turn === 0 && phase.length > 0);
  const over = isThrough(room, 0) || room.turns[0]!.stopped;
  const free = duration(total(room.phases) - total(without) - borrowed(room));
  const ahead = over ? [] : open.map(({ id }) => id);
  const events: RoomEvent[] = [
    { type: 'planChanged', phases: withMinutesBack(room.phases, turn, ahead, free) },
  ];
  const { run } = room;
  const last = !over && open.length === 0 && run !== null && run.clock.kind !== 'untimed';
  const by = last ? duration(Math.min(free, longestPhase - run.length)) : duration(0);
  return by > 0 ? [...events, { type: 'timeAdded', run: run!.id, by, unreached: false }] : events;
}

const total = (phases: readonly Phase[]): Duration => sum(phases.map(({ length }) => length));

/** Two turns at their minimums took more than the meeting had: what it ends later for is not given to anybody. */
function borrowed(room: RoomState): Duration {
  const ahead = phasesAhead(room).filter((phase) => phase.turn !== null && phase.length > 0);
  if (ahead.some(({ length, minimum }) => length > minimum)) return duration(0);
  const second = total(room.phases.filter((phase) => phase.turn === 1));
  return duration(Math.min(second, Math.max(0, total(room.phases) - room.length)));
}
