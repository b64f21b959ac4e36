import { expect, test } from 'vitest';
import { somebody } from '#tests/support/parts.ts';
import { emptyRoom } from '#shared/room/evolve.ts';
import { instant } from '#shared/time.ts';
import { ownRole, roleName } from './roleWords.ts';

const room = { ...emptyRoom(instant(0)), roleNames: { coach: 'Listener' } };

test('a role has the group’s own name, or ours', () => {
  expect(roleName(room, 'coach')).toBe('Listener');
  expect(roleName(room, 'scribe')).toBe('Scribe');
});

test('people are told what they are in the group’s word', () => {
  const ben = { ...somebody, id: 'ben', name: 'Ben' };
  expect(ownRole(room, { ...ben, role: 'coach' })).toBe('Your role: Listener');
  expect(ownRole(room, { ...ben, role: 'observer' })).toBe('You are an observer');
  expect(ownRole(room, ben)).toBe('Your role is set when the turn begins');
});
