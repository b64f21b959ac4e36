import type { PhaseId } from '#shared/ids.ts';
import { planAt } from '#shared/room/plan.ts';
import type { RoomState } from '#shared/room/state.ts';
import { duration, seconds, type Duration } from '#shared/time.ts';
import { phaseTitle } from '../text/phaseWords.ts';

export interface TimeRow {
  readonly phase: PhaseId;
  readonly title: string;
  /** Both in whole seconds, so that what is shown adds up. */
  readonly planned: Duration;
  /** Null for a part that was not reached. */
  readonly took: Duration | null;
}

const whole = (length: Duration): Duration => duration(Math.round(length / seconds(1)) * seconds(1));

/** How the time went, part by part: of the process, and of nobody. Empty if the session never began. */
export function timeTable(room: RoomState): TimeRow[] {
  if (room.past.length === 0) return [];
  return planAt(room, room.endedAt ?? room.changedAt).phases.map(({ phase, length, took }) => ({
    phase: phase.id,
    title: phaseTitle(phase),
    planned: whole(length),
    took: took && whole(took),
  }));
}
