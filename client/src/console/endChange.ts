import { timeLeft } from '#shared/room/clock.ts';
import { planAt, type Plan } from '#shared/room/plan.ts';
import type { RoomState, Run } from '#shared/room/state.ts';
import { between, duration, later, type Duration, type Instant } from '#shared/time.ts';
import { timeOfDay } from '../measure/digits.ts';
import { minutesSpare, toldEnd } from './endWords.ts';
import type { Words } from './words.ts';

/** The end of the meeting, and the minutes to spare before it, before and after a change. */
export interface EndChange {
  readonly from: Instant;
  readonly to: Instant;
  readonly slackFrom: number;
  readonly slackTo: number;
}

/** What a change to the plan does to the end, at `now`. */
export const endChange = (before: RoomState, after: RoomState, now: Instant): EndChange =>
  changeOf(planAt(before, now), planAt(after, now));

/** What the latest facilitator action did to the end; null when there is none that can be told. */
export function endMoved(room: RoomState, now: Instant): EndChange | null {
  const { undo, run } = room;
  if (!undo || !run || room.endedAt !== null) return null;
  // A clock that rests moves the end with every second; one that runs did so at its press.
  const after = planAt(room, run.clock.kind === 'running' ? undo.at : now);
  if (undo.action === 'resume') {
    const through = later(after.endsAt, duration(-waited(room, run, undo.at)));
    return changeOf({ ...after, endsAt: through, slack: between(through, after.promisedEnd) }, after);
  }
  const { run: runBefore, past, phases } = undo.before;
  return changeOf(planAt({ ...room, run: runBefore, past, phases }, undo.at), after);
}

/** "16:45 → 16:46", or what became of the minutes to spare; null where nothing moved. */
export function endChangeWords({ from, to, slackFrom, slackTo }: EndChange): Words | null {
  if (from !== to) return { key: 'plan.end.moves', values: { from: timeOfDay(from), to: timeOfDay(to) } };
  if (slackFrom === slackTo) return null;
  return { key: 'plan.end.slack', values: { to: timeOfDay(to), from: slackFrom, slack: slackTo } };
}

const changeOf = (before: Plan, after: Plan): EndChange => ({
  from: toldEnd(before),
  to: toldEnd(after),
  slackFrom: minutesSpare(before),
  slackTo: minutesSpare(after),
});

/** How long this run has stood still: its time since it began, less what its clock has used. */
function waited(room: RoomState, run: Run, at: Instant): Duration {
  const left = timeLeft(run.clock, at);
  if (left === null) return duration(0);
  const earlier = room.past.findLast(({ phase, left: rest }) => phase === run.phase && rest !== null);
  const usedBefore = earlier?.left == null ? 0 : earlier.length - earlier.left;
  const used = run.length - left - usedBefore;
  return duration(Math.max(0, between(later(run.startedAt, duration(used)), at)));
}
