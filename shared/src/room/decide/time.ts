import { between, duration, type Instant } from '../../time.ts';
import { timeLeft } from '../clock.ts';
import type { CommandOf } from '../commands.ts';
import { endsByItselfAt, lateAfter, zeroDue } from '../deadlines.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { longestPhase } from '../longestPhase.ts';
import { isProtected, needsCoacheesYes, patience, stoppedNow } from '../permissions.ts';
import { currentPhase, lacksCoachee, phaseAfter } from '../phases.ts';
import type { Sealed } from '../sealed.ts';
import type { ProtectedChange, RoomState } from '../state.ts';
import { advance, sessionEnded } from './structure.ts';

/** Notices what is due: at most one transition, and none when nothing is. */
export function tick(room: RoomState, sealed: Sealed, context: Context): Decision {
  const [zeroAt, end] = [zeroDue(room), endsByItselfAt(room)];
  if (end !== null && end <= context.now) return happened(...sessionEnded(room, context));
  return zeroAt !== null && zeroAt <= context.now ? zero(room, sealed, zeroAt, context) : nothing;
}

function zero(room: RoomState, sealed: Sealed, due: Instant, context: Context): Decision {
  const run = room.run!;
  const late = between(due, context.now) > lateAfter;
  const after = phaseAfter(room);
  const advances = currentPhase(room)?.atZero === 'advance' && after !== null && !late;
  if (!advances || lacksCoachee(room, after))
    return happened({ type: 'zeroReached', run: run.id, due, late });
  return happened(...advance(room, sealed, { how: 'advance', by: 'time' }, context));
}

export function pause(room: RoomState, { actor }: Context): Decision {
  const { id, clock } = room.run!;
  if (clock.kind === 'untimed') return refuse('time/no-clock');
  if (clock.kind !== 'running') return refuse('time/already-paused');
  return happened({
    type: 'timePaused',
    run: id,
    by: actor.kind === 'facilitator' ? 'facilitator' : 'coachee',
  });
}

/** What the coachee paused, the coachee sets going again. */
export function resume(room: RoomState, { actor }: Context): Decision {
  const { id, clock } = room.run!;
  if (clock.kind === 'untimed') return refuse('time/no-clock');
  if (clock.kind === 'running') return refuse('time/not-paused');
  if (stoppedNow(room)) return refuse('turn/stopped');
  if (clock.kind === 'paused' && clock.by === 'coachee' && actor.kind === 'facilitator')
    return refuse('time/coachee-paused');
  return happened({ type: 'timeResumed', run: id });
}

/** Minutes given or taken. Taking stops at zero: extra time is never made by shortening. */
export function addTime(room: RoomState, { by }: CommandOf<'addTime'>, { now }: Context): Decision {
  const run = room.run!;
  const left = timeLeft(run.clock, now);
  if (left === null) return refuse('time/no-clock');
  if (by === 0) return nothing;
  if (by < 0 && left <= 0) return refuse('time/nothing-left');
  if (run.length + by > longestPhase) return refuse('time/too-long');
  if (by < 0 && needsCoacheesYes(room, { kind: 'shorten', by }, now))
    return refuse('time/listening-protected');
  return happened({
    type: 'timeAdded',
    run: run.id,
    by: duration(Math.max(by, -Math.max(0, left))),
    unreached: by < 0 && isProtected(room, currentPhase(room), now),
  });
}

/** Asks the coachee whether a protected phase may be cut. The question stands until it is answered. */
export function askCoachee(room: RoomState, { change }: CommandOf<'askCoachee'>, { now }: Context): Decision {
  if (!isProtected(room, currentPhase(room), now)) return refuse('time/nothing-asked');
  if (room.ask && between(room.ask.askedAt, now) < patience) return refuse('time/already-asked');
  if (change.kind !== 'shorten' && lacksCoachee(room, phaseAfter(room))) return refuse('turn/no-coachee');
  return happened({ type: 'coacheeAsked', run: room.run!.id, change });
}

/** A yes makes the facilitator's change at once; a no leaves everything as it is. */
export function answerAsk(
  room: RoomState,
  sealed: Sealed,
  { yes }: CommandOf<'answerAsk'>,
  context: Context,
): Decision {
  if (!room.ask) return refuse('time/nothing-asked');
  if (yes && room.ask.change.kind !== 'shorten' && lacksCoachee(room, phaseAfter(room)))
    return refuse('turn/no-coachee');
  const answered: RoomEvent = { type: 'coacheeAnswered', run: room.run!.id, yes };
  return yes ? happened(answered, ...changed(room, sealed, room.ask.change, context)) : happened(answered);
}

function changed(room: RoomState, sealed: Sealed, change: ProtectedChange, context: Context): RoomEvent[] {
  if (change.kind !== 'shorten')
    return advance(room, sealed, { how: change.kind, by: 'facilitator' }, context);
  const run = room.run!;
  const left = timeLeft(run.clock, context.now) ?? duration(0);
  const by = duration(Math.max(change.by, -Math.max(0, left)));
  return by < 0 ? [{ type: 'timeAdded', run: run.id, by, unreached: false }] : [];
}
