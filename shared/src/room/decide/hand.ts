import type { PersonId } from '../../ids.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, refuse, type Context, type Decision } from '../decision.ts';
import type { RoomState } from '../state.ts';
import { mayRaiseHand } from '../voices.ts';

export function raiseHand(
  room: RoomState,
  { process }: CommandOf<'raiseHand'>,
  { actor }: Context,
): Decision {
  const person = personOf(actor)!;
  if (hasHand(room, person)) return refuse('floor/hand-up');
  if (!mayRaiseHand(room, person, process)) return refuse('floor/no-hands-now');
  return happened({ type: 'handRaised', person, process });
}

/** One's own hand, or for a facilitator anybody's. */
export function lowerHand(room: RoomState, { person }: CommandOf<'lowerHand'>, { actor }: Context): Decision {
  if (actor.kind !== 'facilitator' && personOf(actor) !== person) return refuse('role/not-facilitator');
  if (!hasHand(room, person)) return refuse('floor/no-hand');
  return happened({ type: 'handLowered', person });
}

export const hasHand = (room: RoomState, person: PersonId): boolean =>
  room.hands.some((hand) => hand.person === person);

export const hasProcess = (room: RoomState, person: PersonId): boolean =>
  room.hands.some((hand) => hand.person === person && hand.process);
