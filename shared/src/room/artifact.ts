import type { PersonId } from '../ids.ts';
import { isCoachee, stoppedNow } from './permissions.ts';
import type { RoomState } from './state.ts';

/**
 * Whether this person may show a picture on the wall now. The picture itself is no part of the room:
 * it is relayed, and never an event.
 */
export const mayShowArtifact = (room: RoomState, person: PersonId | null): boolean =>
  room.run !== null && room.floor.holder === person && isCoachee(room, person) && !stoppedNow(room);
