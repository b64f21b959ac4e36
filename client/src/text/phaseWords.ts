import type { PersonId } from '#shared/ids.ts';
import type { Phase } from '#shared/method/phase.ts';
import { personById } from '#shared/room/people.ts';
import type { Agreement, Person, RoomState } from '#shared/room/state.ts';
import standardAgreements from './en/agreement.json';
import titles from './en/phase.json';

export const phaseTitle = (phase: Phase): string => phase.title ?? titles[phase.kind];

/** Standard agreements have their words here; those a group asked for bring their own. */
export function agreementText({ id, text }: Agreement): string {
  const standard = Number(/^standard-(\d)$/.exec(id)?.[1]);
  return text ?? standardAgreements[standard - 1] ?? id;
}

/** "Sam", and "Sam 2" for the next of that name, in the order they came. */
export function personLabel(room: RoomState, person: Person): string {
  const alike = room.people.filter(({ name }) => name === person.name);
  const nth = alike.findIndex(({ id }) => id === person.id);
  return nth > 0 ? `${person.name} ${nth + 1}` : person.name;
}

export function labelOf(room: RoomState, id: PersonId | null): string | null {
  const person = personById(room, id);
  return person && personLabel(room, person);
}
