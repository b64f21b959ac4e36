import type { CardId } from '../../ids.ts';
import type { StoredEvent } from '../events.ts';
import type { Card, RoomState } from '../state.ts';

type BoardEvent = Extract<
  StoredEvent,
  { type: 'cardWritten' | 'cardEdited' | 'cardSetAside' | 'cardBroughtBack' }
>;

export function evolveBoard(room: RoomState, event: BoardEvent): RoomState {
  switch (event.type) {
    case 'cardWritten': {
      const { card: id, zone, turn, text } = event;
      return { ...room, cards: [...room.cards, { id, zone, turn, text, edition: 1, aside: false }] };
    }
    case 'cardEdited':
      return change(room, event.card, ({ edition }) => ({ text: event.text, edition: edition + 1 }));
    case 'cardSetAside':
      return change(room, event.card, () => ({ aside: true }));
    case 'cardBroughtBack':
      return change(room, event.card, () => ({ aside: false }));
  }
}

const change = (room: RoomState, id: CardId, to: (card: Card) => Partial<Card>): RoomState => ({
  ...room,
  cards: room.cards.map((card) => (card.id === id ? { ...card, ...to(card) } : card)),
});
