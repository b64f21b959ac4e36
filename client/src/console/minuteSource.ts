import type { NewLength } from '#shared/method/moveMinutes.ts';
import type { Phase } from '#shared/method/phase.ts';
import { phasesAhead, timeAhead } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { between, duration, minutes, type Instant } from '#shared/time.ts';
import { endMoved, type EndChange } from './endChange.ts';

/** One part that could give the minutes, or take them. */
export interface Source extends NewLength {
  readonly part: Phase;
}

/** After time was given, taken or lost: how many whole minutes, and where they could come from or go to. */
export interface MinuteQuestion {
  /** Of the action it is about: asked once. */
  readonly id: string;
  /** More than none: minutes to be found. Less: minutes that are free. */
  readonly minutes: number;
  readonly end: EndChange;
  readonly sources: readonly Source[];
}

const asking: readonly string[] = ['addTime', 'pause', 'resume', 'back', 'restart'];

/** What the latest action leaves to be asked; null when it left nothing. It stands until the next action. */
export function minuteQuestion(room: RoomState, now: Instant): MinuteQuestion | null {
  const { undo } = room;
  const end = endMoved(room, now);
  if (!undo || !end || !asking.includes(undo.action)) return null;
  const whole = undo.action === 'addTime' ? minutesAdded(room) : between(end.from, end.to) / minutes(1);
  if (whole === 0 || (whole < 0 && undo.action !== 'addTime')) return null;
  return { id: undo.id, minutes: whole, end, sources: sourcesOf(room, whole) };
}

const minutesAdded = ({ run, undo }: RoomState): number =>
  Math.round(((run?.length ?? 0) - (undo?.before.run?.length ?? 0)) / minutes(1));

/**
 * The parts still to come that can spare `whole` minutes, the coachee's listening last; or for minutes
 * below none, those that can take them.
 */
export function sourcesOf(room: RoomState, whole: number): Source[] {
  const by = minutes(whole);
  return phasesAhead(room)
    .filter((part) => part.length > 0 && !isOver(room, part) && isWhole(room, part))
    .map((part) => ({ part, phase: part.id, length: duration(part.length - by) }))
    .filter(({ part, length }) => length >= part.minimum && length <= minutes(120))
    .sort((a, b) => Number(a.part.protected) - Number(b.part.protected));
}

const isOver = (room: RoomState, { turn }: Phase): boolean =>
  turn !== null && room.turns[turn]?.stopped === true;

/** One that Back interrupted goes on with what was left in it: other minutes would begin it anew. */
const isWhole = (room: RoomState, part: Phase): boolean => timeAhead(room, part).left === part.length;
