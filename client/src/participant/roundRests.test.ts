import { expect, it } from 'vitest';
import type { RoomState } from '#shared/room/state.ts';
import { roundRests } from './roundRests.ts';
import { roomIn, speaking } from './testRoom.ts';

const after = (phase: string, spoke: string[], passed: string[], waiting: string[] = []): RoomState => {
  const room = roomIn(phase);
  return { ...room, floor: { ...room.floor, round: { waiting, spoke, passed } } };
};

it('leaves the time to the coachee when everyone has spoken or passed in a part of the turn', () => {
  expect(roundRests(after('echo', [], ['ben', 'chloe', 'dee']))).toBe('coachees');
  expect(roundRests(after('echo', ['ben'], ['chloe', 'dee']))).toBe('coachees');
});

it('is the same when all of them pass always, and was never a round where nobody has a voice', () => {
  const round = after('echo', [], []);
  expect(roundRests(round)).toBeNull();
  const people = round.people.map((each) => ({ ...each, passesAlways: each.role === 'coach' }));
  expect(roundRests({ ...round, people })).toBe('coachees');
});

it('goes on while somebody waits or speaks', () => {
  expect(roundRests(after('echo', ['ben'], [], ['dee']))).toBeNull();
  expect(roundRests(speaking(after('echo', ['ben'], ['dee']), 'chloe'))).toBeNull();
  expect(roundRests(roomIn('ask'))).toBeNull();
});

it('is simply done in the close, unless nobody wished to speak', () => {
  expect(roundRests(after('close', ['ben'], ['dee']))).toBe('done');
  expect(roundRests(after('close', [], ['ben', 'dee']))).toBe('coachees');
});
