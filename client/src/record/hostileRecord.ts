import { minutes } from '#shared/time.ts';
import { t0 } from '../participant/testRoom.ts';
import { allHostileWords } from './hostileWords.ts';
import type { SessionRecord } from './sessionRecord.ts';

/** For tests: a record with the same words everywhere that somebody's words can get. */
export const recordOf = (words: string): SessionRecord => ({
  room: words,
  startedAt: t0,
  endedAt: t0,
  coachee: words,
  step: [
    { field: 'what', text: words, kept: false },
    { field: 'tell', text: words, kept: true },
  ],
  cards: [
    { zone: 'focus', text: words, mine: true },
    { zone: 'questions', text: words, mine: false },
  ],
  unsent: [words],
  notes: words,
  time: [{ phase: 'ask', title: words, planned: minutes(14), took: minutes(15) }],
});

export const hostileRecord = recordOf(allHostileWords.join('\n'));
