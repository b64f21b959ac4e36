import { expect, it } from 'vitest';
import { somePastRun } from '#tests/support/parts.ts';
import type { PastRun } from '#shared/room/state.ts';
import { duration, later, minutes, seconds, type Duration } from '#shared/time.ts';
import { roomIn, t0 } from '../participant/testRoom.ts';
import { timeBars } from './timeBars.ts';
import { timeTable } from './timeTable.ts';
import { timeWords } from './timeWords.ts';

const run = (phase: string, length: Duration, left: Duration): PastRun => ({
  ...somePastRun,
  id: phase,
  phase,
  startedAt: t0,
  endedAt: later(t0, duration(length - left)),
  length,
  left,
  ...somePastRun,
  planned: length,
  how: 'next',
  by: 'facilitator',
});
const past = [run('focus', minutes(4), duration(29_600)), run('echo', minutes(9), seconds(-30))];
const ended = roomIn('close', { run: null, endedAt: later(t0, minutes(20)), past });
const rows = timeTable(ended);
const row = (phase: string) => rows.find((one) => one.phase === phase)!;

it('has planned and actual time of every part, in whole seconds, and says what was not reached', () => {
  expect(rows).toHaveLength(7);
  expect(row('focus')).toMatchObject({ title: 'Focus', planned: minutes(4), took: seconds(210) });
  expect(row('echo')).toMatchObject({ planned: minutes(8), took: seconds(570) });
  expect(row('listen').took).toBeNull();
});

it('is empty for a session that never began', () => {
  expect(timeTable(roomIn('close', { run: null, past: [] }))).toEqual([]);
});

it('says the difference with its sign', () => {
  expect(timeWords(row('focus'))).toEqual({ planned: '4:00', took: '3:30', difference: '−0:30' });
  expect(timeWords(row('echo'))).toEqual({ planned: '8:00', took: '9:30', difference: '+1:30' });
  expect(timeWords({ planned: minutes(6), took: minutes(6) }).difference).toBe('0:00');
  expect(timeWords(row('listen')).took).toBe('not reached');
});

it('draws every part on one scale, extra apart from what was planned', () => {
  const [long, extra, none] = timeBars([
    { phase: 'a', title: '', planned: minutes(10), took: minutes(5) },
    { phase: 'b', title: '', planned: minutes(5), took: minutes(6) },
    { phase: 'c', title: '', planned: minutes(1), took: null },
  ]);
  expect(long).toEqual({ planned: 1, within: 0.5, extra: 0 });
  expect(extra).toEqual({ planned: 0.5, within: 0.5, extra: 0.1 });
  expect(none).toEqual({ planned: 0.1, within: 0, extra: 0 });
});
