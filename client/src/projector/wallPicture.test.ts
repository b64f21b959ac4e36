import { describe, expect, test } from 'vitest';
import { someTurn } from '#tests/support/parts.ts';
import type { RoomState } from '#shared/room/state.ts';
import { card, roomIn, t0 } from '../participant/testRoom.ts';
import { noFocus, turnOf, wallBoard, wallKind } from './wallPicture.ts';

const showing = (
  room: RoomState,
  view: RoomState['wall']['view'],
  over?: 'curtain' | 'check',
): RoomState => ({
  ...room,
  wall: { ...room.wall, view, ...(over && { [over]: true }) },
});

describe('which picture the wall shows', () => {
  test('is the way in, then what is read aloud, until the turn begins', () => {
    expect(wallKind({ ...roomIn('agree'), run: null })).toBe('lobby');
    expect(wallKind(roomIn('agree'))).toBe('agree');
    expect(wallKind(showing(roomIn('agree'), 'board'))).toBe('agree');
  });

  test('is what the facilitator chose', () => {
    expect(wallKind(roomIn('ask'))).toBe('time');
    expect(wallKind(showing(roomIn('ask'), 'board'))).toBe('board');
  });

  test('is the curtain in front of everything, and the back-row check in front of what it is for', () => {
    for (const room of [{ ...roomIn('agree'), run: null }, roomIn('agree'), roomIn('ask')]) {
      expect(wallKind(showing(room, 'board', 'check'))).toBe('check');
      expect(wallKind(showing(showing(room, 'board', 'check'), 'board', 'curtain'))).toBe('curtain');
    }
  });

  test('is the thanks after the end, whatever was chosen', () => {
    expect(wallKind({ ...showing(roomIn('close'), 'board'), run: null, endedAt: t0 })).toBe('ended');
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

  test('has the focus and this part’s words, oldest first as the board has them; what was set aside stays away', () => {
    const board = wallBoard(roomIn('ask', { cards }));
    expect(board.focus).toBe('Words of focus');
    expect(board.words.map(({ id }) => id)).toEqual(['first', 'newest']);
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
    const turns = [{ ...someTurn, coachee: 'amina', asked: {}, step }];
    const texts = (room: RoomState) => wallBoard(room).words.map(({ text }) => text);
    expect(texts(roomIn('plan'))).toEqual([]);
    expect(texts(roomIn('plan', { turns }))).toEqual(['Ring two parents']);
    expect(texts(roomIn('close', { turns }))).toEqual([]);
  });

  test('has nothing of a turn that its coachee keeps off the wall, and of another turn it has', () => {
    const step = { insight: '', what: 'Ring two parents', sentence: '', when: '', sign: '', tell: '' };
    const withheld = { ...someTurn, coachee: 'amina', step, stopped: true, withheld: true };
    const stopped = roomIn('plan', { cards, turns: [withheld] });
    expect(wallBoard(stopped)).toEqual({ focus: null, words: [] });
    expect(noFocus(stopped)).toBe('These cards rest for now.');
    const shown = roomIn('plan', { cards, turns: [{ ...withheld, withheld: false }] });
    expect(wallBoard(shown).focus).toBe('Words of focus');
    const second = { ...roomIn('ask', { cards }), turns: [withheld, { ...someTurn, coachee: 'ben' }] };
    const phases = second.phases.map((phase) => (phase.id === 'ask' ? { ...phase, turn: 1 } : phase));
    expect(wallBoard({ ...second, phases }).words.map(({ id }) => id)).toEqual(['otherTurn']);
  });
});

test('whose turn it is, is said only where there are two', () => {
  expect(turnOf(roomIn('ask'))).toBeNull();
  const turns = [
    { ...someTurn, coachee: 'amina' },
    { ...someTurn, coachee: 'ben' },
  ];
  expect(turnOf(roomIn('ask', { turns }))).toBe('Amina');
  expect(turnOf(roomIn('close', { turns }))).toBeNull();
  expect(noFocus(roomIn('focus', { turns }))).toBe('Amina’s focus is not written yet.');
});
