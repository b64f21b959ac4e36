import { describe, expect, it } from 'vitest';
import type { RoomState } from '#shared/room/state.ts';
import { minutes } from '#shared/time.ts';
import { at, begin, exampleRoom, running, withClock, withoutCoachee, withAway } from './exampleRoom.ts';
import { transport, transportActs } from './transport.ts';
import { say } from './words.ts';

const paraphrase = running(exampleRoom, 'echo', at(22), minutes(5), at(25));
const listening = running(exampleRoom, 'listen', at(8), minutes(7), at(15));
const why = (room: RoomState, act: (typeof transportActs)[number], now = at(25)) => {
  const { reason } = transport(room, now)[act];
  return reason && say(reason);
};

describe('the transport', () => {
  it('rests before the start, in words', () => {
    for (const act of transportActs) {
      expect(transport(exampleRoom, begin)[act].command).toBeNull();
      expect(why(exampleRoom, act, begin)).toBe('These wait for the start.');
    }
  });

  it('names the run in every command', () => {
    for (const act of transportActs)
      expect(transport(paraphrase, at(25))[act].command).toMatchObject({ run: 'run-echo' });
  });

  it('pauses what runs, resumes what is paused, starts what is ready', () => {
    const clock = (kind: 'ready' | 'paused') =>
      kind === 'ready'
        ? ({ kind, left: minutes(8) } as const)
        : ({ kind, left: minutes(3), by: 'facilitator' } as const);
    const pause = (room: RoomState) => transport(room, at(25)).pause;
    expect(say(pause(paraphrase).label)).toBe('Pause');
    expect(say(pause(withClock(exampleRoom, 'echo', at(22), clock('paused'))).label)).toBe('Resume');
    const ready = pause(withClock(exampleRoom, 'echo', at(22), clock('ready')));
    expect(say(ready.label)).toBe('Start the time');
    expect(ready.command).toEqual({ type: 'resume', run: 'run-echo' });
  });

  it('leaves the coachee’s own pause to the coachee', () => {
    const room = withClock(exampleRoom, 'listen', at(8), { kind: 'paused', left: minutes(3), by: 'coachee' });
    expect(why(room, 'pause')).toBe('Amina paused. Only Amina can resume.');
    expect(why(room, 'restart')).toBe('Amina paused. Only Amina can resume.');
  });

  it('has no time buttons without a clock', () => {
    const room = withClock(exampleRoom, 'agree', begin, { kind: 'untimed' });
    for (const act of ['pause', 'less', 'more', 'restart'] as const)
      expect(why(room, act)).toBe('No clock in this part.');
    expect(why(room, 'back')).toBe('This is the first part.');
  });

  it('takes no minute below zero, and gives none above two hours', () => {
    expect(why(paraphrase, 'less', at(31))).toBe('No time is left to take.');
    const long = { ...paraphrase, run: { ...paraphrase.run!, length: minutes(120) } };
    expect(why(long, 'more')).toBe('A part lasts two hours at most.');
  });

  it('asks the coachee before listening is cut', () => {
    const { less, skip, more } = transport(listening, at(15));
    expect(less).toMatchObject({ asks: true, command: { type: 'askCoachee', change: { kind: 'shorten' } } });
    expect(skip).toMatchObject({ asks: true, command: { type: 'askCoachee', change: { kind: 'skip' } } });
    expect(more.command).toEqual({ type: 'addTime', run: 'run-listen', by: minutes(1) });
  });

  it('asks once, and acts when the coachee cannot be reached for a minute', () => {
    const by = minutes(-1);
    const ask = { run: 'run-listen', change: { kind: 'shorten', by }, askedAt: at(15) } as const;
    const room: RoomState = { ...listening, ask };
    expect(why(room, 'less', at(15))).toBe('Amina has been asked.');
    expect(why(room, 'skip', at(15))).toBe('Amina has been asked.');
    expect(transport(withAway(room, 'amina'), at(16)).less.command).toEqual({
      type: 'addTime',
      run: 'run-listen',
      by,
    });
  });

  it('does not go back from what the coachee paused, nor to what they ended', () => {
    const paused = withClock(exampleRoom, 'listen', at(8), {
      kind: 'paused',
      left: minutes(7),
      by: 'coachee',
    });
    expect(why(paused, 'back')).toContain('Only Amina can resume');
    const [last, ...earlier] = [...listening.past].reverse();
    const ended: RoomState = {
      ...listening,
      past: [...earlier, { ...last!, phase: 'focus', by: 'coachee' }],
    };
    expect(why(ended, 'back')).toContain('Only Amina can go back');
  });

  it('cannot skip into a turn without a coachee, nor past the last part', () => {
    const agreeing = withClock(withoutCoachee, 'agree', begin, { kind: 'untimed' });
    expect(why(agreeing, 'skip')).toContain('Nobody is coachee yet.');
    expect(why(running(exampleRoom, 'close', at(54), minutes(3), at(57)), 'skip', at(57))).toBe(
      'This is the last part.',
    );
  });
});
