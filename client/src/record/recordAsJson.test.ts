import { expect, it } from 'vitest';
import { hostileRecord, recordOf } from './hostileRecord.ts';
import { hostileWords } from './hostileWords.ts';
import { recordAsJson } from './recordAsJson.ts';

it('is the shape docs/record.md tells', () => {
  expect(JSON.parse(recordAsJson(recordOf('Calm words')))).toEqual({
    fullturn: 'record',
    version: 1,
    room: 'Calm words',
    startedAt: '2027-01-15T08:00:00.000Z',
    endedAt: '2027-01-15T08:00:00.000Z',
    coachee: 'Calm words',
    step: [
      { field: 'what', text: 'Calm words', kept: false },
      { field: 'tell', text: 'Calm words', kept: true },
    ],
    cards: [
      { zone: 'focus', text: 'Calm words', mine: true },
      { zone: 'questions', text: 'Calm words', mine: false },
    ],
    unsent: ['Calm words'],
    notes: 'Calm words',
    time: [{ phase: 'ask', title: 'Calm words', planned: 840, took: 900 }],
  });
});

it.each(Object.entries(hostileWords))('gives %s back to the letter', (_, text) => {
  const back = JSON.parse(recordAsJson(recordOf(text))) as { version: number; notes: string; room: string };
  expect([back.version, back.notes, back.room]).toEqual([1, text, text]);
});

it('closes no script it stands in, and turns nothing around', () => {
  expect(recordAsJson(hostileRecord)).not.toMatch(/[<>&\u007F-\u009F\u2028-\u202E\u2066-\u2069]|\p{Cs}/u);
});
