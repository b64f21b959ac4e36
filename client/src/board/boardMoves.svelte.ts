import { createContext } from 'svelte';
import type { CardId, PersonId } from '#shared/ids.ts';
import type { Card } from '#shared/room/state.ts';
import type { Session } from '../session/session.ts';
import { t } from '../text/text.ts';
import { cardsOfTurn } from './cardsOfTurn.ts';
import { staysPut, type Place } from './moves.ts';

/** What is being moved on an open board, and what came of it in words for those who listen. */
export class BoardMoves {
  readonly #session: Session;
  readonly me: PersonId;
  dragged = $state<CardId | null>(null);
  /** Where the dragged card would go if it were let go now. */
  place = $state.raw<Place | null>(null);
  said = $state('');

  constructor(session: Session, me: PersonId) {
    this.#session = session;
    this.me = me;
  }

  async move(card: Card, place: Place): Promise<void> {
    const kept = this.#kept(card.zone);
    if (staysPut(kept, card, place)) return;
    const { ok } = await this.#session.send({ type: 'moveCard', card: card.id, ...place });
    if (!ok) return;
    const now = this.#kept(place.zone);
    this.said = t('board.move.said', {
      zone: t(`board.zone.${place.zone}`),
      n: now.findIndex(({ id }) => id === card.id) + 1,
      of: now.length,
    });
  }

  #kept(zone: Place['zone']): readonly Card[] {
    return cardsOfTurn(this.#session.room).find((each) => each.zone === zone)?.kept ?? [];
  }
}

export const [getBoardMoves, setBoardMoves] = createContext<BoardMoves>();
