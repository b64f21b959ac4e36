import { describe, expect, test } from 'vitest';
import type { RoomState } from '#shared/room/state.ts';
import { later, minutes, seconds, type Duration } from '#shared/time.ts';
import { card, roomIn, t0 } from '../participant/testRoom.ts';
import { bottomLine, wallBoard, wallKind } from './wallPicture.ts';

const showing = (room: RoomState, view: RoomState['wall']['view']): RoomState => ({
  ...room,
  wall: { ...room.wall, view },
});

describe('which picture the wall shows', () => {
  test('is the way in, until the turn begins', () => {
    expect(wallKind({ ...roomIn('agree'), run: null })).toBe('lobby');
    expect(wallKind(roomIn('agree'))).toBe('lobby');
    expect(wallKind(showing(roomIn('agree'), 'board'))).toBe('lobby');
  });

  test('is what the facilitator chose', () => {
    expect(wallKind(roomIn('ask'))).toBe('time');
    expect(wallKind(showing(roomIn('ask'), 'board'))).toBe('board');
    expect(wallKind(showing(roomIn('agree'), 'curtain'))).toBe('curtain');
  });

  test('is the thanks after the end, whatever was chosen', () => {
    expect(wallKind({ ...showing(roomIn('close'), 'board'), run: null, endedAt: t0 })).toBe('ended');
  });
});

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

describe('the board on the wall', () => {
  const cards = [
    card('focus', { zone: 'focus' }),
    card('heard', { zone: 'heard' }),
    card('first'),
    card('aside', { aside: true }),
    card('newest'),
    card('otherTurn', { turn: 1 }),
    card('parked', { zone: 'parking' }),
  ];

  test('has the focus and this part’s words, newest first; what was set aside stays away', () => {
    const board = wallBoard(roomIn('ask', { cards }));
    expect(board.focus).toBe('Words of focus');
    expect(board.words.map(({ id }) => id)).toEqual(['newest', 'first']);
    expect(wallBoard(roomIn('echo', { cards })).words.map(({ id }) => id)).toEqual(['heard']);
  });

  test('has nothing but the focus in listening', () => {
    expect(wallBoard(roomIn('listen', { cards })).words).toEqual([]);
  });

  test('has the step while it is planned, once the coachee put it there', () => {
    const step = {
      insight: '',
      what: 'Ring two parents',
      sentence: '',
      when: 'Friday',
      sign: '',
      tell: 'Ben',
    };
    const turns = [{ coachee: 'amina', asked: {}, step }];
    const texts = (room: RoomState) => wallBoard(room).words.map(({ text }) => text);
    expect(texts(roomIn('plan'))).toEqual([]);
    expect(texts(roomIn('plan', { turns }))).toEqual(['Ring two parents']);
    expect(texts(roomIn('close', { turns }))).toEqual([]);
  });
});
