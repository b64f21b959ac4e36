import type { PersonId } from '../../ids.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { coacheeOf, peoplePresent, personById } from '../people.ts';
import { currentPhase, turnBegan } from '../phases.ts';
import type { Person, RoomState } from '../state.ts';

/** Large rooms work up to 60 people (PRODUCT.md, section 7); a few more may stand in the door. */
export const mostPeople = 64;
/** So many have ever come in: a door that devices run through without end is closed. */
export const mostPeopleEver = 256;
export const mostAgreements = 12;

/** Nothing to see: spaces, and characters without a shape. */
const blank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text);
/** Barriers have made sure that there is somebody. */
const self = (room: RoomState, { actor }: Context): Person => personById(room, personOf(actor))!;

export function join(room: RoomState, command: CommandOf<'join'>, { actor, newId }: Context): Decision {
  if (personOf(actor) !== null) return refuse('people/already-here');
  if (blank(command.name)) return refuse('people/name-empty');
  if (peoplePresent(room).length >= mostPeople || room.people.length >= mostPeopleEver)
    return refuse('people/full');
  const person = newId();
  const facilitates = actor.kind === 'facilitator';
  const joined: RoomEvent = { type: 'personJoined', person, name: command.name.trim(), facilitates };
  return facilitates || !turnBegan(room, 0)
    ? happened(joined)
    : happened(joined, { type: 'roleSet', person, role: 'coach' });
}

export function rename(room: RoomState, command: CommandOf<'rename'>, context: Context): Decision {
  const person = self(room, context);
  const name = command.name.trim();
  if (blank(name)) return refuse('people/name-empty');
  return name === person.name ? nothing : happened({ type: 'personRenamed', person: person.id, name });
}

/** Leaving frees the floor and takes the hand down; cards stay. A coachee whose turn has not begun withdraws. */
export function leave(room: RoomState, context: Context): Decision {
  const { id } = self(room, context);
  const events: RoomEvent[] = [];
  if (room.floor.holder === id) events.push({ type: 'floorFreed', person: id, how: 'left' });
  if (room.hands.some((hand) => hand.person === id)) events.push({ type: 'handLowered', person: id });
  const turn = room.turns.findIndex((each) => each.coachee === id);
  if (turn >= 0 && !turnBegan(room, turn)) events.push({ type: 'coacheeWithdrew', person: id, turn });
  return happened(...events, { type: 'personLeft', person: id });
}

export function comeBack(room: RoomState, context: Context): Decision {
  const { id, presence } = self(room, context);
  if (presence !== 'left') return refuse('people/not-left');
  const returned: RoomEvent = { type: 'personReturned', person: id };
  const phase = currentPhase(room);
  const theirs = phase?.between === 'coachee' && coacheeOf(room)?.id === id && room.floor.holder === null;
  return theirs && phase.floor !== 'nobody'
    ? happened(returned, { type: 'floorGiven', person: id, clock: { kind: 'untimed' } })
    : happened(returned);
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

/** Coach or observer: a facilitator sets it for anyone, a person for themselves. */
export function setRole(room: RoomState, command: CommandOf<'setRole'>, { actor }: Context): Decision {
  const person = personById(room, command.person);
  if (actor.kind !== 'facilitator' && personOf(actor) !== command.person)
    return refuse('role/not-facilitator');
  if (!person) return refuse('people/unknown');
  if (person.role === 'coachee' || person.role === 'facilitator') return refuse('people/role-fixed');
  if (person.role === command.role) return nothing;
  const set: RoomEvent = { type: 'roleSet', person: person.id, role: command.role };
  const asks = room.hands.some((hand) => hand.person === person.id && !hand.process);
  const silent = !currentPhase(room)?.voices.includes(command.role) && currentPhase(room)?.floor === 'queue';
  return asks && silent ? happened({ type: 'handLowered', person: person.id }, set) : happened(set);
}

export const noteAway = (room: RoomState, { person }: { person: PersonId }): Decision =>
  room.endedAt === null && personById(room, person)?.presence === 'here'
    ? happened({ type: 'personAway', person })
    : nothing;

export const noteBack = (room: RoomState, { person }: { person: PersonId }): Decision =>
  room.endedAt === null && personById(room, person)?.presence === 'away'
    ? happened({ type: 'personBack', person })
    : nothing;
