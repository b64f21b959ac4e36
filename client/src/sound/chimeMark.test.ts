import { describe, expect, it } from 'vitest';
import type { RoomState, Wall } from '#shared/room/state.ts';
import { later, minutes, seconds } from '#shared/time.ts';
import { roomIn, t0 } from '../participant/testRoom.ts';
import { chimeAfter, chimeWords, type Heard } from './chimeMark.ts';

const withWall = (room: RoomState, wall: Partial<Wall>): RoomState => ({
  ...room,
  wall: { ...room.wall, chime: 'wall', ...wall },
});
const ask = withWall(roomIn('ask'), {});
const listen = withWall(roomIn('listen'), {});
const at = (second: number) => later(t0, seconds(second));
/** What a screen sounds that looks at these seconds of a phase of 14 minutes. */
function sounded(room: RoomState, looks: readonly number[], from: Heard | null = null): string[] {
  const all: string[] = [];
  let heard = from;
  for (const second of looks) {
    const next = chimeAfter(heard, room, at(second));
    heard = next.heard;
    if (next.strokes > 0) all.push(`${second}: ${next.strokes}`);
  }
  return all;
}
const everySecond = Array.from({ length: 16 * 60 }, (_, i) => i);

describe('a screen that chimes', () => {
  it('sounds once at one minute left and twice at zero, and never else', () => {
    expect(sounded(ask, everySecond)).toEqual(['780: 1', '840: 2']);
  });

  it('is silent in listening, unless it was chosen there too', () => {
    expect(sounded(listen, everySecond)).toEqual([]);
    expect(sounded(withWall(listen, { chimeInListening: true }), everySecond)).toHaveLength(2);
  });

  it('is silent when no screen was chosen, while paused, and after a stop', () => {
    const paused = { kind: 'paused', left: seconds(-1), by: 'facilitator' } as const;
    for (const room of [
      withWall(ask, { chime: 'none' }),
      { ...ask, run: { ...ask.run!, clock: paused } },
      { ...ask, turns: [{ ...ask.turns[0]!, stopped: true }] },
    ])
      expect(sounded(room, everySecond)).toEqual([]);
  });

  it('sounds nothing a second time for a reload, and nothing late after sleep', () => {
    expect(sounded(ask, [779, 780])).toEqual(['780: 1']);
    expect(sounded(ask, [781], `${ask.run!.id} one`), 'as the device kept it').toEqual([]);
    expect(sounded(ask, [782]), 'a page that comes into it').toEqual([]);
    expect(sounded(ask, [700, 790, 900])).toEqual([]);
  });

  it('sounds again for a zero that was put off', () => {
    const more: RoomState = { ...ask, run: { ...ask.run!, clock: { kind: 'running', endsAt: at(900) } } };
    const first = chimeAfter(`${ask.run!.id} one`, ask, at(840));
    expect(first.strokes).toBe(2);
    expect(sounded(more, [845, 900], first.heard)).toEqual(['900: 2']);
  });

  it('says nothing of a minute in a part that has hardly more', () => {
    const short = { ...ask, run: { ...ask.run!, length: minutes(2) } };
    expect(sounded(short, everySecond)).toEqual(['840: 2']);
  });
});

it('a chime stands in words for six seconds', () => {
  const words = everySecond.map((second) => chimeWords(ask, at(second)));
  expect(words.filter((each) => each === 'ui.chime.one')).toHaveLength(6);
  expect(words.filter((each) => each === 'ui.chime.zero')).toHaveLength(6);
  expect(words.indexOf('ui.chime.one')).toBe(780);
  expect(everySecond.map((second) => chimeWords(listen, at(second))).every((each) => each === null)).toBe(
    true,
  );
});
