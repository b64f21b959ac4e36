import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import { mayForgetSession } from '../permissions.ts';
import type { Sealed } from '../sealed.ts';
import type { Card, RoomState } from '../state.ts';

/** How long the room is kept after the end can only become shorter: people have come in on a promise. */
export function shortenKeeping(room: RoomState, { keptFor }: CommandOf<'shortenKeeping'>): Decision {
  if (keptFor > room.keptFor) return refuse('time/only-shorter');
  return keptFor === room.keptFor ? nothing : happened({ type: 'keepingShortened', keptFor });
}

/** After the end, by a facilitator, or by the coachee where there was one turn. */
export function forgetSession(room: RoomState, { actor }: Context): Decision {
  if (!mayForgetSession(room, actor)) return refuse('role/not-facilitator');
  if (room.endedAt === null) return refuse('session/not-ended');
  return happened({ type: 'forgettingAsked' });
}

/** Whoever wrote a card says whether the coachee may take it along. Their name is in no event. */
export function releaseCard(
  room: RoomState,
  sealed: Sealed,
  command: CommandOf<'releaseCard'>,
  { actor }: Context,
): Decision {
  const card = cardById(room, command.card);
  if (!card) return refuse('board/unknown-card');
  if (sealed.author[card.id] !== personOf(actor)) return refuse('board/not-your-card');
  if (card.forgotten) return refuse('board/forgotten');
  const { released } = command;
  return card.released === released ? nothing : happened({ type: 'cardReleased', card: card.id, released });
}

/** The words of one card, out of everything: by whoever wrote it, or the coachee it is about. */
export function forgetCard(
  room: RoomState,
  sealed: Sealed,
  command: CommandOf<'forgetCard'>,
  { actor }: Context,
): Decision {
  const person = personOf(actor)!;
  const card = cardById(room, command.card);
  if (!card) return refuse('board/unknown-card');
  const about = card.turn !== null && room.turns[card.turn]?.coachee === person;
  if (!about && sealed.author[card.id] !== person) return refuse('board/not-your-card');
  return card.forgotten ? nothing : happened({ type: 'cardForgotten', card: card.id });
}

const cardById = (room: RoomState, id: Card['id']): Card | null =>
  room.cards.find((card) => card.id === id) ?? null;
