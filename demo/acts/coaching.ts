import type { PersonId } from '#shared/ids.ts';
import type { RoomState } from '#shared/room/state.ts';
import { coaches } from '../script/coaches.ts';

/** What the script has for this person as a coach; null for whoever is none, or came later. */
export function scriptOf(room: RoomState, person: PersonId | null): (typeof coaches)[number] | null {
  const number = coachNumber(room, person);
  return number < 0 ? null : (coaches[number] ?? null);
}

/** Their place among the coaches, from 0; −1 for whoever is none. */
export const coachNumber = (room: RoomState, person: PersonId | null): number =>
  room.people.filter(({ role }) => role === 'coach').findIndex(({ id }) => id === person);
