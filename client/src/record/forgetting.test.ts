import { expect, it } from 'vitest';
import { later, minutes } from '#shared/time.ts';
import { roomIn, t0 } from '../participant/testRoom.ts';
import { forgottenAt, timeUntilForgotten } from './forgetting.ts';

it('shows the time until the room is forgotten as what is left of the time it is kept', () => {
  const room = roomIn('close', { endedAt: t0, keptFor: minutes(60) });
  expect(forgottenAt(room)).toBe(later(t0, minutes(60)));
  expect(timeUntilForgotten(room, later(t0, minutes(15)))).toEqual({
    state: 'running',
    share: 0.75,
    minutes: 60,
    left: minutes(45),
  });
  expect(timeUntilForgotten(room, later(t0, minutes(90)))?.share).toBe(0);
});

it('draws no ruler for days', () => {
  const room = roomIn('close', { endedAt: t0, keptFor: minutes(30 * 24 * 60) });
  expect(timeUntilForgotten(room, t0)?.state).toBe('untimed');
});

it('is nothing before the end', () => {
  expect(timeUntilForgotten(roomIn('close'), t0)).toBeNull();
});
