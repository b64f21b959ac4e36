import type { PersonId } from '#shared/ids.ts';
import type { Sealed } from '#shared/room/sealed.ts';
import type { Card, RoomState } from '#shared/room/state.ts';

export const isAuthorOf = (sealed: Sealed, me: PersonId, card: Card): boolean =>
  sealed.author[card.id] === me;

/** Whoever wrote it, and the coachee it is about. */
export const mayForget = (room: RoomState, sealed: Sealed, me: PersonId, card: Card): boolean =>
  !card.forgotten &&
  (isAuthorOf(sealed, me, card) || (card.turn !== null && room.turns[card.turn]?.coachee === me));
