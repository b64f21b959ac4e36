import type { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { minutes, seconds } from '#shared/time.ts';
import { RedisClock } from './redisClock.ts';

const begin = 1_700_000_000_000;
let monotonic: number;
let theirs: number;
/** How long a question and its answer are under way. */
let way: readonly [there: number, back: number];
let clock: RedisClock;

const passes = (ms: number): void => {
  monotonic += ms;
  theirs += ms;
};
const redis = {
  time: () => {
    passes(way[0]);
    const answer = [String(Math.floor(theirs / 1000)), String(Math.round((theirs % 1000) * 1000))];
    passes(way[1]);
    return Promise.resolve(answer);
  },
} as unknown as Redis;

beforeEach(async () => {
  monotonic = 5_000;
  theirs = begin;
  way = [1, 1];
  clock = await RedisClock.start(redis, () => monotonic);
});
afterEach(() => {
  clock.stop();
});
const apart = (): number => clock.now() - theirs;

it("tells Redis's time and goes on with what passes here", () => {
  expect(Math.abs(apart())).toBeLessThanOrEqual(1);
  passes(1500);
  expect(Math.abs(apart())).toBeLessThanOrEqual(1);
});

it('believes the answer that was quickest', async () => {
  way = [0, 18];
  for (let i = 0; i < 5; i += 1) await clock.measure();
  expect(Math.abs(apart())).toBeLessThanOrEqual(1);
});

it('follows a machine that drifts away slowly', async () => {
  for (let i = 0; i < 100; i += 1) {
    passes(seconds(5));
    monotonic += 0.5;
    await clock.measure();
  }
  expect(Math.abs(apart())).toBeLessThanOrEqual(5);
});

it('catches up after this machine slept', async () => {
  theirs += minutes(20);
  await clock.measure();
  expect(Math.abs(apart())).toBeLessThanOrEqual(1);
});

it('never goes back when the other clock does, and neither stands still until they meet', async () => {
  const before = clock.now();
  theirs -= minutes(1);
  let last = before;
  for (let i = 0; i < 30; i += 1) {
    passes(seconds(5));
    await clock.measure();
    const now = clock.now();
    expect(now - last).toBeGreaterThanOrEqual(seconds(2));
    last = now;
  }
  expect(Math.abs(apart())).toBeLessThanOrEqual(1);
  expect(last).toBeGreaterThan(before);
});
