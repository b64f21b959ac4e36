import type { PersonId } from '#shared/ids.ts';
import { personById } from '#shared/room/people.ts';
import type { Sealed } from '#shared/room/sealed.ts';
import type { RoomState } from '#shared/room/state.ts';

/** Whether this is somebody of the room or of its door. A knock that is remembered no more was nobody's. */
export const isRemembered = (
  { state, sealed }: { readonly state: RoomState; readonly sealed: Sealed },
  id: PersonId,
): boolean => personById(state, id) !== null || sealed.knock[id] !== undefined;
