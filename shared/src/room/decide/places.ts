import { peoplePresent } from '../people.ts';
import type { RoomState } from '../state.ts';

/** Large rooms work up to 60 people (PRODUCT.md, section 7); a few more may stand in the door. */
export const mostPeople = 64;
/** So many have ever come in: a door that devices run through without end is closed. */
export const mostPeopleEver = 256;

export const placesFree = (room: RoomState): number =>
  Math.min(mostPeople - peoplePresent(room).length, mostPeopleEver - room.people.length);

export const isFull = (room: RoomState): boolean => placesFree(room) <= 0;

/** Who comes back needs a place among those who are there, and is one of all who ever came already. */
export const hasNoPlace = (room: RoomState): boolean => peoplePresent(room).length >= mostPeople;
