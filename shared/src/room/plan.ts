import type { Phase } from '../method/phase.ts';
import { between, duration, later, latest, sum, type Duration, type Instant } from '../time.ts';
import { timeLeft } from './clock.ts';
import { isStopped, timeAhead } from './phases.ts';
import type { PastRun, RoomState } from './state.ts';

export interface PlannedPhase {
  readonly phase: Phase;
  readonly state: 'done' | 'now' | 'todo';
  /** When it began, or is to begin as things stand. */
  readonly startsAt: Instant;
  /** Planned time; for the running phase, and one that Back interrupted, with the minutes it was given. */
  readonly length: Duration;
  /** What it took, all runs together; null until it is done, and where it was jumped over or not come to. */
  readonly took: Duration | null;
}

export interface Plan {
  readonly phases: readonly PlannedPhase[];
  /** When the last phase is through if every phase takes what is planned from now on. */
  readonly endsAt: Instant;
  /** The end that was promised: the start plus the length the room was opened with. */
  readonly promisedEnd: Instant;
  /** Promised end minus expected end; negative when the meeting would end later. */
  readonly slack: Duration;
}

/** What the runs of one phase took together. Back to it, or Next after Back from it, goes on with what was left. */
function took(room: RoomState, runs: readonly PastRun[]): Duration {
  const used = (run: PastRun) => (run.left === null ? null : duration(run.length - run.left));
  return sum(
    runs.map((run, i) => {
      const last = runs[i - 1];
      const goesOn = last?.how === 'back' || room.past[room.past.indexOf(run) - 1]?.how === 'back';
      const before = goesOn && last ? used(last) : null;
      return duration((used(run) ?? between(run.startedAt, run.endedAt)) + run.spent - (before ?? 0));
    }),
  );
}

/** The whole session as it stands at `now`: what was, what is, what is to come. */
export function planAt(room: RoomState, now: Instant): Plan {
  const start = room.past[0]?.startedAt ?? room.run?.startedAt ?? now;
  const phases: PlannedPhase[] = [];
  let at = start;
  for (const phase of room.phases.filter((planned) => isPlanned(room, planned))) {
    const runs = room.past.filter((run) => run.phase === phase.id);
    if (room.run?.phase === phase.id) {
      const startsAt = runs[0]?.startedAt ?? room.run.startedAt;
      phases.push({ phase, state: 'now', startsAt, length: room.run.length, took: null });
      const left = timeLeft(room.run.clock, now) ?? between(now, later(room.run.startedAt, room.run.length));
      at = later(now, duration(Math.max(0, left)));
    } else if (isBehind(room, phase)) {
      const [startsAt, endedAt] = [runs[0]?.startedAt ?? at, runs.at(-1)?.endedAt ?? at];
      phases.push({
        phase,
        state: 'done',
        startsAt,
        length: phase.length,
        took: runs.length > 0 ? took(room, runs) : null,
      });
      at = latest(at, endedAt);
    } else {
      const { length, left } = timeAhead(room, phase);
      phases.push({ phase, state: 'todo', startsAt: at, length, took: null });
      at = later(at, duration(Math.max(0, left)));
    }
  }
  const promisedEnd = later(start, room.length);
  return { phases, endsAt: at, promisedEnd, slack: between(at, promisedEnd) };
}

/** What is off takes no time, and what a stopped turn still had ahead takes none any more. */
const isPlanned = (room: RoomState, phase: Phase): boolean =>
  phase.length > 0 &&
  (!isStopped(room, phase) ||
    room.run?.phase === phase.id ||
    room.past.some((run) => run.phase === phase.id));

/** After Back, phases that lie ahead again are to come, though they have been visited. */
function isBehind(room: RoomState, phase: Phase): boolean {
  if (!room.run) return room.endedAt !== null || room.past.some((run) => run.phase === phase.id);
  const order = room.phases.map((planned) => planned.id);
  return order.indexOf(phase.id) < order.indexOf(room.run.phase);
}
