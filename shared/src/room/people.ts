import type { PersonId } from '../ids.ts';
import type { Role } from '../method/phase.ts';
import { currentPhase, phaseById } from './phases.ts';
import type { Person, RoomState, Turn } from './state.ts';

export function personById(room: RoomState, id: PersonId | null): Person | null {
  return room.people.find((person) => person.id === id) ?? null;
}

/**
 * The turn that matters now: the running phase's own; before the first turn phase the first, and in
 * closing phases the one that came last.
 */
export function currentTurn(room: RoomState): number {
  const own = currentPhase(room)?.turn;
  if (own !== null && own !== undefined) return own;
  const last = room.past.findLast((run) => phaseById(room, run.phase)?.turn !== null);
  return (last && phaseById(room, last.phase)?.turn) ?? 0;
}

export const turnNow = (room: RoomState): Turn | null => room.turns[currentTurn(room)] ?? null;

/** The coachee of the turn that matters now. */
export function coacheeOf(room: RoomState): Person | null {
  return personById(room, turnNow(room)?.coachee ?? null);
}

export const hasRole = (room: RoomState, person: PersonId, roles: readonly Role[]): boolean => {
  const role = personById(room, person)?.role ?? null;
  return role !== null && roles.includes(role);
};

/** People who have not gone for good; a device may be missing for a while. */
export const peoplePresent = (room: RoomState): Person[] =>
  room.people.filter(({ presence }) => presence === 'here' || presence === 'away');

export const isPresent = (room: RoomState, id: PersonId): boolean =>
  peoplePresent(room).some((person) => person.id === id);

/** Everybody in the role they have from the next phase on. */
export const withPlannedRoles = (room: RoomState): RoomState =>
  room.people.every(({ nextRole }) => nextRole === null)
    ? room
    : {
        ...room,
        people: room.people.map((person) =>
          person.nextRole ? { ...person, role: person.nextRole, nextRole: null } : person,
        ),
      };
