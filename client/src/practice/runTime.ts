import { timeLeft } from '#shared/room/clock.ts';
import { currentPhase } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { duration, type Duration, type Instant } from '#shared/time.ts';

/** How long the run that is going on has taken, pauses left out; null where none is. Never less than nothing. */
export function runTime(room: RoomState, now: Instant): Duration | null {
  const left = room.run?.practice?.running ? timeLeft(room.floor.clock, now) : null;
  const usual = currentPhase(room)?.speakerTime?.usual;
  return left === null || usual === undefined ? null : duration(Math.max(0, usual - left));
}
