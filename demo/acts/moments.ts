import { timeLeft } from '#shared/room/clock.ts';
import { between, type Duration } from '#shared/time.ts';
import type { View } from './act.ts';

/** How much of the running phase's time has gone by: 0 at its beginning, above 1 in extra time. */
export function gone({ room: { run }, now }: View): number {
  if (!run || run.length <= 0) return 0;
  const left = timeLeft(run.clock, now);
  return (left === null ? between(run.startedAt, now) : run.length - left) / run.length;
}

/** How long nothing has happened in the room. */
export const quietFor = ({ room, now }: View): Duration => between(room.changedAt, now);

/** Since when the floor is with whom it is with now. */
export const floorFor = ({ room, now }: View): Duration => between(room.floor.since, now);

/** How much of the speaker's own time has gone by; 0 where they have none. */
export function spoken(view: View): number {
  const left = timeLeft(view.room.floor.clock, view.now);
  const since = floorFor(view);
  return left === null ? 0 : since / Math.max(1, since + left);
}

/** Where somebody is among all who came, so that not everybody acts in the same moment. */
export const placeOf = ({ room, me }: View): number => room.people.findIndex(({ id }) => id === me.id);
