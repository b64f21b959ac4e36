import { timeLeft } from '#shared/room/clock.ts';
import { planAt, type PlannedPhase } from '#shared/room/plan.ts';
import type { RoomState, Run } from '#shared/room/state.ts';
import { minutes, type Instant } from '#shared/time.ts';
import { clockTime, timeOfDay, zeroShows } from '../measure/digits.ts';
import { phaseTitle } from '../text/phaseWords.ts';
import { turnTitle } from './turnTitle.ts';
import type { Words } from './words.ts';

/** One piece of the session ruler. */
export interface PlanRow {
  readonly id: string;
  readonly state: 'done' | 'now' | 'todo' | 'extra';
  readonly title: Words | string;
  /** Where a turn begins and there are two: whose it is. */
  readonly turn: Words | null;
  readonly aside: Words | string | null;
  readonly line: Words | null;
  /** The same where there is no place for a second line. */
  readonly brief: Words | null;
  /** Its share of the ruler's height, in minutes. */
  readonly size: number;
  /** Of the running part: how much of it is left, 0 to 1; null where nothing is filled or counted. */
  readonly left: number | null;
  readonly paused: boolean;
}

const inMinutes = (length: number): number => length / minutes(1);

/** The whole session from the top: what it took, what is left, what is to come. */
export const planRows = (room: RoomState, now: Instant): PlanRow[] =>
  planAt(room, now).phases.flatMap((planned, i, all) => {
    const begins = all[i - 1]?.phase.turn !== planned.phase.turn;
    const turn = begins ? turnTitle(room, planned.phase.turn) : null;
    const [first, ...extra] = rowsOf(planned, room.run, now);
    return first ? [{ ...first, turn }, ...extra] : [];
  });

function rowsOf(planned: PlannedPhase, run: Run | null, now: Instant): PlanRow[] {
  switch (planned.state) {
    case 'done':
      return [doneRow(planned)];
    case 'now':
      return run ? nowRows(planned, run, now) : [];
    case 'todo':
      return [todoRow(planned)];
  }
}

function doneRow({ phase, startsAt, took }: PlannedPhase): PlanRow {
  const size = inMinutes(took ?? 0);
  const values = { start: timeOfDay(startsAt), minutes: Math.round(size) };
  const key = size < 0.5 ? 'console.plan.short' : 'console.plan.done';
  const row = {
    id: phase.id,
    state: 'done',
    title: phaseTitle(phase),
    turn: null,
    aside: null,
    size,
  } as const;
  const brief: Words = { key: size < 0.5 ? 'console.plan.briefShort' : 'console.plan.brief', values };
  return { ...row, line: { key, values }, brief, left: null, paused: false };
}

function todoRow({ phase, startsAt, length }: PlannedPhase): PlanRow {
  const size = inMinutes(length);
  return {
    id: phase.id,
    state: 'todo',
    title: phaseTitle(phase),
    turn: null,
    aside: `${Math.round(size)}`,
    line: { key: 'console.plan.todo', values: { start: timeOfDay(startsAt) } },
    brief: { key: 'console.plan.todo', values: { start: timeOfDay(startsAt) } },
    size,
    left: null,
    paused: false,
  };
}

function nowRows({ phase, startsAt, length }: PlannedPhase, run: Run, now: Instant): PlanRow[] {
  const left = timeLeft(run.clock, now);
  const size = inMinutes(length);
  const row: PlanRow = {
    id: phase.id,
    state: 'now',
    title: phaseTitle(phase),
    turn: null,
    aside: { key: 'console.plan.minutes', values: { minutes: Math.round(size) } },
    line: nowLine(run, timeOfDay(startsAt), now),
    brief: null,
    size,
    left: left === null ? null : length > 0 ? Math.min(1, Math.max(0, left / length)) : 0,
    paused: run.clock.kind === 'paused',
  };
  return left !== null && left <= -zeroShows ? [row, extraRow(left)] : [row];
}

function nowLine(run: Run, start: string, now: Instant): Words {
  const left = timeLeft(run.clock, now);
  if (left === null) return { key: 'console.plan.untimed', values: { start } };
  if (left <= 0) return { key: 'console.plan.zero', values: { start } };
  const values = { start, left: clockTime(left) };
  if (run.clock.kind === 'paused') return { key: 'console.plan.paused', values };
  return { key: run.clock.kind === 'ready' ? 'console.plan.ready' : 'console.plan.now', values };
}

const extraRow = (left: Parameters<typeof clockTime>[0]): PlanRow => ({
  id: 'extra',
  state: 'extra',
  title: { key: 'console.plan.extra' },
  turn: null,
  aside: clockTime(left),
  line: null,
  brief: null,
  size: -inMinutes(left),
  left: null,
  paused: false,
});
