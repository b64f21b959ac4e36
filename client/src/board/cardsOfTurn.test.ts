import { expect, it } from 'vitest';
import { card, roomIn } from '../participant/testRoom.ts';
import { cardsOfTurn } from './cardsOfTurn.ts';
import { mayKeep } from '#shared/room/permissions.ts';

const cards = [
  card('now'),
  card('resting', { aside: true }),
  card('before', { turn: 1 }),
  card('ours', { zone: 'parking', turn: null }),
];
const room = roomIn('ask', { cards });

it('shows the cards of this turn and of none, with those set aside apart', () => {
  const ids = cardsOfTurn(room).map(({ zone, kept, aside }) => [
    zone,
    kept.map((c) => c.id),
    aside.map((c) => c.id),
  ]);
  expect(ids).toContainEqual(['questions', ['now'], ['resting']]);
  expect(ids).toContainEqual(['parking', ['ours'], []]);
});

it('leaves setting aside to the coachee at any time, and to others where they may write', () => {
  const listening = { ...roomIn('listen'), cards };
  expect(mayKeep(listening, 'amina', card('now'))).toBe(true);
  expect(mayKeep(listening, 'ben', card('now'))).toBe(false);
  expect(mayKeep(room, 'ben', card('now'))).toBe(true);
  expect(mayKeep(room, 'ines', card('now'))).toBe(false);
});
