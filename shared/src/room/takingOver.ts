import type { PersonId } from '../ids.ts';
import { between, minutes, type Instant } from '../time.ts';
import { personById } from './people.ts';
import { phasesAhead } from './phases.ts';
import type { RoomState } from './state.ts';

/** A facilitator may be gone this long before somebody else is offered the console. */
export const deputyAfter = minutes(1);
/** The group is offered it this long after, where a deputy was offered it first. */
export const groupAfter = minutes(2);

/** Since when no facilitator has a device here; null while one has, and before the start while there is none yet. */
export function withoutFacilitatorSince(room: RoomState): Instant | null {
  const leading = room.people.filter(
    ({ role, presence }) => role === 'facilitator' && presence !== 'removed',
  );
  if (leading.length === 0 || leading.some(({ presence }) => presence === 'here')) return null;
  return leading.map(({ awaySince }) => awaySince ?? room.openedAt).reduce((a, b) => (a > b ? a : b));
}

/** Whether this person is offered the console now: the deputy first, then everyone but the coachee. */
export function mayTakeOver(room: RoomState, id: PersonId, now: Instant): boolean {
  const since = withoutFacilitatorSince(room);
  const person = personById(room, id);
  if (since === null || room.endedAt !== null || person?.presence !== 'here' || !person.device) return false;
  const gone = between(since, now);
  const deputy = personById(room, room.deputy);
  const deputyFirst = deputy?.presence === 'here' && deputy.id !== id && !hasTurnLeft(room, deputy.id);
  if (gone < (deputyFirst ? groupAfter : deputyAfter)) return false;
  return !hasTurnLeft(room, id) || nobodyElse(room, id);
}

/** Where only the coachee is left, they are not left alone with a room that nobody can lead. */
const nobodyElse = (room: RoomState, id: PersonId): boolean =>
  room.people.every((person) => person.id === id || person.presence !== 'here' || !person.device);

/** Somebody's turn is going on or still to come. */
export function hasTurnLeft(room: RoomState, person: PersonId): boolean {
  const now = room.phases.find(({ id }) => id === room.run?.phase);
  const open = [...(now ? [now] : []), ...phasesAhead(room)];
  return room.turns.some(
    ({ coachee, stopped }, i) => coachee === person && !stopped && open.some(({ turn }) => turn === i),
  );
}
