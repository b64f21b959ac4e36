import type { PersonId } from '../../ids.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, sealedOnly, type Context, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { isPresent, personById } from '../people.ts';
import type { Rejection } from '../rejections.ts';
import { withoutEntries, type Sealed, type SealedEntry } from '../sealed.ts';
import type { RoomState } from '../state.ts';
import { hasTurnLeft, mayTakeOver } from '../takingOver.ts';

export function nameDeputy(room: RoomState, { person }: CommandOf<'nameDeputy'>): Decision {
  const barred = person === null ? null : leadingBarrier(room, person);
  if (barred) return refuse(barred);
  return room.deputy === person ? nothing : happened({ type: 'deputyNamed', person });
}

/** Why somebody cannot be asked to lead, now or later. */
function leadingBarrier(room: RoomState, id: PersonId): Rejection | null {
  const person = personById(room, id);
  if (!person || !isPresent(room, id)) return 'people/unknown';
  if (!person.device) return 'people/no-device';
  if (person.role === 'facilitator') return 'people/is-facilitator';
  return hasTurnLeft(room, id) ? 'people/coachee-leads-not' : null;
}

/** Asks somebody to facilitate: beside whoever asks, or in their place. */
export function offerConsole(
  room: RoomState,
  command: CommandOf<'offerConsole'>,
  { actor }: Context,
): Decision {
  const { person, stay } = command;
  const barred = leadingBarrier(room, person);
  if (barred) return refuse(barred);
  return sealedOnly({ kind: 'handover', key: person, value: { from: personOf(actor), stay } });
}

export function acceptConsole(room: RoomState, sealed: Sealed, { actor }: Context): Decision {
  const person = personOf(actor)!;
  const handover = sealed.handover[person];
  if (!handover) return refuse('people/not-asked');
  if (hasTurnLeft(room, person)) return refuse('people/coachee-leads-not');
  const before = handover.stay ? null : personById(room, handover.from);
  const stepsBack = before?.role === 'facilitator' ? before.id : null;
  const events = facilitates(room, person);
  if (stepsBack === null) return { events, sealed: withoutEntries(sealed, outgrown, person) };
  return {
    events: [...events, { type: 'roleSet', person: stepsBack, role: 'coach' }],
    sealed: [
      ...withoutEntries(sealed, outgrown, person),
      ...handoversFrom(sealed, stepsBack).filter(({ key }) => key !== person),
    ],
  };
}

/** What a facilitator is not asked any more, and does not ask. */
const outgrown = ['handover', 'offer', 'invitation', 'signal'] as const;

/** Whoever facilitates no more offers the console to nobody. */
export const handoversFrom = (sealed: Sealed, from: PersonId): SealedEntry[] =>
  Object.keys(sealed.handover)
    .filter((key) => sealed.handover[key]!.from === from)
    .map((key) => ({ kind: 'handover', key, value: null }));

export function declineConsole(sealed: Sealed, { actor }: Context): Decision {
  const person = personOf(actor)!;
  if (!sealed.handover[person]) return refuse('people/not-asked');
  return sealedOnly({ kind: 'handover', key: person, value: null });
}

/** No facilitator has been there for a while: whoever was named, and then the group, can take over. */
export function takeOver(room: RoomState, sealed: Sealed, { actor, now }: Context): Decision {
  const person = personOf(actor)!;
  if (!mayTakeOver(room, person, now)) return refuse('people/facilitator-here');
  return { events: facilitates(room, person), sealed: withoutEntries(sealed, outgrown, person) };
}

/** A facilitator leads others' voices and is none of them: floor, hand and deputy end. */
function facilitates(room: RoomState, person: PersonId): RoomEvent[] {
  const events: RoomEvent[] = [];
  if (room.floor.holder === person) events.push({ type: 'floorFreed', person, how: 'finished' });
  if (room.hands.some((hand) => hand.person === person)) events.push({ type: 'handLowered', person });
  if (room.deputy === person) events.push({ type: 'deputyNamed', person: null });
  return [...events, { type: 'roleSet', person, role: 'facilitator' }];
}
