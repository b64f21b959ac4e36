import { expect, it } from 'vitest';
import { later, minutes, seconds } from '#shared/time.ts';
import { ownTime } from './ownTime.ts';
import { t0 } from './testRoom.ts';

const usual = minutes(1);

it('is nothing where the phase gives nobody their own time', () => {
  expect(ownTime({ kind: 'untimed' }, t0, usual, t0)).toBeNull();
});

it('shrinks with the time this voice was given', () => {
  const clock = { kind: 'running', endsAt: later(t0, seconds(40)) } as const;
  expect(ownTime(clock, t0, usual, later(t0, seconds(10)))).toEqual({ left: seconds(30), share: 0.75 });
});

it('never leaves the band: not after zero, and not after a pause has stretched it', () => {
  const clock = { kind: 'running', endsAt: later(t0, minutes(3)) } as const;
  expect(ownTime(clock, t0, usual, t0)?.share).toBe(1);
  expect(ownTime(clock, t0, usual, later(t0, minutes(4)))).toEqual({ left: minutes(-1), share: 0 });
});

it('takes the usual time for the whole while it is paused', () => {
  const clock = { kind: 'paused', left: seconds(15), by: 'facilitator' } as const;
  expect(ownTime(clock, t0, usual, t0)?.share).toBe(0.25);
});
