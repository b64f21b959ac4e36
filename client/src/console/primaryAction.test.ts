import { describe, expect, it } from 'vitest';
import { somePastRun } from '#tests/support/parts.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import type { ProtectedChange, RoomState } from '#shared/room/state.ts';
import { later, minutes, seconds } from '#shared/time.ts';
import { at, begin, exampleRoom, running, withAway, withClock, withoutCoachee } from './exampleRoom.ts';
import { primaryAction } from './primaryAction.ts';
import { say } from './words.ts';

const label = (room: RoomState, now = begin) => say(primaryAction(room, now));
const command = (room: RoomState, now = begin) => primaryAction(room, now).command;
const reason = (room: RoomState, now = begin) => {
  const why = primaryAction(room, now).reason;
  return why && say(why);
};

const listening = running(exampleRoom, 'listen', at(8), minutes(7), at(15));
const askedAway = (change: ProtectedChange): RoomState => withAway(asked(change), 'amina');
const asked = (change: ProtectedChange): RoomState => ({
  ...listening,
  ask: { run: 'run-listen', change, askedAt: at(15) },
});

describe('the primary action', () => {
  it('starts the first part before the start', () => {
    expect(label(exampleRoom)).toBe('Start agreements & roles · 5 min');
    expect(command(exampleRoom)).toEqual({ type: 'start' });
  });

  it('starts the next part and names the run it ends', () => {
    const room = withClock(exampleRoom, 'agree', begin, { kind: 'untimed' });
    expect(label(room)).toBe('Start focus · 4 min');
    expect(command(room)).toEqual({ type: 'next', run: 'run-agree' });
  });

  it('uses the group’s own name for a part', () => {
    const phases = oneFullTurn.map((phase) =>
      phase.id === 'focus' ? { ...phase, title: 'Our topic' } : phase,
    );
    const room = withClock({ ...exampleRoom, phases }, 'agree', begin, { kind: 'untimed' });
    expect(label(room)).toBe('Start Our topic · 4 min');
  });

  it('says what is left of a part that Back interrupted', () => {
    const room = running(exampleRoom, 'echo', at(22), minutes(5), at(40));
    const interrupted = {
      ...somePastRun,
      id: 'run-ask-1',
      phase: 'ask',
      startedAt: at(30),
      endedAt: at(36),
      length: minutes(14),
      left: minutes(8),
      ...somePastRun,
      planned: minutes(14),
      how: 'back',
      by: 'facilitator',
    } as const;
    expect(label({ ...room, past: [interrupted] }, at(40))).toBe('Start questions · 8 min');
  });

  it('waits for a coachee, in words', () => {
    const room = withClock(withoutCoachee, 'agree', begin, { kind: 'untimed' });
    expect(label(room)).toBe('Start focus · 4 min');
    expect(command(room)).toBeNull();
    expect(reason(room)).toBe('Nobody is coachee yet. Ask someone who offered, or ask aloud.');
  });

  it('asks the coachee before the zero of listening', () => {
    expect(label(listening, at(15))).toBe('Ask Amina to go on: Paraphrase · 8 min');
    expect(command(listening, at(15))).toEqual({
      type: 'askCoachee',
      run: 'run-listen',
      change: { kind: 'next' },
    });
  });

  it('simply goes on after the zero of listening', () => {
    expect(label(listening, at(22))).toBe('Start paraphrase · 8 min');
    expect(command(listening, at(22))).toEqual({ type: 'next', run: 'run-listen' });
  });

  it('waits for the answer, and says for how long', () => {
    const now = later(at(15), seconds(20));
    expect(label(asked({ kind: 'next' }), now)).toBe('Amina has been asked · 0:20');
    expect(command(asked({ kind: 'next' }), now)).toBeNull();
    expect(reason(asked({ kind: 'next' }), now)).toContain('for a minute');
    expect(reason(asked({ kind: 'skip' }), now)).toContain('skip');
    expect(reason(asked({ kind: 'shorten', by: minutes(-1) }), now)).toContain('one minute less');
  });

  it('goes on without an answer when the coachee cannot be reached for a minute', () => {
    expect(label(askedAway({ kind: 'next' }), at(16))).toBe('Go on without an answer: Paraphrase');
    expect(command(askedAway({ kind: 'next' }), at(16))).toEqual({ type: 'next', run: 'run-listen' });
    expect(label(askedAway({ kind: 'skip' }), at(16))).toBe('Skip without an answer: Paraphrase');
    expect(command(askedAway({ kind: 'skip' }), at(16))).toEqual({ type: 'skip', run: 'run-listen' });
    expect(command(askedAway({ kind: 'next' }), at(15))).toBeNull();
  });

  it('asks again after a minute when the coachee is here, or only a minute was asked for', () => {
    expect(command(asked({ kind: 'next' }), at(16))).toMatchObject({ type: 'askCoachee' });
    const minute = { kind: 'shorten', by: minutes(-1) } as const;
    expect(command(askedAway(minute), at(16))).toMatchObject({ type: 'askCoachee' });
  });

  it('ends the session after the last part', () => {
    const room = running(exampleRoom, 'close', at(54), minutes(3), at(57));
    expect(label(room, at(57))).toBe('End the session');
    expect(command(room, at(57))).toEqual({ type: 'endSession' });
  });

  it('asks before it ends a session whose last part is protected', () => {
    const phases = oneFullTurn.filter((phase) => ['agree', 'focus', 'listen'].includes(phase.id));
    const room = { ...listening, phases };
    expect(label(room, at(15))).toBe('Ask Amina to end the session');
    const away = withAway({ ...room, ask: asked({ kind: 'next' }).ask }, 'amina');
    expect(command(away, at(16))).toEqual({ type: 'endSession' });
  });

  it('rests after the end', () => {
    expect(command({ ...exampleRoom, endedAt: at(60) }, at(60))).toBeNull();
  });
});
