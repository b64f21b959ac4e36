import type { PersonId } from '../../ids.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, sealedOnly, type Context, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { coacheeOf, personById } from '../people.ts';
import { stoppedNow } from '../permissions.ts';
import { currentPhase, turnBegan } from '../phases.ts';
import { withoutEntries, type Sealed } from '../sealed.ts';
import type { Person, RoomState } from '../state.ts';
import { blank } from './blank.ts';
import { minutesBack } from './plan.ts';
import { hasNoPlace } from './places.ts';
import { withoutPlayer } from './practice.ts';

export const mostAgreements = 12;

/** Barriers have made sure that there is somebody. */
const self = (room: RoomState, { actor }: Context): Person => personById(room, personOf(actor))!;

export function rename(room: RoomState, command: CommandOf<'rename'>, context: Context): Decision {
  const person = self(room, context);
  const name = command.name.trim();
  if (blank(name)) return refuse('people/name-empty');
  return name === person.name ? nothing : happened({ type: 'personRenamed', person: person.id, name });
}

/** Leaving frees the floor and takes the hand down; cards stay. A coachee whose turn has not begun withdraws. */
export function leave(room: RoomState, sealed: Sealed, context: Context): Decision {
  const person = self(room, context);
  return {
    events: [...goneEvents(room, person), { type: 'personLeft', person: person.id }],
    sealed: withoutEntries(sealed, wishes, person.id),
  };
}

/** What somebody wants of the facilitators, or they of them, while they are there. */
const wishes = ['signal', 'handover'] as const;

/** What follows when somebody is there no more, however they went. After the end nothing depends on it. */
export function goneEvents(room: RoomState, { id }: Person): RoomEvent[] {
  if (room.endedAt !== null) return [];
  const events: RoomEvent[] = [];
  if (room.floor.holder === id) events.push({ type: 'floorFreed', person: id, how: 'left' });
  if (room.hands.some((hand) => hand.person === id)) events.push({ type: 'handLowered', person: id });
  if (room.scribe?.person === id) events.push({ type: 'scribeNamed', scribe: null });
  if (room.deputy === id) events.push({ type: 'deputyNamed', person: null });
  events.push(...withoutPlayer(room, id));
  const turn = room.turns.findIndex((each, i) => each.coachee === id && !turnBegan(room, i));
  if (turn >= 0) events.push({ type: 'coacheeWithdrew', person: id, turn }, ...minutesBack(room, turn));
  return events;
}

export function comeBack(room: RoomState, context: Context): Decision {
  const { id, presence } = self(room, context);
  if (presence !== 'left') return refuse('people/not-left');
  if (hasNoPlace(room)) return refuse('people/full');
  return happened({ type: 'personReturned', person: id }, ...floorAgain(room, id));
}

/** A coachee who is back has the floor again where it is theirs. */
export function floorAgain(room: RoomState, id: PersonId): RoomEvent[] {
  const phase = currentPhase(room);
  const theirs = phase?.between === 'coachee' && coacheeOf(room)?.id === id && room.floor.holder === null;
  return theirs && phase.floor !== 'nobody' && !stoppedNow(room)
    ? [{ type: 'floorGiven', person: id, clock: { kind: 'untimed' }, followUp: false }]
    : [];
}

export function agree(room: RoomState, command: CommandOf<'agree'>, context: Context): Decision {
  const { agreement, agreed } = command;
  const person = self(room, context);
  if (!room.agreements.some((each) => each.id === agreement)) return refuse('people/unknown-agreement');
  if (person.agreed.includes(agreement) === agreed) return nothing;
  return happened({ type: agreed ? 'agreementAgreed' : 'agreementReopened', person: person.id, agreement });
}

export function askForAgreement(room: RoomState, command: CommandOf<'askForAgreement'>): Decision {
  const { agreement, text } = command;
  if (blank(text)) return refuse('board/empty');
  if (turnBegan(room, 0)) return refuse('people/agreements-stand');
  if (room.agreements.some((each) => each.id === agreement)) return refuse('people/agreement-exists');
  if (room.agreements.length >= mostAgreements) return refuse('people/too-many-agreements');
  return happened({ type: 'agreementAsked', agreement, text: text.trim() });
}

export function sayReady(room: RoomState, command: CommandOf<'sayReady'>, context: Context): Decision {
  const person = self(room, context);
  return person.ready === command.ready
    ? nothing
    : happened({ type: 'readySaid', person: person.id, ready: command.ready });
}

/** Who has no device cannot lose one. */
export const noteAway = (room: RoomState, { person }: { person: PersonId }): Decision =>
  personById(room, person)?.presence === 'here' && personById(room, person)?.device === true
    ? happened({ type: 'personAway', person })
    : nothing;

export const noteBack = (room: RoomState, { person }: { person: PersonId }): Decision =>
  personById(room, person)?.presence === 'away' ? happened({ type: 'personBack', person }) : nothing;

/** "I need the facilitator": heard by the facilitators only. */
export function signal(sealed: Sealed, { on }: CommandOf<'signal'>, { actor, now }: Context): Decision {
  const person = personOf(actor)!;
  if ((sealed.signal[person] !== undefined) === on) return nothing;
  return sealedOnly({ kind: 'signal', key: person, value: on ? { at: now } : null });
}

export const answerSignal = (sealed: Sealed, { person }: CommandOf<'answerSignal'>): Decision =>
  sealed.signal[person] ? sealedOnly({ kind: 'signal', key: person, value: null }) : nothing;
