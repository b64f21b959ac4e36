import { timeLeft } from '#shared/room/clock.ts';
import { phaseAfter } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { minutes, type Duration, type Instant } from '#shared/time.ts';
import { zeroShows } from './digits.ts';

export interface MeasureTime {
  readonly state: 'ready' | 'running' | 'last' | 'zero' | 'extra' | 'paused' | 'untimed';
  /** How much of the ruler is filled, 0 to 1. */
  readonly share: number;
  /** Length of the ruler in minutes. */
  readonly minutes: number;
  /** Null where there is no clock; negative is extra time. */
  readonly left: Duration | null;
}

const lastPartAtMost = minutes(2);
const lastShare = 0.2;

/** What the Measure shows of a room at `now`: one state of seven, told by form. */
export function measureTime(room: RoomState, now: Instant): MeasureTime {
  const { run } = room;
  const length = run?.length ?? phaseAfter(room)?.length ?? minutes(0);
  const scale = Math.max(1, Math.round(length / minutes(1)));
  const left = run && timeLeft(run.clock, now);
  if (!run || left === null) return { state: 'untimed', share: 0, minutes: scale, left: null };

  const share = Math.min(1, Math.abs(left) / (scale * minutes(1)));
  const as = (state: MeasureTime['state']): MeasureTime => ({ state, share, minutes: scale, left });
  if (run.clock.kind === 'ready') return as('ready');
  // Extra time that waits is no fill: an outline would read as time left.
  if (run.clock.kind === 'paused') return left > 0 ? as('paused') : { ...as('paused'), share: 0 };
  if (left <= -zeroShows) return as('extra');
  if (left <= 0) return as('zero');
  return as(left <= Math.min(lastPartAtMost, lastShare * length) ? 'last' : 'running');
}
