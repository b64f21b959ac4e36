import { expect, it } from 'vitest';
import type { RoomState } from '#shared/room/state.ts';
import { later, minutes, seconds } from '#shared/time.ts';
import { roomIn, t0 } from '../participant/testRoom.ts';
import { wallVoice } from './wallVoice.ts';

/** What is read out in sixteen minutes of a part, looked at every second. */
function readOut(room: RoomState): string[] {
  const all: string[] = [];
  for (let second = 0; second < 16 * 60; second++) {
    const words = wallVoice(room, later(t0, seconds(second)));
    if (words !== all.at(-1)) all.push(words);
  }
  return all;
}
const ask = roomIn('ask');

it('says what begins and each milestone once, and no second', () => {
  expect(readOut(ask)).toEqual([
    'Questions has begun.',
    'Half of the time is left',
    '2 minutes left',
    '1 minute left',
    'Time. Finish your thought.',
  ]);
});

it('leaves whoever thinks aloud in peace', () => {
  expect(readOut(roomIn('listen'))).toEqual(['Timed listening has begun.']);
});

it('says of a short part only what is news in it', () => {
  const short = { ...ask, run: { ...ask.run!, length: minutes(2) } };
  expect(readOut(short)).toEqual(['Questions has begun.', 'Time. Finish your thought.']);
});

it('says a pause, a stop and the end, and behind the curtain nothing of the session', () => {
  const paused = { kind: 'paused', left: minutes(9), by: 'facilitator' } as const;
  expect(wallVoice({ ...ask, run: { ...ask.run!, clock: paused } }, t0)).toBe('Paused. The time waits.');
  expect(wallVoice({ ...ask, turns: [{ ...ask.turns[0]!, stopped: true }] }, t0)).toBe(
    'The turn has stopped.',
  );
  expect(wallVoice({ ...ask, run: null, endedAt: t0 }, t0)).toContain('Thank you');
  expect(wallVoice({ ...ask, wall: { ...ask.wall, curtain: true } }, t0)).toBe('The wall rests for now.');
});
