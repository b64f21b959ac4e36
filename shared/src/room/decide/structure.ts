import type { PhaseId } from '../../ids.ts';
import type { Phase } from '../../method/phase.ts';
import type { Duration } from '../../time.ts';
import { runFor, untimed, type Clock } from '../clock.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { backBarrier, isProtected, needsCoacheesYes, pausedByCoachee } from '../permissions.ts';
import { currentPhase, phaseAfter, phaseBefore, phaseById, timeAhead } from '../phases.ts';
import type { Sealed } from '../sealed.ts';
import type { PastRun, ProtectedChange, RoomState } from '../state.ts';
import { holderBetween, voicesOf } from '../voices.ts';

export function start(room: RoomState, context: Context): Decision {
  const first = phaseAfter(room);
  if (room.run || !first) return refuse('session/already-started');
  return happened(phaseStarted(room, first, first.length, first.length, context));
}

export const next = (room: RoomState, sealed: Sealed, context: Context): Decision =>
  goOn(room, sealed, { kind: 'next' }, context);

export const skip = (room: RoomState, sealed: Sealed, context: Context): Decision =>
  goOn(room, sealed, { kind: 'skip' }, context);

/** Ends the running phase and begins the one after it; after the last, the session ends. */
function goOn(
  room: RoomState,
  sealed: Sealed,
  change: ProtectedChange & { kind: 'next' | 'skip' },
  context: Context,
): Decision {
  const facilitates = context.actor.kind === 'facilitator';
  if (facilitates && needsCoacheesYes(room, change, context.now)) return refuse('time/listening-protected');
  const after = phaseAfter(room);
  if (after && after.turn !== null && room.turns[after.turn]?.coachee == null)
    return refuse('turn/no-coachee');
  return happened(...advance(room, sealed, { how: change.kind, by: endedBy(context) }, context));
}

const endedBy = ({ actor }: Context): PastRun['by'] =>
  actor.kind === 'system' ? 'time' : actor.kind === 'facilitator' ? 'facilitator' : 'coachee';

/** The events of one advance. Hands end with the phase; what was written stays. */
export function advance(
  room: RoomState,
  sealed: Sealed,
  { how, by }: Pick<PastRun, 'how' | 'by'>,
  context: Context,
): RoomEvent[] {
  const phase = currentPhase(room)!;
  const after = phaseAfter(room);
  const ended: RoomEvent = {
    type: 'phaseEnded',
    run: room.run!.id,
    how: after ? how : 'end',
    by,
    unreached: context.actor.kind === 'facilitator' && isProtected(room, phase, context.now),
  };
  if (!after) return [ended, { type: 'sessionEnded' }];
  const roles = after.turn !== null && phase.turn === null ? settledRoles(room, sealed) : [];
  const then = roles.reduce(withRole, room);
  const { length, left } = timeAhead(room, after);
  return [ended, ...roles, phaseStarted(then, after, length, left, context)];
}

/**
 * Whoever has no role when the turn begins becomes an observer if that is all they offered, else a coach;
 * who has left as well, so that they have a role when they come back.
 */
function settledRoles(room: RoomState, sealed: Sealed): (RoomEvent & { type: 'roleSet' })[] {
  return room.people
    .filter((person) => person.role === null)
    .map(({ id }) => {
      const offered = sealed.offer[id] ?? [];
      const observes = offered.includes('observer') && !offered.includes('coach');
      return { type: 'roleSet', person: id, role: observes ? 'observer' : 'coach' };
    });
}

const withRole = (room: RoomState, event: RoomEvent & { type: 'roleSet' }): RoomState => ({
  ...room,
  people: room.people.map((person) =>
    person.id === event.person ? { ...person, role: event.role } : person,
  ),
});

function phaseStarted(
  room: RoomState,
  phase: Phase,
  length: Duration,
  left: Duration,
  { now, newId }: Context,
  resting = false,
): RoomEvent {
  const running: Clock = resting ? { kind: 'paused', left, by: 'facilitator' } : runFor(left, now);
  const run = newId();
  return {
    type: 'phaseStarted',
    run,
    phase: phase.id,
    length,
    clock: phase.timed ? running : untimed,
    round: phase.floor === 'round' ? voicesOf(afterChange(room, phase.id), phase) : null,
    holder: holderBetween(afterChange(room, phase.id), phase),
  };
}

/** Who the coachee is depends on the phase, so voices are counted as of the phase that begins. */
const afterChange = (room: RoomState, phase: PhaseId): RoomState => ({
  ...room,
  run: { id: '', phase, startedAt: room.changedAt, length: 0 as Duration, clock: untimed, zeroAt: null },
});

/**
 * Back to the phase before, with the time that was left in it, paused. What the coachee paused or
 * ended themselves, only they undo.
 */
export function back(room: RoomState, context: Context): Decision {
  const before = phaseBefore(room);
  const last = before && room.past.findLast((run) => run.phase === before.id);
  if (!before) return refuse('phase/none-before');
  const barred = context.actor.kind === 'facilitator' ? backBarrier(room) : null;
  if (barred) return refuse(barred);
  const length = last?.length ?? before.length;
  const left = last?.left ?? length;
  return happened(
    { type: 'phaseEnded', run: room.run!.id, how: 'back', by: endedBy(context), unreached: false },
    phaseStarted(room, before, length, left, context, true),
  );
}

/** The running phase from its beginning: its whole time, resting until somebody sets it going. */
export function restart(room: RoomState): Decision {
  const { id, clock } = room.run!;
  if (clock.kind === 'untimed') return refuse('time/no-clock');
  if (pausedByCoachee(room)) return refuse('time/coachee-paused');
  return happened({ type: 'phaseRestarted', run: id });
}

export function endSession(room: RoomState, context: Context): Decision {
  if (needsCoacheesYes(room, { kind: 'next' }, context.now)) return refuse('time/listening-protected');
  return happened(...sessionEnded(room, context));
}

/** The end of the session, whatever is going on. */
export function sessionEnded(room: RoomState, context: Context): RoomEvent[] {
  const by = endedBy(context);
  const unreached = by === 'facilitator' && isProtected(room, currentPhase(room), context.now);
  const ended: RoomEvent[] = room.run
    ? [{ type: 'phaseEnded', run: room.run.id, how: 'end', by, unreached }]
    : [];
  return [...ended, { type: 'sessionEnded' }];
}

export function setAtZero(room: RoomState, { phase, action }: CommandOf<'setAtZero'>): Decision {
  const planned = phaseById(room, phase);
  if (!planned) return refuse('phase/unknown');
  return planned.atZero === action ? nothing : happened({ type: 'atZeroSet', phase, action });
}

export const setWall = (room: RoomState, { wall }: CommandOf<'setWall'>): Decision =>
  wall.view === room.wall.view && wall.dimmed === room.wall.dimmed && wall.seconds === room.wall.seconds
    ? nothing
    : happened({ type: 'wallSet', wall });
