import { expect, it } from 'vitest';
import { minutes } from '#shared/time.ts';
import { lostWords, ownWordsIn } from './lostWords.ts';

it('finds what somebody wrote, wherever a command carries it', () => {
  const card = { run: 'r', card: 'c', text: 'Ask Eve' } as const;
  expect(ownWordsIn({ type: 'writeCard', zone: 'parking', ...card })).toBe('Ask Eve');
  expect(ownWordsIn({ type: 'editCard', edition: 1, ...card })).toBe('Ask Eve');
  expect(ownWordsIn({ type: 'askForAgreement', agreement: 'a', text: 'Phones away' })).toBe('Phones away');
  expect(ownWordsIn({ type: 'addPerson', name: 'Kofi' })).toBe('Kofi');
  const step = { insight: '', what: 'Ask her first', sentence: '', when: 'Monday', sign: '', tell: '' };
  expect(ownWordsIn({ type: 'shareStep', step })).toBe('Ask her first\nMonday');
});

it('finds nothing where somebody only pressed', () => {
  expect(ownWordsIn({ type: 'pause', run: 'r' })).toBe('');
  expect(ownWordsIn({ type: 'renameRole', role: 'coach', name: null })).toBe('');
});

it('says what was done, and what was taken back as that', () => {
  const giveFloor = { type: 'giveFloor', run: 'r' } as const;
  expect(lostWords({ ...giveFloor, person: 'ben' })).toBe('You gave somebody the floor.');
  expect(lostWords({ ...giveFloor, person: null })).toBe('You took the floor back.');
  expect(lostWords({ type: 'addTime', run: 'r', by: minutes(-1) })).toBe('You took minutes away.');
  expect(lostWords({ type: 'signal', on: true })).toBe('You called the facilitator.');
  expect(lostWords({ type: 'pause', run: 'r' })).toBe('You paused the time.');
});
