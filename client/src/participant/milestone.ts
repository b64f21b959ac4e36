import type { PersonId, PhaseId } from '#shared/ids.ts';
import { currentPhase } from '#shared/room/phases.ts';
import { stoppedNow } from '#shared/room/permissions.ts';
import type { RoomState, VoiceAnswer } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import { timeMilestone, type TimeMilestone } from '../measure/timeMilestone.ts';
import { myPlace, type Place } from './myPlace.ts';

/** What of a page is worth saying when it changes; the same while nothing is. */
export interface Moment {
  readonly run: string | null;
  readonly phase: PhaseId | null;
  readonly place: Place['kind'];
  readonly part: TimeMilestone | null;
  readonly paused: boolean;
  readonly asked: boolean;
  /** What the coachee said to this person's words, the last of them. */
  readonly answer: VoiceAnswer | null;
  readonly ideas: boolean;
  readonly stopped: boolean;
  readonly ended: boolean;
}

export type Milestone =
  | 'phase'
  | 'yours'
  | 'mayTake'
  | 'next'
  | TimeMilestone
  | 'paused'
  | 'resumed'
  | 'asked'
  | 'fits'
  | 'closer'
  | 'thereIsMore'
  | 'take'
  | 'rest'
  | 'ideas'
  | 'questions'
  | 'stopped'
  | 'ended';

export function momentOf(room: RoomState, me: PersonId, now: Instant): Moment {
  const phase = currentPhase(room);
  return {
    run: room.run?.id ?? null,
    phase: phase?.id ?? null,
    place: myPlace(room, me).kind,
    // Listening to somebody with headphones on, a voice that counts minutes is an interruption.
    part: phase?.protected === true ? null : timeMilestone(room, now),
    paused: room.run?.clock.kind === 'paused',
    asked: room.ask !== null,
    answer: room.floor.voice?.person === me ? room.floor.voice.answer : null,
    ideas: room.run?.ideas === true,
    stopped: stoppedNow(room),
    ended: room.endedAt !== null,
  };
}

const spoken: Readonly<Record<VoiceAnswer, Milestone | null>> = {
  fits: 'fits',
  closer: 'closer',
  more: 'thereIsMore',
  take: 'take',
  rest: 'rest',
  pass: null,
};

/** The one thing to say, the weightiest first; null when nothing of weight has changed. */
export function milestone(before: Moment, after: Moment): Milestone | null {
  if (after.ended && !before.ended) return 'ended';
  if (after.asked && !before.asked) return 'asked';
  if (after.run !== before.run) return after.run === null ? null : 'phase';
  if (after.stopped && !before.stopped) return 'stopped';
  if (after.answer !== before.answer && after.answer !== null) return spoken[after.answer];
  if (after.ideas !== before.ideas) return after.ideas ? 'ideas' : 'questions';
  if (after.place !== before.place) {
    if (after.place === 'stage') return 'yours';
    if (after.place === 'mayTake') return 'mayTake';
    if (after.place === 'next') return 'next';
  }
  if (after.paused !== before.paused) return after.paused ? 'paused' : 'resumed';
  // Minutes that were given make half of the time no news again.
  if (after.part === 'half' && before.part !== null) return null;
  return after.part !== before.part ? after.part : null;
}
