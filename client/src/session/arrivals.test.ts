import { expect, it } from 'vitest';
import type { StoredEvent } from '#shared/room/events.ts';
import { instant } from '#shared/time.ts';
import { withArrivals } from './arrivals.ts';

const at = { id: 'e', at: instant(0) };
const joined = (person: string): StoredEvent => ({
  type: 'personJoined',
  person,
  name: person,
  facilitates: false,
  ...at,
});

it('counts whoever has just come in as here, before the next report says so', () => {
  const before = { connected: ['joel'], walls: 1 };
  expect(withArrivals(before, [joined('ben'), joined('ben')])).toEqual({
    connected: ['joel', 'ben'],
    walls: 1,
  });
});

it('is left as it is by everything else', () => {
  const before = { connected: ['joel'], walls: 0 };
  const added: StoredEvent = { type: 'personAdded', person: 'ben', name: 'Ben', ...at };
  expect(withArrivals(before, [added, { type: 'personAway', person: 'dee', ...at }])).toBe(before);
});
