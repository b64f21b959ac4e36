import { expect, test } from 'vitest';
import { voiceTitle } from './voiceTitle.ts';

const ben = { person: 'ben', followedUp: true, passed: false, answer: null };

test('VOI4 somebody asks once more while they speak, and not after the question rests or was passed', () => {
  expect(voiceTitle('question', ben, { holder: 'ben' })).toBe('turn.answer.asksAgain');
  expect(voiceTitle('question', { ...ben, answer: 'rest' }, { holder: 'amina' })).toBe('turn.answer.asks');
  expect(voiceTitle('question', { ...ben, followedUp: false }, { holder: 'ben' })).toBe('turn.answer.asks');
});
