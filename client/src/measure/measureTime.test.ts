import { expect, test } from 'vitest';
import { someRun } from '#tests/support/parts.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import type { Clock } from '#shared/room/clock.ts';
import { emptyRoom } from '#shared/room/evolve.ts';
import type { RoomState } from '#shared/room/state.ts';
import { duration, instant, later, minutes, seconds, type Duration } from '#shared/time.ts';
import { measureTime } from './measureTime.ts';

const now = instant(1_800_000_000_000);
const before: RoomState = { ...emptyRoom(now), phases: oneFullTurn };

const inPhase = (clock: Clock, length: Duration): RoomState => ({
  ...before,
  run: { id: 'run', phase: 'listen', startedAt: now, length, clock, ...someRun, zeroAt: null },
});
const withLeft = (left: Duration, length = minutes(14)) =>
  measureTime(inPhase({ kind: 'running', endsAt: later(now, left) }, length), now);

test('before the start and in an untimed phase there is a bare ruler and no clock', () => {
  const bare = { state: 'untimed', share: 0, minutes: 5, left: null };
  expect(measureTime(before, now)).toEqual(bare);
  expect(measureTime(inPhase({ kind: 'untimed' }, minutes(5)), now)).toEqual(bare);
});

test('the fill is the share of the time that is left', () => {
  expect(withLeft(minutes(14))).toMatchObject({ state: 'running', share: 1, minutes: 14 });
  expect(withLeft(minutes(7))).toMatchObject({ state: 'running', share: 0.5 });
});

test('the last part is a fifth of the time, and at most two minutes', () => {
  expect(withLeft(duration(120_001)).state).toBe('running');
  expect(withLeft(minutes(2)).state).toBe('last');
  expect(withLeft(duration(60_001), minutes(5)).state).toBe('running');
  expect(withLeft(minutes(1), minutes(5)).state).toBe('last');
});

test('zero stands for five seconds, then extra time grows from the foot of the ruler', () => {
  expect(withLeft(duration(0)).state).toBe('zero');
  expect(withLeft(duration(-4999)).state).toBe('zero');
  expect(withLeft(seconds(-5)).state).toBe('extra');
  expect(withLeft(minutes(-7))).toMatchObject({ state: 'extra', share: 0.5 });
  expect(withLeft(minutes(-70))).toMatchObject({ state: 'extra', share: 1 });
});

test('a pause is a pause, whatever was left', () => {
  const paused = (left: Duration) =>
    measureTime(inPhase({ kind: 'paused', left, by: 'coachee' }, minutes(14)), now);
  expect(paused(minutes(7))).toMatchObject({ state: 'paused', share: 0.5 });
  expect(paused(seconds(30)).state).toBe('paused');
  expect(paused(seconds(-80))).toMatchObject({ state: 'paused', share: 0, left: seconds(-80) });
});

test('a clock that waits to be started is ready', () => {
  const ready = inPhase({ kind: 'ready', left: minutes(14) }, minutes(14));
  expect(measureTime(ready, now)).toMatchObject({ state: 'ready', share: 1 });
});

test('minutes that were added make the ruler longer', () => {
  expect(withLeft(minutes(8), minutes(16))).toMatchObject({ share: 0.5, minutes: 16 });
});
