import { expect, it } from 'vitest';
import { ownWordsIn } from './ownWordsIn.ts';

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
