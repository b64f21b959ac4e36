import type { CardId } from '../../ids.ts';
import type { StoredEvent } from '../events.ts';
import type { Card, RoomState } from '../state.ts';

type BoardEvent = Extract<
  StoredEvent,
  {
    type:
      | 'cardWritten'
      | 'cardEdited'
      | 'cardMoved'
      | 'cardSetAside'
      | 'cardBroughtBack'
      | 'cardReleased'
      | 'cardForgotten';
  }
>;

export function evolveBoard(room: RoomState, event: BoardEvent): RoomState {
  switch (event.type) {
    case 'cardWritten': {
      const { card: id, zone, turn, text, by, scribed } = event;
      const card: Card = { ...newCard, id, zone, turn, text, by, scribed };
      return { ...room, cards: [...room.cards, card] };
    }
    case 'cardEdited':
      return change(room, event.card, ({ edition }) => ({
        text: event.text,
        edition: edition + 1,
        scribed: event.scribed,
      }));
    case 'cardSetAside':
      return change(room, event.card, () => ({ aside: true }));
    case 'cardBroughtBack':
      return change(room, event.card, () => ({ aside: false }));
    case 'cardMoved':
      return { ...room, cards: moved(room.cards, event) };
    case 'cardReleased':
      return change(room, event.card, () => ({ released: event.released }));
    case 'cardForgotten':
      return change(room, event.card, () => ({ text: '', aside: true, forgotten: true, released: false }));
  }
}

const newCard = { edition: 1, aside: false, released: false, forgotten: false };

/** Cards of a zone stand in the order of the list; without a card to stand before, it goes to the end. */
function moved(cards: readonly Card[], { card, zone, before }: StoredEvent & { type: 'cardMoved' }): Card[] {
  const others = cards.filter(({ id }) => id !== card);
  const it = cards.filter(({ id }) => id === card).map((one): Card => ({ ...one, zone }));
  const place = before === null ? -1 : others.findIndex(({ id }) => id === before);
  return place < 0 ? [...others, ...it] : [...others.slice(0, place), ...it, ...others.slice(place)];
}

const change = (room: RoomState, id: CardId, to: (card: Card) => Partial<Card>): RoomState => ({
  ...room,
  cards: room.cards.map((card) => (card.id === id ? { ...card, ...to(card) } : card)),
});
