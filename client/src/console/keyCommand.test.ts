import { describe, expect, it } from 'vitest';
import type { RoomState } from '#shared/room/state.ts';
import { minutes } from '#shared/time.ts';
import { at, begin, exampleRoom, running, withClock } from './exampleRoom.ts';
import { keyCommand } from './keyCommand.ts';

const questions = running(exampleRoom, 'ask', at(30), minutes(14), at(30));
const paused = withClock(exampleRoom, 'ask', at(30), { kind: 'paused', left: minutes(3), by: 'facilitator' });

describe('what a key does', () => {
  it('starts and resumes with the clicker’s start key, and never pauses', () => {
    expect(keyCommand('go', exampleRoom, begin, 'time')).toEqual({ type: 'start' });
    expect(keyCommand('go', paused, at(31), 'time')).toEqual({ type: 'resume', run: 'run-ask' });
    expect(keyCommand('go', questions, at(31), 'time')).toBeNull();
  });

  it('does what the buttons do', () => {
    expect(keyCommand('primary', questions, at(31), 'time')).toEqual({ type: 'next', run: 'run-ask' });
    expect(keyCommand('pause', questions, at(31), 'time')).toEqual({ type: 'pause', run: 'run-ask' });
    expect(keyCommand('back', questions, at(31), 'time')).toEqual({ type: 'back', run: 'run-ask' });
    expect(keyCommand('more', questions, at(31), 'time')).toMatchObject({ type: 'addTime', by: minutes(1) });
    expect(keyCommand('less', exampleRoom, begin, 'time')).toBeNull();
  });

  it('opens the curtain on what was there before it', () => {
    const covered: RoomState = { ...questions, wall: { ...questions.wall, view: 'curtain' } };
    expect(keyCommand('curtain', questions, at(31), 'time')).toMatchObject({ wall: { view: 'curtain' } });
    expect(keyCommand('curtain', covered, at(31), 'board')).toMatchObject({ wall: { view: 'board' } });
  });
});
