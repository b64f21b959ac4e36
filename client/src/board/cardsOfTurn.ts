import type { Zone } from '#shared/method/phase.ts';
import { zones } from '#shared/method/phase.ts';
import { currentTurn } from '#shared/room/people.ts';
import type { Card, RoomState } from '#shared/room/state.ts';

export interface ZoneOfTurn {
  readonly zone: Zone;
  readonly kept: readonly Card[];
  readonly aside: readonly Card[];
}

/** The board as it is read now: cards of this turn and of none, zone by zone in their fixed order. */
export function cardsOfTurn(room: RoomState): ZoneOfTurn[] {
  const turn = currentTurn(room);
  const shown = room.cards.filter((card) => card.turn === null || card.turn === turn);
  return zones.map((zone) => {
    const cards = shown.filter((card) => card.zone === zone);
    return { zone, kept: cards.filter((card) => !card.aside), aside: cards.filter((card) => card.aside) };
  });
}
