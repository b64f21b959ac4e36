import { expect, it } from 'vitest';
import { atFirst } from '#shared/room/practice.ts';
import { later, minutes, seconds } from '#shared/time.ts';
import { roomIn, t0 } from '../participant/testRoom.ts';
import { runTime } from './runTime.ts';

const room = roomIn('reps');
const playing = {
  ...room,
  run: { ...room.run!, practice: { ...atFirst, stage: 'runs' as const, runs: 1, running: true } },
  floor: { ...room.floor, clock: { kind: 'running' as const, endsAt: later(t0, minutes(1)) } },
};

it('counts up from nothing, and past the usual time', () => {
  expect(runTime(playing, t0)).toBe(0);
  expect(runTime(playing, later(t0, seconds(75)))).toBe(seconds(75));
});

it('waits with the phase, and is nothing between two runs', () => {
  const clock = { kind: 'paused', left: seconds(40), by: 'coachee' } as const;
  const waiting = { ...playing, floor: { ...playing.floor, clock } };
  expect(runTime(waiting, later(t0, minutes(9)))).toBe(seconds(20));
  expect(runTime(room, t0)).toBeNull();
});
