import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nobody, type Crowd } from '#server/nodes/crowd.ts';
import { Presence } from '#server/rooms/presence.ts';
import type { Seat } from '#shared/protocol/messages.ts';
import { seconds } from '#shared/time.ts';

const amina: Seat = { power: 'participant', person: 'amina' };
let away: string[];
let reports: number;
let there: Crowd;
let presence: Presence;
beforeEach(() => {
  vi.useFakeTimers();
  away = [];
  reports = 0;
  there = nobody;
  presence = new Presence({
    elsewhere: () => there,
    changed: () => (reports += 1),
    away: (person) => away.push(person),
    back: () => undefined,
  });
});
afterEach(() => {
  presence.close();
  vi.useRealTimers();
});

test('the late close of an old socket takes nobody away who has reconnected', () => {
  presence.seat('old', amina);
  presence.seat('new', amina);
  presence.remove('old');
  vi.advanceTimersByTime(seconds(60));
  expect(away).toEqual([]);
  expect(presence.now.connected).toEqual(['amina']);
});

test('whoever is back within the grace was never away', () => {
  presence.seat('old', amina);
  presence.remove('old');
  vi.advanceTimersByTime(seconds(14));
  presence.seat('new', amina);
  vi.advanceTimersByTime(seconds(60));
  expect(away).toEqual([]);
  presence.remove('new');
  vi.advanceTimersByTime(seconds(15));
  expect(away).toEqual(['amina']);
});

test('coming and going a thousand times is told once a second', () => {
  for (let i = 0; i < 1000; i++) {
    presence.seat(`socket ${i}`, amina);
    presence.remove(`socket ${i}`);
  }
  vi.advanceTimersByTime(seconds(1));
  expect(reports).toBe(1);
});

test('whoever has a page on another node is not away, until that one is gone as well', () => {
  presence.seat('here', amina);
  presence.remove('here');
  vi.advanceTimersByTime(seconds(14));
  there = { people: ['amina'], walls: 1 };
  presence.elsewhereChanged();
  vi.advanceTimersByTime(seconds(60));
  expect(away).toEqual([]);
  expect(presence.now).toEqual({ connected: ['amina'], walls: 1 });
  there = nobody;
  presence.elsewhereChanged();
  vi.advanceTimersByTime(seconds(15));
  expect(away).toEqual(['amina']);
});
