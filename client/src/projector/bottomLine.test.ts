import { describe, expect, test } from 'vitest';
import { someTurn } from '#tests/support/parts.ts';
import type { RoomState, VoiceAnswer } from '#shared/room/state.ts';
import { later, minutes, seconds, type Duration } from '#shared/time.ts';
import { hand, roomIn, t0 } from '../participant/testRoom.ts';
import { boardLine, bottomLine } from './bottomLine.ts';

describe('the bottom line', () => {
  const withLeft = (left: Duration, phase = 'listen'): readonly string[] => {
    const room = roomIn(phase);
    const clock = { kind: 'running', endsAt: later(t0, left) } as const;
    return bottomLine({ ...room, run: { ...room.run!, clock } }, t0).lines;
  };

  test('says what to do, a sentence a line', () => {
    expect(withLeft(minutes(7))).toEqual(['Listen without speaking.', 'Let silence be.']);
  });

  test('keeps to two lines at most in every phase', () => {
    for (const { id } of roomIn('ask').phases) expect(withLeft(minutes(3), id).length).toBeLessThan(3);
  });

  test('says the last two minutes once each, then leaves the room alone', () => {
    expect(withLeft(minutes(2))).toEqual(['2 minutes left']);
    expect(withLeft(seconds(90))).toEqual(['Listen without speaking.', 'Let silence be.']);
    expect(withLeft(minutes(1))).toEqual(['1 minute left']);
  });

  test('says zero and extra time calmly', () => {
    expect(withLeft(seconds(0))).toEqual(['Time. Finish your thought.']);
    expect(withLeft(seconds(-40))).toEqual(['A little extra']);
  });

  test('says that a pause is a pause, in extra time too', () => {
    const room = roomIn('listen');
    for (const left of [minutes(7), seconds(-40)]) {
      const clock = { kind: 'paused', left, by: 'coachee' } as const;
      expect(bottomLine({ ...room, run: { ...room.run!, clock } }, t0)).toEqual({
        lines: ['Paused. The time waits.'],
        state: true,
      });
    }
  });
});

describe('what the coachee says, on the wall', () => {
  const answered = (answer: Exclude<VoiceAnswer, 'pass'> | null): RoomState => {
    const room = roomIn('echo');
    return {
      ...room,
      floor: { ...room.floor, voice: { person: 'ben', followedUp: false, passed: false, answer } },
    };
  };

  test('is their latest answer, in words, in the time view and on the board', () => {
    expect(bottomLine(answered('closer'), t0)).toEqual({ lines: ['“Closer would be …”'], state: false });
    expect(boardLine(answered('closer'), t0)).toBe('“Closer would be …”');
    expect(boardLine(answered(null), t0)).toBeNull();
  });

  test('is that ideas are welcome, as long as they are', () => {
    const room = roomIn('ask');
    const open = { ...room, run: { ...room.run!, ideas: true } };
    expect(bottomLine(open, t0).lines[0]).toBe('Ideas welcome, lightly');
    expect(boardLine(open, t0)).toBe('Ideas welcome, lightly');
    const voice = { person: 'ben', followedUp: false, passed: false, answer: 'take' } as const;
    const taken = { ...open, floor: { ...open.floor, voice } };
    expect(bottomLine(taken, t0).lines).toEqual(['“I take it.”', 'Ideas welcome, lightly']);
    expect(boardLine(taken, t0), 'which has one line').toBe('Ideas welcome, lightly');
    expect(bottomLine(room, t0).lines.join(' ')).not.toContain('Ideas');
    const process = { ...open, floor: { ...open.floor, hand: hand('ben', 1, true) } };
    expect(boardLine(process, t0)).toBeNull();
  });

  test('is that the turn has stopped, and what comes next, whatever the clock says', () => {
    const turns = [{ ...someTurn, coachee: 'amina', stopped: true, withheld: true }];
    const room = roomIn('listen', { turns });
    const clock = { kind: 'paused', left: minutes(7), by: 'coachee' } as const;
    expect(bottomLine({ ...room, run: { ...room.run!, clock } }, t0).lines).toEqual([
      'The turn has stopped.',
      'Next: Close',
    ]);
  });
});

test('the board says a little extra as well', () => {
  const room = roomIn('ask');
  const clock = { kind: 'running', endsAt: later(t0, seconds(-40)) } as const;
  expect(boardLine({ ...room, run: { ...room.run!, clock } }, t0)).toBe('A little extra');
  expect(boardLine(room, t0)).toBeNull();
});

test('a round in which everyone passed rests, and the time left is the coachee’s', () => {
  const room = roomIn('echo');
  const round = { waiting: [], spoke: [], passed: ['ben', 'chloe', 'dee'] };
  const lines = (name: string) => {
    const people = room.people.map((each) => (each.id === 'amina' ? { ...each, name } : each));
    return bottomLine({ ...room, people, floor: { ...room.floor, round } }, t0).lines;
  };
  expect(lines('Amina')).toEqual(['The round rests.', 'The time left is Amina’s.']);
  expect(lines('Maximiliana')).toEqual(['The round rests.', 'The time left is theirs.']);
});
