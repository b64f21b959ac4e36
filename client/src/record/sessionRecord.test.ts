import { expect, it } from 'vitest';
import { emptySealed } from '#shared/room/sealed.ts';
import type { Card } from '#shared/room/state.ts';
import { card, roomIn, t0 } from '../participant/testRoom.ts';
import { sessionRecord } from './sessionRecord.ts';

const released = (id: string, change: Partial<Card> = {}): Card => ({
  ...card(id, change),
  ...{ released: true },
});
const step = { insight: '', what: 'Ask first', sentence: '', when: '', sign: '', tell: '' };
const room = roomIn('close', {
  run: null,
  endedAt: t0,
  turns: [{ ...roomIn('close').turns[0]!, step }],
  cards: [
    card('amina-heard', { zone: 'heard' }),
    card('amina-focus', { zone: 'focus' }),
    card('amina-aside', { aside: true }),
    card('ben-kept'),
    released('ben-yes'),
    released('ben-yes-aside', { aside: true }),
    released('ben-other-turn', { turn: 1 }),
  ],
});
const authors = (of: string) => ({
  ...emptySealed,
  author: Object.fromEntries(room.cards.filter(({ id }) => id.startsWith(of)).map(({ id }) => [id, of])),
});
const drafts: Record<string, string> = {
  notes: 'Mine alone',
  'step.when': 'Thursday',
  'new.parking': 'Later',
};
const read = (draft: string): string => drafts[draft] ?? '';

it('gives the coachee their step, what they wrote, and of others’ words those with a yes', () => {
  const record = sessionRecord(room, authors('amina'), 'amina', read);
  expect(record.cards).toEqual([
    { zone: 'focus', text: 'Words of amina-focus', mine: true },
    { zone: 'heard', text: 'Words of amina-heard', mine: true },
    { zone: 'questions', text: 'Words of ben-yes', mine: false },
  ]);
  expect(record.step.map(({ field, kept }) => [field, kept])).toEqual([
    ['what', false],
    ['when', true],
  ]);
  expect(record).toMatchObject({
    coachee: 'Amina',
    notes: 'Mine alone',
    unsent: ['Later'],
    room: 'Year 8 team',
  });
});

it('gives everybody else what they wrote themselves, and neither the step nor the coachee’s name', () => {
  const record = sessionRecord(room, authors('ben'), 'ben', read);
  expect(record.cards.map(({ text, mine }) => [text, mine])).toEqual([
    ['Words of ben-kept', true],
    ['Words of ben-yes', true],
    ['Words of ben-other-turn', true],
  ]);
  expect(record).toMatchObject({ coachee: null, step: [] });
  expect(JSON.stringify(sessionRecord(room, emptySealed, 'ines', () => ''))).not.toMatch(
    /Amina|Words of|Ask first/,
  );
});

it('has no words of others where nobody agreed', () => {
  const silent = { ...room, cards: [card('ben-kept'), { ...card('ben-no'), ...{ released: false } }] };
  expect(sessionRecord(silent, authors('amina'), 'amina', read).cards).toEqual([]);
});
