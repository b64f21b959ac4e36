import { expect, it } from 'vitest';
import { someFloor, someRun } from '#tests/support/parts.ts';
import { oneFullTurn } from '../../method/oneFullTurn.ts';
import { instant, later, minutes, seconds } from '../../time.ts';
import { emptyRoom, evolve } from '../evolve.ts';
import { timeLeft } from '../clock.ts';
import { atFirst } from '../practice.ts';
import type { RoomState } from '../state.ts';

const t0 = instant(1_800_000_000_000);
const room: RoomState = {
  ...emptyRoom(t0),
  phases: oneFullTurn,
  floor: someFloor,
  run: {
    ...someRun,
    id: 'r',
    phase: 'reps',
    startedAt: t0,
    length: minutes(8),
    clock: { kind: 'running', endsAt: later(t0, minutes(8)) },
    practice: { ...atFirst, stage: 'runs' },
  },
};
const changed = (from: RoomState, change: Partial<typeof atFirst>, second: number): RoomState =>
  evolve(from, {
    type: 'practiceChanged',
    run: 'r',
    practice: { ...from.run!.practice!, ...change },
    id: `e${second}`,
    at: later(t0, seconds(second)),
  });

it('gives each run a time of its own that waits with the phase, and nobody the floor', () => {
  const running = changed(room, { running: true, runs: 1 }, 10);
  expect(running.floor.holder).toBeNull();
  expect(timeLeft(running.floor.clock, later(t0, seconds(30)))).toBe(seconds(40));
  const at = later(t0, seconds(30));
  const paused = evolve(running, { type: 'timePaused', run: 'r', by: 'coachee', id: 'p', at });
  expect(timeLeft(paused.floor.clock, later(t0, minutes(5)))).toBe(seconds(40));
  expect(changed(running, { running: false, remark: 'open' }, 40).floor.clock).toEqual({ kind: 'untimed' });
});

it('does not begin it anew when something else of the practice changes', () => {
  const running = changed(room, { running: true, runs: 1 }, 10);
  expect(changed(running, { partner: 'dee' }, 20).floor).toBe(running.floor);
});
