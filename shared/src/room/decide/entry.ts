import type { PersonId } from '../../ids.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, sealedOnly, type Context, type Decision } from '../decision.ts';
import type { RoomEvent } from '../events.ts';
import { personById } from '../people.ts';
import { turnBegan } from '../phases.ts';
import { withoutEntries, type Knock, type Sealed, type SealedEntry } from '../sealed.ts';
import type { RoomState } from '../state.ts';
import { blank } from './blank.ts';
import { doorIsFull, makingRoom, turnedAway, waitingKnocks } from './knocks.ts';
import { isOpen } from './links.ts';
import { floorAgain, goneEvents } from './people.ts';
import { hasNoPlace, isFull, placesFree } from './places.ts';

/**
 * Comes in, or knocks where there is a waiting room. The facilitator's link leads past it. After the end
 * whoever was here before knocks for what is theirs, also where nobody waits or the room was locked.
 */
export function join(
  room: RoomState,
  sealed: Sealed,
  command: CommandOf<'join'>,
  { actor, newId, now }: Context,
): Decision {
  const link = actor.kind === 'visitor' ? actor.link : undefined;
  if (personOf(actor) !== null && link === undefined)
    return refuse(actor.kind === 'visitor' ? 'role/not-let-in' : 'people/already-here');
  if (blank(command.name)) return refuse('people/name-empty');
  const person = newId();
  const name = command.name.trim();
  const again = command.again === true;
  const knock: Knock = { name, check: null, at: now, again, state: 'waiting' };
  if (room.endedAt !== null) {
    const knocksAgain = again && actor.kind !== 'facilitator' && link === undefined;
    return knocksAgain ? knocks(sealed, person, knock) : refuse('session/ended');
  }
  if (isFull(room)) return refuse('people/full');
  if (actor.kind === 'facilitator') return happened(joined(person, name, true));
  if (room.entry.locked) return refuse('people/locked');
  if (link !== undefined) return byLink(room, sealed, link, personOf(actor), name);
  if (!room.entry.waiting) return happened(...comesIn(room, person, name));
  return knocks(sealed, person, knock);
}

const knocks = (sealed: Sealed, key: PersonId, knock: Knock): Decision =>
  doorIsFull(sealed)
    ? refuse('people/door-full')
    : sealedOnly(...makingRoom(sealed), { kind: 'knock', key, value: knock });

const joined = (person: PersonId, name: string, facilitates: boolean): RoomEvent => ({
  type: 'personJoined',
  person,
  name,
  facilitates,
});

/** Who comes after the turn has begun is a coach. */
const comesIn = (room: RoomState, person: PersonId, name: string): RoomEvent[] => [
  joined(person, name, false),
  ...(turnBegan(room, 0) ? [{ type: 'roleSet', person, role: 'coach' } as const] : []),
];

/** Whoever opens a personal link first comes in by it, and nobody after them; their own knock is over. */
function byLink(
  room: RoomState,
  sealed: Sealed,
  link: PersonId,
  knocked: PersonId | null,
  name: string,
): Decision {
  if (!isOpen(sealed, link)) return refuse('people/link-used');
  const knock = knocked === null ? [] : withoutEntries(sealed, ['knock'], knocked);
  return {
    events: comesIn(room, link, name),
    sealed: [{ kind: 'link', key: link, value: null }, ...knock],
  };
}

/** A wall that was opened with the code alone stands at the door and shows two words. */
export function knockOfWall(
  sealed: Sealed,
  { key, check }: { readonly key: PersonId; readonly check: readonly [number, number] },
  { now }: Context,
): Decision {
  return knocks(sealed, key, { name: null, check, at: now, again: false, state: 'waiting' });
}

/**
 * One of those at the door, or with null all people who wait there; never a wall unseen, nor somebody
 * who says they were here before: who they are is looked at first, so that nobody is there twice.
 */
export function admit(room: RoomState, sealed: Sealed, { knock, as }: CommandOf<'admit'>): Decision {
  if (room.endedAt !== null && as === null) return refuse('session/ended');
  if (knock === null) {
    const people = waitingKnocks(sealed).filter(([, { name, again }]) => name !== null && !again);
    if (placesFree(room) < people.length) return refuse('people/full');
    return together(people.map(([key, one]) => letIn(room, key, one)));
  }
  const found = sealed.knock[knock];
  if (!found || found.state === 'in') return refuse('people/no-knock');
  if (found.name !== null && as !== null) return knownAgain(room, knock, as);
  if (found.name !== null && isFull(room)) return refuse('people/full');
  return together([letIn(room, knock, found)]);
}

interface LetIn {
  readonly events: readonly RoomEvent[];
  readonly sealed: readonly SealedEntry[];
}

/** A person becomes one of the room; a wall is known by its entry. */
const letIn = (room: RoomState, key: PersonId, knock: Knock): LetIn =>
  knock.name === null
    ? { events: [], sealed: [{ kind: 'knock', key, value: { ...knock, state: 'in' } }] }
    : { events: comesIn(room, key, knock.name), sealed: [{ kind: 'knock', key, value: null }] };

const together = (parts: readonly LetIn[]): Decision => ({
  events: parts.flatMap(({ events }) => events),
  sealed: parts.flatMap(({ sealed }) => sealed),
});

/** Whoever knocks is somebody known, on another device: that device is theirs from now on. */
function knownAgain(room: RoomState, knock: PersonId, as: PersonId): Decision {
  const person = personById(room, as);
  if (!person || person.presence === 'removed') return refuse('people/unknown');
  if (person.device && person.presence === 'here') return refuse('people/already-here');
  if (person.presence === 'left' && hasNoPlace(room)) return refuse('people/full');
  return {
    events: [{ type: 'deviceJoined', person: as }, ...floorAgain(room, as)],
    sealed: [{ kind: 'knock', key: knock, value: null }],
    moved: [{ from: knock, to: as }],
  };
}

/** They stay in sight, so that a slip can be mended; so does a wall that was let in, and is out again. */
export function turnAway(sealed: Sealed, { knock }: CommandOf<'turnAway'>): Decision {
  const found = sealed.knock[knock];
  if (!found || found.state === 'turnedAway') return refuse('people/no-knock');
  return sealedOnly({ kind: 'knock', key: knock, value: { ...found, state: 'turnedAway' } });
}

/**
 * What is not named stays as it is. Where nobody has to wait any more, those who do come in: all of them,
 * as far as there are places.
 */
export function setEntry(room: RoomState, sealed: Sealed, command: CommandOf<'setEntry'>): Decision {
  const { waiting, locked } = room.entry;
  const entry = { waiting, locked, ...command.entry };
  if (waiting === entry.waiting && locked === entry.locked) return nothing;
  const knocks = entry.waiting || entry.locked ? [] : waitingKnocks(sealed);
  const people = knocks.filter(([, { name }]) => name !== null).slice(0, Math.max(0, placesFree(room)));
  const walls = knocks.filter(([, { name }]) => name === null);
  const comeIn = [...people, ...walls].map(([key, knock]) => letIn(room, key, knock));
  return together([{ events: [{ type: 'entrySet', entry }], sealed: [] }, ...comeIn]);
}

/** What was seen by too many leads nobody in any more. Whoever has not been let in knocks anew. */
export function changeCode(sealed: Sealed, { newCode, newDoor }: Context): Decision {
  const outside = [...waitingKnocks(sealed), ...turnedAway(sealed)];
  return {
    events: [{ type: 'codeChanged', code: newCode(), door: newDoor() }],
    sealed: outside.map(([key]) => ({ kind: 'knock', key, value: null })),
  };
}

/** Out on every device, and the door gets another code. */
export function remove(
  room: RoomState,
  sealed: Sealed,
  command: CommandOf<'remove'>,
  context: Context,
): Decision {
  const person = personById(room, command.person);
  if (!person || person.presence === 'removed') return refuse('people/unknown');
  if (person.role === 'facilitator') return refuse('people/is-facilitator');
  return {
    events: [
      ...goneEvents(room, person),
      { type: 'personRemoved', person: person.id },
      { type: 'codeChanged', code: context.newCode(), door: context.newDoor() },
    ],
    sealed: withoutEntries(sealed, ['offer', 'invitation', 'signal', 'handover'], person.id),
  };
}

/** Somebody without a device. */
export function addPerson(room: RoomState, command: CommandOf<'addPerson'>, { newId }: Context): Decision {
  if (blank(command.name)) return refuse('people/name-empty');
  if (isFull(room)) return refuse('people/full');
  const person = newId();
  const added: RoomEvent = { type: 'personAdded', person, name: command.name.trim() };
  return turnBegan(room, 0) ? happened(added, { type: 'roleSet', person, role: 'coach' }) : happened(added);
}
