import type { PersonId } from '#shared/ids.ts';
import type { RoomState } from '#shared/room/state.ts';

/** The turn of theirs whose cards this person keeps off the wall; null when there is none. */
export function withheldTurnOf(room: RoomState, person: PersonId): number | null {
  const turn = room.turns.findIndex(({ coachee, withheld }) => coachee === person && withheld);
  return turn < 0 ? null : turn;
}
