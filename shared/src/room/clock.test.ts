import { describe, expect, it } from 'vitest';
import { instant, minutes, seconds } from '../time.ts';
import { addToClock, pauseClock, resumeClock, runFor, timeLeft, untimed, type Clock } from './clock.ts';

const noon = instant(Date.UTC(2026, 10, 3, 12));
const ready: Clock = { kind: 'ready', left: minutes(5) };
const running = runFor(minutes(5), noon);
const paused: Clock = { kind: 'paused', left: minutes(2), by: 'coachee' };
const atFourPast = instant(noon + minutes(4));

describe('a clock', () => {
  it('TIM1 has what is left until its deadline, negative when it is over', () => {
    expect(timeLeft(running, noon)).toBe(minutes(5));
    expect(timeLeft(running, instant(noon + minutes(6)))).toBe(minutes(-1));
    expect([timeLeft(ready, atFourPast), timeLeft(paused, atFourPast)]).toEqual([minutes(5), minutes(2)]);
    expect(timeLeft(untimed, noon)).toBeNull();
  });

  it('TIM2 keeps what is left while it is paused', () => {
    const stopped = pauseClock(running, atFourPast, 'facilitator');
    expect(stopped).toEqual({ kind: 'paused', left: minutes(1), by: 'facilitator' });
    expect(resumeClock(stopped, instant(noon + minutes(30)))).toEqual({
      kind: 'running',
      endsAt: instant(noon + minutes(31)),
    });
  });

  it('TIM2 that does not run is not paused, and one that runs is not resumed', () => {
    for (const clock of [untimed, ready, paused]) expect(pauseClock(clock, noon, 'coachee')).toBe(clock);
    for (const clock of [untimed, running]) expect(resumeClock(clock, atFourPast)).toBe(clock);
    expect(resumeClock(ready, noon)).toEqual(running);
  });

  it('TIM4 takes minutes given and taken, in every state', () => {
    expect(addToClock(untimed, minutes(1))).toBe(untimed);
    expect(timeLeft(addToClock(running, minutes(-1)), atFourPast)).toBe(0);
    expect(addToClock(ready, seconds(30))).toEqual({ kind: 'ready', left: seconds(330) });
    expect(addToClock(paused, minutes(1))).toEqual({ ...paused, left: minutes(3) });
  });

  it('TIM1 paused in extra time keeps the extra', () => {
    const stopped = pauseClock(running, instant(noon + minutes(7)), 'coachee');
    expect(timeLeft(stopped, noon)).toBe(minutes(-2));
  });
});
