import { describe, expect, it } from 'vitest';
import type { RoomState } from '#shared/room/state.ts';
import { minutes } from '#shared/time.ts';
import { at, begin, exampleRoom, running, withClock } from './exampleRoom.ts';
import { keyCommand } from './keyCommand.ts';

const questions = running(exampleRoom, 'ask', at(30), minutes(14), at(30));
const paused = withClock(exampleRoom, 'ask', at(30), { kind: 'paused', left: minutes(3), by: 'facilitator' });

describe('what a key does', () => {
  it('starts and resumes with the clicker’s start key, and never pauses', () => {
    expect(keyCommand('go', exampleRoom, begin)).toEqual({ type: 'start' });
    expect(keyCommand('go', paused, at(31))).toEqual({ type: 'resume', run: 'run-ask' });
    expect(keyCommand('go', questions, at(31))).toBeNull();
  });

  it('does what the buttons do', () => {
    expect(keyCommand('primary', questions, at(31))).toEqual({ type: 'next', run: 'run-ask' });
    expect(keyCommand('pause', questions, at(31))).toEqual({ type: 'pause', run: 'run-ask' });
    expect(keyCommand('back', questions, at(31))).toEqual({ type: 'back', run: 'run-ask' });
    expect(keyCommand('more', questions, at(31))).toMatchObject({ type: 'addTime', by: minutes(1) });
    expect(keyCommand('less', exampleRoom, begin)).toBeNull();
  });

  it('closes the curtain, and opens it on what is behind', () => {
    const board = { ...questions.wall, view: 'board' } as const;
    const covered: RoomState = { ...questions, wall: { ...board, curtain: true } };
    expect(keyCommand('curtain', { ...questions, wall: board }, at(31))).toEqual({
      type: 'setWall',
      wall: { ...board, curtain: true },
    });
    expect(keyCommand('curtain', covered, at(31))).toEqual({ type: 'setWall', wall: board });
  });
});
