import { expect, it } from 'vitest';
import { ownWordsNow, preparedWords, wordsMoment } from './ownWords.ts';
import { hand, roomIn, speaking } from './testRoom.ts';

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

it('lets words go to the board while their author speaks, unless it is about process', () => {
  const room = speaking(roomIn('ask'), 'ben');
  expect(wordsMoment(room, 'ben', 'question')).toBe('now');
  expect(wordsMoment(room, 'dee', 'question')).toBe('before');
  const process = { ...room, floor: { ...room.floor, hand: hand('ben', 1, true) } };
  expect(wordsMoment(process, 'ben', 'question')).toBe('before');
});

it('lets a question go there afterwards only where the coachee lets it rest, and a paraphrase anyway', () => {
  const after = (phase: string, answer: 'take' | 'rest' | null) => {
    const room = roomIn(phase);
    return {
      ...room,
      floor: { ...room.floor, voice: { person: 'ben', followedUp: false, passed: false, answer } },
    };
  };
  expect(wordsMoment(after('ask', 'rest'), 'ben', 'question')).toBe('after');
  expect(wordsMoment(after('ask', 'take'), 'ben', 'question')).toBe('before');
  expect(wordsMoment(after('echo', null), 'ben', 'heard')).toBe('after');
});

it('finds what was prepared for a part that is not now, and leaves the others where they are typed', () => {
  const drafts: Record<string, string> = { question: 'What helped you then? ', heard: ' ', takeaway: 'Calm' };
  const found = (phase: string) => preparedWords(roomIn(phase), 'ben', (draft) => drafts[draft] ?? '');
  expect(found('plan')).toEqual(['What helped you then?', 'Calm']);
  expect(found('ask')).toEqual(['Calm']);
  expect(found('close')).toEqual(['What helped you then?']);
});
