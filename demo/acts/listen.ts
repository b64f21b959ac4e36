import { timeLeft } from '#shared/room/clock.ts';
import { isCoachee, pausedByCoachee } from '#shared/room/permissions.ts';
import { between, seconds } from '#shared/time.ts';
import type { Act, View } from './act.ts';
import { gone } from './moments.ts';

/** How long the coachee needs a breath. */
const breath = seconds(40);

/** What the running phase has stood still so far. */
function stoodStill({ room: { run }, now }: View): number {
  const left = run && timeLeft(run.clock, now);
  return !run || left === null ? 0 : between(run.startedAt, now) - (run.length - left);
}

/** The coachee speaks, which no screen shows; once they pause. Everybody else listens. */
export const listen: Act = (view) => {
  const { room, me } = view;
  if (!room.run || !isCoachee(room, me.id)) return null;
  const run = room.run.id;
  if (pausedByCoachee(room)) return stoodStill(view) < breath ? null : { type: 'resume', run };
  const now = gone(view) > 0.55 && gone(view) < 0.75 && stoodStill(view) < seconds(5);
  return now && room.run.clock.kind === 'running' ? { type: 'pause', run } : null;
};
