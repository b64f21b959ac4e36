import { expect, it } from 'vitest';
import { ownWordsNow } from './ownWords.ts';
import { roomIn } from './testRoom.ts';

it('gives each voice the words of its phase, and the zone they go to', () => {
  expect(ownWordsNow(roomIn('echo'), 'ben')).toEqual({ draft: 'heard', zone: 'heard' });
  expect(ownWordsNow(roomIn('ask'), 'ben')).toEqual({ draft: 'question', zone: 'questions' });
  expect(ownWordsNow(roomIn('close'), 'ines')).toEqual({ draft: 'takeaway', zone: 'takeaways' });
  expect(ownWordsNow(roomIn('close'), 'amina')).toEqual({ draft: 'takeaway', zone: 'takeaways' });
});

it('asks nothing of those who listen', () => {
  expect(ownWordsNow(roomIn('listen'), 'ben')).toBeNull();
  expect(ownWordsNow(roomIn('ask'), 'amina')).toBeNull();
  expect(ownWordsNow(roomIn('ask'), 'ines')).toBeNull();
  expect(ownWordsNow(roomIn('plan'), 'ben')).toBeNull();
});
