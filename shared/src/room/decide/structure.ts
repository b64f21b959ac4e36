import type { PersonId, PhaseId } from '../../ids.ts';
import type { Phase } from '../../method/phase.ts';
import type { Duration } from '../../time.ts';
import { runFor, untimed, type Clock } from '../clock.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { backBarrier, isProtected, needsCoacheesYes, pausedByCoachee, stoppedNow } from '../permissions.ts';
import { peoplePresent, withPlannedRoles } from '../people.ts';
import {
  currentPhase,
  isAhead,
  isStopped,
  lacksCoachee,
  phaseAfter,
  phaseBefore,
  phaseById,
  phasesAhead,
  timeAhead,
} from '../phases.ts';
import type { Sealed } from '../sealed.ts';
import type { PastRun, ProtectedChange, RoomState, Wall } from '../state.ts';
import { holderBetween, voicesOf } from '../voices.ts';

export function start(room: RoomState, sealed: Sealed, context: Context): Decision {
  const first = phaseAfter(room);
  if (room.run || !first) return refuse('session/already-started');
  if (peoplePresent(room).length < 2) return refuse('session/alone');
  // Where nobody facilitates by name, nobody could take over.
  if (peoplePresent(room).every(({ role }) => role !== 'facilitator')) return refuse('role/not-in-the-room');
  if (lacksCoachee(room, first)) return refuse('turn/no-coachee');
  return happened(...beginning(room, sealed, first, context));
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
  if (lacksCoachee(room, phaseAfter(room))) return refuse('turn/no-coachee');
  return happened(...advance(room, sealed, { how: change.kind, by: endedBy(context) }, context));
}

/** To a phase further on, over those between. Nobody's listening is jumped over. */
export function jump(
  room: RoomState,
  sealed: Sealed,
  command: CommandOf<'jump'>,
  context: Context,
): Decision {
  const to = phaseById(room, command.phase);
  if (!to) return refuse('phase/unknown');
  if (!isAhead(room, to.id) || to.length === 0) return refuse('phase/not-ahead');
  const over = phasesAhead(room).slice(0, phasesAhead(room).indexOf(to));
  if (over.some((phase) => isStillListenedIn(room, phase))) return refuse('phase/keep-listening');
  if (needsCoacheesYes(room, { kind: 'next' }, context.now)) return refuse('time/listening-protected');
  if (lacksCoachee(room, to)) return refuse('turn/no-coachee');
  if (isStopped(room, to)) return refuse('turn/stopped');
  const unreached = isProtected(room, currentPhase(room), context.now);
  const ended: RoomEvent = {
    type: 'phaseEnded',
    run: room.run!.id,
    how: 'jump',
    by: 'facilitator',
    unreached,
  };
  return happened(ended, ...beginning(room, sealed, to, context));
}

/** Somebody's protected time is still to come in it: they are there, have not stopped, and have not had it. */
const isStillListenedIn = (room: RoomState, phase: Phase): boolean =>
  phase.protected &&
  phase.length > 0 &&
  !lacksCoachee(room, phase) &&
  !isStopped(room, phase) &&
  timeAhead(room, phase).left > 0;

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
  return [ended, ...beginning(room, sealed, after, context)];
}

/** Roles as the phase needs them, and its start. */
function beginning(room: RoomState, sealed: Sealed, after: Phase, context: Context): RoomEvent[] {
  const opening = room.phases.slice(0, room.phases.indexOf(after) + 1).every(({ turn }) => turn === null);
  const roles = [...(opening ? [] : settledRoles(room, sealed)), ...rolesOfTurn(room, after.turn)];
  const then = roles.reduce(withRole, room);
  const { length, left } = timeAhead(room, after);
  return [...roles, phaseStarted(then, after, length, left, context)];
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

/**
 * Whose turn it is has the coachee's role; who had it before coaches. In closing phases nothing changes,
 * and whoever has taken over the console keeps it.
 */
export function rolesOfTurn(room: RoomState, turn: number | null): (RoomEvent & { type: 'roleSet' })[] {
  const coachee = turn === null ? null : (room.turns[turn]?.coachee ?? null);
  if (coachee === null) return [];
  return room.people.flatMap(({ id, role }) => {
    if (role === 'facilitator') return [];
    if (id === coachee) return role === 'coachee' ? [] : { type: 'roleSet', person: id, role: 'coachee' };
    return role === 'coachee' ? { type: 'roleSet', person: id, role: 'coach' } : [];
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
  restsBy: 'facilitator' | 'coachee' | null = null,
): RoomEvent {
  const running: Clock = restsBy ? { kind: 'paused', left, by: restsBy } : runFor(left, now);
  const run = newId();
  return {
    type: 'phaseStarted',
    run,
    phase: phase.id,
    length,
    clock: phase.timed ? running : untimed,
    round: phase.floor === 'round' ? waitingFor(afterChange(room, phase.id), phase) : null,
    holder: holderBetween(afterChange(room, phase.id), phase),
  };
}

/** Every voice but those who had their time before the phase was left. After a stop nobody waits. */
function waitingFor(room: RoomState, phase: Phase): PersonId[] {
  const had = room.past.findLast((run) => run.phase === phase.id)?.round;
  if (isStopped(room, phase)) return [];
  return voicesOf(room, phase).filter((id) => !had?.spoke.includes(id) && !had?.passed.includes(id));
}

/** Who the coachee is depends on the phase, so voices are counted as of the phase that begins. */
const afterChange = (room: RoomState, phase: PhaseId): RoomState => ({
  ...withPlannedRoles(room),
  run: {
    id: '',
    phase,
    startedAt: room.changedAt,
    length: 0 as Duration,
    clock: untimed,
    spent: 0 as Duration,
    zeroAt: null,
    ideas: false,
    practice: null,
    draftsAt: null,
  },
});

/**
 * Back to the phase before, with the time that was left in it, paused. What the coachee paused, stopped
 * or ended themselves, only they undo; and nobody goes back into somebody else's turn but a facilitator.
 */
export function back(room: RoomState, context: Context): Decision {
  const before = phaseBefore(room);
  const last = before && room.past.findLast((run) => run.phase === before.id);
  if (!before) return refuse('phase/none-before');
  const facilitates = context.actor.kind === 'facilitator';
  if (stoppedNow(room)) return refuse('turn/stopped');
  if (!facilitates && before.turn !== null && before.turn !== currentPhase(room)!.turn)
    return refuse('role/not-facilitator');
  const barred = facilitates ? backBarrier(room) : null;
  if (barred) return refuse(barred);
  const length = last?.length ?? before.length;
  const left = last?.left ?? length;
  const roles = rolesOfTurn(room, before.turn);
  const restsBy = isStopped(room, before) ? 'coachee' : 'facilitator';
  return happened(
    { type: 'phaseEnded', run: room.run!.id, how: 'back', by: endedBy(context), unreached: false },
    ...roles,
    phaseStarted(roles.reduce(withRole, room), before, length, left, context, restsBy),
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

/** What is not named stays as it is. */
export function setWall(room: RoomState, command: CommandOf<'setWall'>): Decision {
  const wall = { ...room.wall, ...command.wall };
  return (Object.keys(wall) as (keyof Wall)[]).every((field) => wall[field] === room.wall[field])
    ? nothing
    : happened({ type: 'wallSet', wall });
}
