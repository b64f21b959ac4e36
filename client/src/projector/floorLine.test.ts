import { expect, test } from 'vitest';
import { someTurn } from '#tests/support/parts.ts';
import { atFirst } from '#shared/room/practice.ts';
import type { Practice, RoomState } from '#shared/room/state.ts';
import { hand, roomIn, speaking } from '../participant/testRoom.ts';
import { floorLine } from './floorLine.ts';

const practising = (change: Partial<Practice>): RoomState => {
  const room = roomIn('reps');
  return { ...room, run: { ...room.run!, practice: { ...atFirst, ...change } } };
};

test('names who has the floor, and says when it is about process', () => {
  const room = speaking(roomIn('ask'), 'ben');
  expect(floorLine(room)).toEqual({ role: 'coach', name: 'Ben', words: 'has the floor' });
  const process = { ...room, floor: { ...room.floor, hand: hand('ben', 1, true) } };
  expect(floorLine(process).words).toBe('a point of process');
});

test('between two voices of the close names who comes next, and calls it no silence', () => {
  const room = roomIn('close');
  expect(floorLine(room)).toEqual({ role: 'coach', name: 'Ben', words: 'comes next' });
  const round = { waiting: [], spoke: ['ben'], passed: [] };
  expect(floorLine({ ...room, floor: { ...room.floor, round } }).words).toBe('The round rests');
});

test('of a stopped turn names nobody', () => {
  const turns = [{ ...someTurn, coachee: 'amina', stopped: true, withheld: true }];
  expect(floorLine(roomIn('listen', { turns }))).toEqual({ role: null, name: '', words: 'Silence' });
});

test('says who plays, with the number of the run and nothing about how it went', () => {
  expect(floorLine(practising({ model: 'ben' }))).toMatchObject({ name: 'Ben', words: 'shows it first' });
  const run = { stage: 'runs', runs: 2, running: true, partner: 'dee' } as const;
  expect(floorLine(practising(run))).toEqual({ role: 'coachee', name: 'Amina with Dee', words: 'run 2' });
  expect(floorLine(practising({ ...run, swapped: true })).name).toBe('Dee with Amina');
  expect(floorLine(practising({ stage: 'runs', runs: 2 })).words).toBe('Run 2');
});
