import { timeLeft } from '#shared/room/clock.ts';
import { currentPhase, isStopped } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { duration, minutes, seconds, type Duration, type Instant } from '#shared/time.ts';

/** A page that looks later than this slept through it: a chime that comes late says something wrong. */
const freshFor = seconds(5);
/** A sound stands in words for as long. */
const wordsFor = seconds(6);
/** In a shorter part one minute left is no news. */
const leastForMinute = minutes(2);

type Part = 'much' | 'one' | 'zero';
interface Mark {
  readonly part: Part;
  /** How long ago this part of the time began. */
  readonly since: Duration;
}

/** Null where nothing runs towards a mark, and in listening, unless it was chosen there too. */
function markNow(room: RoomState, now: Instant): Mark | null {
  const phase = currentPhase(room);
  if (!room.run || !phase || room.wall.chime === 'none' || isStopped(room, phase)) return null;
  if (phase.protected && !room.wall.chimeInListening) return null;
  const { clock, length } = room.run;
  const left = clock.kind === 'running' ? timeLeft(clock, now) : null;
  if (left === null) return null;
  const since = (mark: Duration) => duration(mark - left);
  if (left <= 0) return { part: 'zero', since: since(minutes(0)) };
  const last = left <= minutes(1) && length > leastForMinute;
  return last ? { part: 'one', since: since(minutes(1)) } : { part: 'much', since: since(length) };
}

/** Where a screen's sound stands: in which run of a phase, and in what part of its time. */
export type Heard = `${string} ${Part}`;

/**
 * What a screen that chimes has to do now, after what it did last: two strokes at zero, one a minute
 * before it, none for what it slept through, for a part it came into, or for what sounded already.
 */
export function chimeAfter(
  before: Heard | null,
  room: RoomState,
  now: Instant,
): { heard: Heard | null; strokes: 0 | 1 | 2 } {
  const mark = markNow(room, now);
  if (mark === null) return { heard: before, strokes: 0 };
  const run = room.run!.id;
  const heard: Heard = `${run} ${mark.part}`;
  const known = before?.startsWith(`${run} `) && before !== heard;
  if (!known || mark.since > freshFor) return { heard, strokes: 0 };
  if (mark.part === 'zero') return { heard, strokes: 2 };
  return { heard, strokes: before === `${run} much` ? 1 : 0 };
}

/** The words of a chime, while they stand on every screen: nobody needs to hear it. */
export function chimeWords(room: RoomState, now: Instant): 'ui.chime.one' | 'ui.chime.zero' | null {
  const mark = markNow(room, now);
  if (mark === null || mark.part === 'much' || mark.since >= wordsFor) return null;
  return mark.part === 'zero' ? 'ui.chime.zero' : 'ui.chime.one';
}
