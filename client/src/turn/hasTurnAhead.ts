import type { PersonId } from '#shared/ids.ts';
import { turnBegan } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';

/** Whether this person is the coachee of a turn that has not begun. */
export const hasTurnAhead = (room: RoomState, person: PersonId): boolean =>
  room.turns.some(({ coachee }, turn) => turn > 0 && coachee === person && !turnBegan(room, turn));
