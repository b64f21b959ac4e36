import { peoplePresent } from '#shared/room/people.ts';
import type { Person, RoomState } from '#shared/room/state.ts';

/** Who asks on the facilitator's side; null while nobody has given the console a name. */
export const facilitatorOf = (room: RoomState): Person | null =>
  peoplePresent(room).find((person) => person.role === 'facilitator') ?? null;
