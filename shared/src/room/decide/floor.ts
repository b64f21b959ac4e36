import { between, duration, seconds, type Instant } from '../../time.ts';
import { runFor, timeLeft, untimed, type Clock } from '../clock.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import type { Phase } from '../../method/phase.ts';
import type { RoomEvent } from '../events.ts';
import { coacheeOf, isPresent, personById } from '../people.ts';
import { mayFollowUp, mayTakeFloor, restsWith, stoppedNow } from '../permissions.ts';
import { currentPhase } from '../phases.ts';
import type { PersonId } from '../../ids.ts';
import type { RoomState } from '../state.ts';
import { floorRests, holderBetween, isVoice, passes, speaksOfProcess } from '../voices.ts';
import { hasHand, hasProcess } from './hand.ts';
import { remarkTaken } from './practice.ts';

/** Gives the floor to somebody, or with `null` takes it back. */
export function giveFloor(room: RoomState, { person }: CommandOf<'giveFloor'>, { now }: Context): Decision {
  const phase = currentPhase(room)!;
  const { holder, round } = room.floor;
  if (phase.floor === 'coachee') return refuse('floor/coachees-own');
  if (stoppedNow(room)) return refuse('turn/stopped');
  if (person === null) return floorRests(room) ? nothing : happened(...freed(room, now));
  const somebody = personById(room, person);
  if (!somebody || !isPresent(room, person)) return refuse('people/unknown');
  if (holder === person) return nothing;
  if (room.run!.practice?.running) return refuse('practice/run-going');
  if (phase.floor === 'nobody' && person !== coacheeOf(room)?.id && !room.run!.practice)
    return refuse('floor/coachees-own');
  if (asksUnasked(room, phase, person)) return refuse('floor/passes');
  const process = hasProcess(room, person);
  const rests = person === holderBetween(room, phase) || restsWith(room, person);
  if (round && !round.waiting.includes(person) && !rests && !process) return refuse('floor/not-in-round');
  if (phase.floor === 'queue' && !isVoice(room, person) && !hasHand(room, person))
    return refuse('floor/not-open-to-you');
  return happened(...freed(room, now, process), given(room, person, now), ...remarkTaken(room, person));
}

/** Who passes always is not called, unless they asked for the floor themselves. */
const asksUnasked = (room: RoomState, { floor }: Phase, person: PersonId): boolean =>
  (floor === 'round' || floor === 'queue') && passes(room, person) && !hasHand(room, person);

/** The next voice of the round, or the coachee in a silence that is theirs, begins to speak. */
export function takeFloor(room: RoomState, { actor, now }: Context): Decision {
  const person = personOf(actor)!;
  const phase = currentPhase(room)!;
  if (phase.floor === 'coachee') return refuse('floor/coachees-own');
  if (!floorRests(room)) return refuse('floor/taken');
  if (stoppedNow(room)) return refuse('turn/stopped');
  if (room.run!.practice?.running) return refuse('practice/run-going');
  if (phase.floor === 'round' && !mayTakeFloor(room, person)) return refuse('floor/not-your-turn');
  if (!mayTakeFloor(room, person)) return refuse('floor/not-open-to-you');
  return happened(given(room, person, now), ...remarkTaken(room, person));
}

export function finish(room: RoomState, { actor }: Context): Decision {
  const person = personOf(actor)!;
  if (room.floor.holder !== person || floorRests(room)) return refuse('floor/not-yours');
  if (currentPhase(room)!.floor === 'coachee') return refuse('floor/coachees-own');
  return happened({ type: 'floorFreed', person, how: speaksOfProcess(room) ? 'process' : 'finished' });
}

/** Passing needs no reason, before one's time comes or while one has the floor. */
export function pass(room: RoomState, { actor }: Context): Decision {
  const person = personOf(actor)!;
  if (!room.floor.round?.waiting.includes(person)) return refuse('floor/not-in-round');
  if (room.floor.holder === person && !floorRests(room) && !speaksOfProcess(room))
    return happened({ type: 'floorFreed', person, how: 'passed' });
  return happened({ type: 'turnPassed', person });
}

/** Left out of every round until they say otherwise. Who speaks just now finishes first. */
export function passAlways(room: RoomState, { on }: CommandOf<'passAlways'>, { actor }: Context): Decision {
  const person = personById(room, personOf(actor))!;
  if (person.passesAlways === on) return nothing;
  return happened({ type: 'passingChosen', person: person.id, always: on });
}

/** The floor given and taken back within this was a slip. */
const slip = seconds(3);

/**
 * Whoever is speaking stops first; the coachee between two voices need not. A voice of a round that
 * makes way for a point of process waits again.
 */
function freed(room: RoomState, now: Instant, forProcess = false): RoomEvent[] {
  const { holder, since, round } = room.floor;
  if (floorRests(room) || holder === null) return [];
  const slipped = between(since, now) < slip;
  if (speaksOfProcess(room) && !slipped) return [{ type: 'floorFreed', person: holder, how: 'process' }];
  const waitsAgain = slipped || (forProcess && round !== null);
  return [{ type: 'floorFreed', person: holder, how: waitsAgain ? 'returned' : 'taken' }];
}

const given = (room: RoomState, person: PersonId, now: Instant): RoomEvent => ({
  type: 'floorGiven',
  person,
  clock: speakerClock(room, person, now),
  followUp: currentPhase(room)?.floor === 'queue' && !hasHand(room, person) && mayFollowUp(room, person),
});

/** A voice's own time: an even share of what is left, within the phase's bounds. */
function speakerClock(room: RoomState, person: PersonId, now: Instant): Clock {
  const times = currentPhase(room)!.speakerTime;
  const waiting = room.floor.round?.waiting ?? [];
  if (!times || !waiting.includes(person) || hasProcess(room, person)) return untimed;
  const { clock } = room.run!;
  const left = timeLeft(clock, now);
  const share = left === null ? times.usual : left / waiting.length;
  const own = duration(Math.round(Math.min(times.usual, Math.max(times.least, share))));
  const goes = clock.kind === 'running' || clock.kind === 'untimed';
  return goes ? runFor(own, now) : { kind: 'paused', left: own, by: 'facilitator' };
}
