import type { CardId } from '../../ids.ts';
import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import { currentTurn } from '../people.ts';
import { mayKeep, stoppedNow, writesForCoachee, writingBarrier } from '../permissions.ts';
import { currentPhase } from '../phases.ts';
import type { Card, RoomState } from '../state.ts';
import { blank } from './blank.ts';

export const mostCards = 500;

/** Who wrote it goes into the sealed box, and nowhere else. */
export function writeCard(room: RoomState, command: CommandOf<'writeCard'>, { actor }: Context): Decision {
  const person = personOf(actor)!;
  const { card, zone } = command;
  const text = command.text.trim();
  const barred = writingBarrier(room, person, zone);
  if (barred) return refuse(barred);
  if (blank(text)) return refuse('board/empty');
  if (cardById(room, card)) return refuse('board/card-exists');
  if (room.cards.length >= mostCards) return refuse('board/full');
  return {
    events: [
      {
        type: 'cardWritten',
        card,
        zone,
        turn: currentTurn(room),
        text,
        by: room.namesShown ? person : null,
        scribed: writesForCoachee(room, person, zone),
      },
    ],
    sealed: [{ kind: 'author', key: card, value: person }],
  };
}

/** An edit names the edition it was made on, so that nobody overwrites what they have not seen. */
export function editCard(room: RoomState, command: CommandOf<'editCard'>, { actor }: Context): Decision {
  const card = cardById(room, command.card);
  const text = command.text.trim();
  if (!card) return refuse('board/unknown-card');
  if (card.forgotten) return refuse('board/forgotten');
  const barred = writingBarrier(room, personOf(actor), card.zone);
  if (barred) return refuse(barred);
  if (blank(text)) return refuse('board/empty');
  if (command.edition !== card.edition) return refuse('board/changed-meanwhile');
  const scribed = writesForCoachee(room, personOf(actor), card.zone);
  return text === card.text ? nothing : happened({ type: 'cardEdited', card: card.id, text, scribed });
}

/** Within a zone or to another, by whoever may write in both. The coachee orders every card of their turn. */
export function moveCard(room: RoomState, command: CommandOf<'moveCard'>, { actor }: Context): Decision {
  const person = personOf(actor);
  const { zone, before } = command;
  const card = cardById(room, command.card);
  if (!card || (before !== null && cardById(room, before)?.zone !== zone))
    return refuse('board/unknown-card');
  if (card.forgotten) return refuse('board/forgotten');
  if (!mayKeep(room, person, card)) return refuse('board/not-yours-to-write');
  const barred = zone === card.zone ? null : writingBarrier(room, person, zone);
  if (barred) return refuse(barred);
  if (before === card.id || standsThere(room, card, zone, before)) return nothing;
  return happened({ type: 'cardMoved', card: card.id, zone, before });
}

function standsThere(room: RoomState, card: Card, zone: Card['zone'], before: CardId | null): boolean {
  const inZone = room.cards.filter((one) => one.zone === zone);
  const next = inZone[inZone.indexOf(card) + 1]?.id ?? null;
  return card.zone === zone && next === before;
}

/** Everyone's prepared cards are wanted now: each device shares those that their author marked. */
export function callDrafts(room: RoomState, { run }: CommandOf<'callDrafts'>): Decision {
  const open = Object.keys(currentPhase(room)?.writes ?? {}).length > 0 && !stoppedNow(room);
  return open ? happened({ type: 'draftsCalled', run }) : refuse('board/closed');
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
  if (card.forgotten) return refuse('board/forgotten');
  return happened({ type: 'cardBroughtBack', card: card.id });
}

const cardById = (room: RoomState, id: CardId): Card | null =>
  room.cards.find((card) => card.id === id) ?? null;
