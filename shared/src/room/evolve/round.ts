import type { PersonId } from '../../ids.ts';
import type { RoomState, Round } from '../state.ts';
import { isVoice } from '../voices.ts';

/** Having spoken and having passed are kept apart for the order only; neither is ever counted. */
export function settled(
  round: Round,
  person: PersonId,
  how: 'finished' | 'passed' | 'taken' | 'left',
): Round {
  if (!round.waiting.includes(person)) return round;
  const waiting = round.waiting.filter((id) => id !== person);
  if (how === 'left') return { ...round, waiting };
  return how === 'passed'
    ? { ...round, waiting, passed: [...round.passed, person] }
    : { ...round, waiting, spoke: [...round.spoke, person] };
}

export function withoutWaiting(room: RoomState, person: PersonId): RoomState {
  const round = room.floor.round;
  return round ? { ...room, floor: { ...room.floor, round: settled(round, person, 'left') } } : room;
}

/** Who comes, or comes back, in the middle of a round speaks at its end, unless they have had their time. */
export function joinRound(room: RoomState, id: PersonId): RoomState {
  const round = room.floor.round;
  if (!round || !isVoice(room, id)) return room;
  if ([...round.waiting, ...round.spoke, ...round.passed].includes(id)) return room;
  return { ...room, floor: { ...room.floor, round: { ...round, waiting: [...round.waiting, id] } } };
}
