import { describe, expect, it } from 'vitest';
import { minutes, seconds } from '#shared/time.ts';
import { at, begin, exampleRoom, running, withClock } from './exampleRoom.ts';
import { planRows } from './planRows.ts';
import { say } from './words.ts';

const line = (row: ReturnType<typeof planRows>[number] | undefined) => row?.line && say(row.line);

describe('the session ruler', () => {
  it('shows what was, what is and what is to come', () => {
    const room = running(exampleRoom, 'listen', at(8), minutes(7), at(15));
    const rows = planRows(room, at(15));
    expect(rows.map((row) => row.state)).toEqual(['done', 'done', 'now', 'todo', 'todo', 'todo', 'todo']);
    expect(line(rows[0])).toBe('15:45 · took 4');
    expect(rows[2]).toMatchObject({ title: 'Timed listening', left: 0.5, size: 14 });
    expect(line(rows[2])).toBe('15:53 · 7:00 left');
    expect(rows[3]).toMatchObject({ title: 'Paraphrase', aside: '8' });
    expect(line(rows[3])).toBe('16:07');
  });

  it('adds a row for extra time', () => {
    const room = running(exampleRoom, 'ask', at(31), seconds(-40), at(46));
    const rows = planRows(room, at(46));
    const now = rows.findIndex((row) => row.state === 'now');
    expect(line(rows[now])).toBe('16:16 · at 0:00');
    expect(rows[now + 1]).toMatchObject({ state: 'extra', aside: '+0:40' });
  });

  it('says when the time waits, and when there is none', () => {
    const paused = { kind: 'paused', left: minutes(3), by: 'facilitator' } as const;
    const rows = planRows(withClock(exampleRoom, 'ask', at(31), paused), at(40));
    expect(line(rows.find((row) => row.state === 'now'))).toBe('16:16 · paused at 3:00');
    expect(line(planRows(withClock(exampleRoom, 'agree', begin, { kind: 'untimed' }), at(2))[0])).toBe(
      '15:45 · no clock',
    );
  });

  it('does not call a part that was passed over nought minutes long', () => {
    const room = running(exampleRoom, 'ask', at(31), minutes(3), at(40));
    const past = room.past.map((run) => (run.phase === 'echo' ? { ...run, left: run.length } : run));
    const echo = planRows({ ...room, past }, at(40)).find((row) => row.id === 'echo');
    expect(line(echo)).toContain('took less than 1');
  });
});
