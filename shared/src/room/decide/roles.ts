import { personOf, type Actor } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import { isPresent, personById } from '../people.ts';
import { currentPhase } from '../phases.ts';
import { isCoachee } from '../permissions.ts';
import type { Sealed } from '../sealed.ts';
import type { Person, RoomState, Scribe } from '../state.ts';
import { blank } from './blank.ts';
import { handoversFrom } from './console.ts';

/**
 * Coach or observer: a facilitator sets it for anyone, a person for themselves. During a phase of the
 * turn a new role waits for the next one: one role for each phase.
 */
export function setRole(
  room: RoomState,
  sealed: Sealed,
  command: CommandOf<'setRole'>,
  { actor }: Context,
): Decision {
  const person = personById(room, command.person);
  const { role } = command;
  if (actor.kind !== 'facilitator' && personOf(actor) !== command.person)
    return refuse('role/not-facilitator');
  if (!person || person.presence === 'removed') return refuse('people/unknown');
  if (person.role === 'coachee') return refuse('people/role-fixed');
  if (person.role === 'facilitator') return stepBack(room, sealed, person, role, actor);
  const waits = person.role !== null && (currentPhase(room)?.turn ?? null) !== null;
  if ((person.nextRole ?? person.role) === role) return nothing;
  const planned = person.role === role ? null : role;
  return waits
    ? happened({ type: 'rolePlanned', person: person.id, role: planned })
    : happened({ type: 'roleSet', person: person.id, role });
}

/** A facilitator is one no more by their own wish, and while another is here with the console. */
function stepBack(
  room: RoomState,
  sealed: Sealed,
  { id }: Person,
  role: 'coach' | 'observer',
  actor: Actor,
): Decision {
  if (personOf(actor) !== id) return refuse('people/role-fixed');
  const leads = (one: Person) => one.role === 'facilitator' && one.presence === 'here' && one.id !== id;
  if (!room.people.some(leads)) return refuse('people/hand-over-first');
  return { events: [{ type: 'roleSet', person: id, role }], sealed: handoversFrom(sealed, id) };
}

/** The scribe writes for everyone; named by the coachee, in the coachee's own zones too. */
export function nameScribe(
  room: RoomState,
  { person }: CommandOf<'nameScribe'>,
  { actor }: Context,
): Decision {
  const byCoachee = isCoachee(room, personOf(actor));
  if (actor.kind !== 'facilitator' && !byCoachee) return refuse('role/not-facilitator');
  if (person !== null && !isPresent(room, person)) return refuse('people/unknown');
  const coachee = byCoachee ? personOf(actor) : null;
  const scribe: Scribe | null = person === null ? null : { person, coachee };
  if (same(room.scribe, scribe)) return nothing;
  return happened({ type: 'scribeNamed', scribe });
}

const same = (a: Scribe | null, b: Scribe | null): boolean =>
  a?.person === b?.person && a?.coachee === b?.coachee;

/** What the group calls a role; without a name it has its usual one again. */
export function renameRole(room: RoomState, command: CommandOf<'renameRole'>): Decision {
  const { role } = command;
  const name = command.name === null || blank(command.name) ? null : command.name.trim();
  return (room.roleNames[role] ?? null) === name ? nothing : happened({ type: 'roleRenamed', role, name });
}

/** Whether cards say who wrote them: for all cards alike, so it stands once there is one. */
export function showNames(room: RoomState, { shown }: CommandOf<'showNames'>): Decision {
  if (room.namesShown === shown) return nothing;
  if (room.cards.length > 0) return refuse('people/names-stand');
  return happened({ type: 'namesShown', shown });
}
