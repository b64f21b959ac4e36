import type { PersonId } from '#shared/ids.ts';
import { currentTurn } from '#shared/room/people.ts';
import { isCoachee, mayWrite } from '#shared/room/permissions.ts';
import type { Card, RoomState } from '#shared/room/state.ts';

/** Whether `person` may set this card aside and bring it back: the coachee at any time, others where they may write. */
export const mayKeep = (room: RoomState, person: PersonId | null, card: Card): boolean =>
  (isCoachee(room, person) && card.turn === currentTurn(room)) || mayWrite(room, person, card.zone);
