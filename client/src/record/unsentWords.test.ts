import { expect, it } from 'vitest';
import { card, roomIn } from '../participant/testRoom.ts';
import { unsentWords } from './unsentWords.ts';

it('finds every draft that never reached the board, and no edit that changes nothing', () => {
  const room = roomIn('close', { cards: [card('one'), card('two')] });
  const drafts: Record<string, string> = {
    question: 'A question nobody called',
    'new.parking': 'For later',
    kept: '[{"id":"card-a","zone":"parking"}]',
    'kept.card-a': 'Kept for myself',
    'edit.one': 'Words of one',
    'edit.two': 'Other words',
    takeaway: '  ',
    notes: 'Not these',
  };
  expect(unsentWords(room, (draft) => drafts[draft] ?? '')).toEqual([
    'A question nobody called',
    'For later',
    'Kept for myself',
    'Other words',
  ]);
});
