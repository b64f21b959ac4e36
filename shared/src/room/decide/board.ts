import type { CardId } from '../../ids.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import { currentTurn } from '../people.ts';
import { mayKeep, writingBarrier } from '../permissions.ts';
import type { Card, RoomState } from '../state.ts';

export const mostCards = 500;

/** Who wrote it goes into the sealed box, and nowhere else. */
export function writeCard(room: RoomState, command: CommandOf<'writeCard'>, { actor }: Context): Decision {
  const person = personOf(actor)!;
  const { card, zone } = command;
  const text = command.text.trim();
  const barred = writingBarrier(room, person, zone);
  if (barred) return refuse(barred);
  if (text === '') return refuse('board/empty');
  if (cardById(room, card)) return refuse('board/card-exists');
  if (room.cards.length >= mostCards) return refuse('board/full');
  return {
    events: [{ type: 'cardWritten', card, zone, turn: currentTurn(room), text }],
    sealed: [{ kind: 'author', key: card, value: person }],
  };
}

/** An edit names the edition it was made on, so that nobody overwrites what they have not seen. */
export function editCard(room: RoomState, command: CommandOf<'editCard'>, { actor }: Context): Decision {
  const card = cardById(room, command.card);
  const text = command.text.trim();
  if (!card) return refuse('board/unknown-card');
  const barred = writingBarrier(room, personOf(actor), card.zone);
  if (barred) return refuse(barred);
  if (text === '') return refuse('board/empty');
  if (command.edition !== card.edition) return refuse('board/changed-meanwhile');
  return text === card.text ? nothing : happened({ type: 'cardEdited', card: card.id, text });
}

export function setAside(room: RoomState, command: CommandOf<'setAside'>, { actor }: Context): Decision {
  const card = cardById(room, command.card);
  if (!card) return refuse('board/unknown-card');
  if (!mayKeep(room, personOf(actor), card)) return refuse('board/not-yours-to-write');
  if (card.aside) return refuse('board/already-aside');
  return happened({ type: 'cardSetAside', card: card.id });
}

export function bringBack(room: RoomState, command: CommandOf<'bringBack'>, { actor }: Context): Decision {
  const card = cardById(room, command.card);
  if (!card) return refuse('board/unknown-card');
  if (!mayKeep(room, personOf(actor), card)) return refuse('board/not-yours-to-write');
  if (!card.aside) return refuse('board/not-aside');
  return happened({ type: 'cardBroughtBack', card: card.id });
}

const cardById = (room: RoomState, id: CardId): Card | null =>
  room.cards.find((card) => card.id === id) ?? null;
