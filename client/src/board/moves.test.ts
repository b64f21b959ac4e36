import { expect, it } from 'vitest';
import { evolveBoard } from '#shared/room/evolve/board.ts';
import type { Card } from '#shared/room/state.ts';
import { card, roomIn, t0 } from '../participant/testRoom.ts';
import { cardsOfTurn } from './cardsOfTurn.ts';
import { downFrom, mayMove, staysPut, upFrom, zonesFor, type Place } from './moves.ts';

const cards = [card('a'), card('x', { aside: true }), card('b'), card('p', { zone: 'parking' }), card('c')];
const room = roomIn('ask', { cards });
const kept = cardsOfTurn(room).find(({ zone }) => zone === 'questions')!.kept;
const [a, b, c] = kept as [Card, Card, Card];

/** The questions in order after a move, by the room's own rule. */
function after(one: Card, place: Place | null): string[] {
  if (!place) throw new Error('There is no such place.');
  const event = { type: 'cardMoved', card: one.id, ...place, id: 'event', at: t0 } as const;
  const moved = evolveBoard(room, event);
  return cardsOfTurn(moved)
    .find(({ zone }) => zone === 'questions')!
    .kept.map(({ id }) => id);
}

it('steps over one card that shows, up and down, whatever is set aside between', () => {
  expect(after(b, upFrom(kept, b))).toEqual(['b', 'a', 'c']);
  expect(after(a, downFrom(kept, a))).toEqual(['b', 'a', 'c']);
  expect(after(b, downFrom(kept, b))).toEqual(['a', 'c', 'b']);
  expect(upFrom(kept, a)).toBeNull();
  expect(downFrom(kept, c)).toBeNull();
});

it('knows a drop that changes nothing', () => {
  expect(staysPut(kept, b, { zone: 'questions', before: 'b' })).toBe(true);
  expect(staysPut(kept, b, { zone: 'questions', before: 'c' })).toBe(true);
  expect(staysPut(kept, c, { zone: 'questions', before: null })).toBe(true);
  expect(staysPut(kept, b, { zone: 'questions', before: 'a' })).toBe(false);
  expect(staysPut(kept, b, { zone: 'parking', before: null })).toBe(false);
});

it('offers what the rules allow: other open zones, to whom they are open', () => {
  expect(zonesFor(room, 'ben', a)).toEqual(['parking']);
  expect(zonesFor(room, 'amina', a)).toEqual(['focus', 'parking']);
  expect(mayMove(room, 'ines', a)).toBe(false);
  expect(mayMove(room, 'ben', a)).toBe(true);
  expect(mayMove(room, 'amina', card('f', { forgotten: true }))).toBe(false);
  expect(zonesFor({ ...roomIn('listen'), cards }, 'amina', a)).toEqual([]);
});
