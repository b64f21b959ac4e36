import { describe, expect, it } from 'vitest';
import type { RoomState } from '#shared/room/state.ts';
import { minutes } from '#shared/time.ts';
import { at, begin, exampleRoom, running, withClock } from './exampleRoom.ts';
import { milestone } from './milestone.ts';
import { say } from './words.ts';

const questions = running(exampleRoom, 'ask', at(30), minutes(14), at(30));
const listening = running(exampleRoom, 'listen', at(8), minutes(14), at(8));
const news = (room: RoomState, minute: number) => {
  const words = milestone(room, at(minute));
  return words && say(words);
};

describe('what is read out', () => {
  it('is nothing before the start', () => expect(milestone(exampleRoom, begin)).toBeNull());

  it('changes at milestones and not with the seconds', () => {
    expect(news(questions, 30)).toBe('Questions has started.');
    expect(news(questions, 36)).toBe('Questions has started.');
    expect(news(questions, 37)).toBe('Half of the time is left in Questions.');
    expect(news(questions, 42)).toBe('Two minutes left in Questions.');
    expect(news(questions, 43)).toBe('One minute left in Questions.');
    expect(news(questions, 44)).toBe('Questions is at zero. Nothing moves by itself.');
    expect(news(questions, 50)).toBe('Questions is at zero. Nothing moves by itself.');
  });

  it('leaves listening in peace until its zero', () => {
    expect(news(listening, 21)).toBe('Timed listening has started.');
    expect(news(listening, 22)).toBe('Timed listening is at zero. Nothing moves by itself.');
  });

  it('tells a pause and a question to the coachee', () => {
    const paused = withClock(exampleRoom, 'ask', at(30), {
      kind: 'paused',
      left: minutes(3),
      by: 'facilitator',
    });
    expect(news(paused, 41)).toBe('Paused. The time waits.');
    const ask = { run: 'run-listen', change: { kind: 'next' }, askedAt: at(10) } as const;
    expect(news({ ...listening, ask }, 10)).toBe('Amina has been asked.');
  });
});
