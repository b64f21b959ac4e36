import type { PersonId } from '../../ids.ts';
import { coacheeOf } from '../people.ts';
import { currentPhase, isStopped } from '../phases.ts';
import type { FloorFreed } from '../events.ts';
import type { PastRun, RoomState, Round } from '../state.ts';
import { isVoice } from '../voices.ts';

/** Having spoken and having passed are kept apart for the order only; neither is ever counted. */
export function settled(round: Round, person: PersonId, how: FloorFreed): Round {
  const spoke = how !== 'returned' && how !== 'process';
  if (!spoke || !round.waiting.includes(person)) return round;
  const waiting = round.waiting.filter((id) => id !== person);
  if (how === 'left') return { ...round, waiting };
  return how === 'passed'
    ? { ...round, waiting, passed: [...round.passed, person] }
    : { ...round, waiting, spoke: [...round.spoke, person] };
}

/** A round that was left goes on where it was: who had their time has had it. */
export function goesOn(waiting: readonly PersonId[], last: PastRun | undefined): Round {
  const had = (people: readonly PersonId[] = []) => people.filter((id) => !waiting.includes(id));
  return { waiting, spoke: had(last?.round?.spoke), passed: had(last?.round?.passed) };
}

export function withoutWaiting(room: RoomState, person: PersonId): RoomState {
  const round = room.floor.round;
  return round ? { ...room, floor: { ...room.floor, round: settled(round, person, 'left') } } : room;
}

/**
 * Who comes, or comes back, in the middle of a round speaks at its end, unless they have had their
 * time; only a coachee who speaks last still comes after them. Who is no voice any more waits no more.
 */
export function joinRound(room: RoomState, id: PersonId): RoomState {
  const { round } = room.floor;
  if (!round || isStopped(room, currentPhase(room)!)) return room;
  if (!isVoice(room, id)) return room.floor.holder === id ? room : withoutWaiting(room, id);
  if ([...round.waiting, ...round.spoke, ...round.passed].includes(id)) return room;
  const last = round.waiting.filter((one) => speaksLast(room, one));
  const before = round.waiting.filter((one) => !speaksLast(room, one));
  const waiting = speaksLast(room, id) ? [...round.waiting, id] : [...before, id, ...last];
  return { ...room, floor: { ...room.floor, round: { ...round, waiting } } };
}

const speaksLast = (room: RoomState, id: PersonId): boolean =>
  currentPhase(room)?.coacheeLast === true && coacheeOf(room)?.id === id;
