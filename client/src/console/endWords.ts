import { planAt, type Plan } from '#shared/room/plan.ts';
import type { RoomState } from '#shared/room/state.ts';
import { later, minutes, type Instant } from '#shared/time.ts';
import { timeOfDay } from '../measure/digits.ts';
import type { Words } from './words.ts';

/**
 * When the meeting ends: the promise while it can be kept, else what is to be expected. Whole minutes;
 * slack is rounded down and lateness up, so that the words never promise a minute too many.
 */
export function endWords(room: RoomState, now: Instant): Words {
  const { promisedEnd, slack } = planAt(room, now);
  const promised = timeOfDay(promisedEnd);
  if (slack >= 0) {
    const values = { promised, slack: minutesSpare({ slack }) };
    return { key: begun(room) ? 'console.end.slack' : 'console.end.before', values };
  }
  const late = minutesLate({ slack });
  const expected = timeOfDay(later(promisedEnd, minutes(late)));
  return { key: 'console.end.late', values: { expected, late, promised } };
}

/** Whole minutes after the promised end; 0 while it can be kept. */
export const minutesLate = ({ slack }: Pick<Plan, 'slack'>): number =>
  slack >= 0 ? 0 : -Math.floor(slack / minutes(1));

/** The end as people are told it: the promised one, or so many whole minutes later. */
export const toldEnd = (plan: Plan): Instant => later(plan.promisedEnd, minutes(minutesLate(plan)));

/** Whole minutes to spare, rounded down. */
export const minutesSpare = ({ slack }: Pick<Plan, 'slack'>): number =>
  Math.max(0, Math.floor(slack / minutes(1)));

/** The same beside the drawn end line, which shows the promised time itself. */
export function endWordsAtLine(room: RoomState, now: Instant): Words {
  const words = endWords(room, now);
  if (words.key === 'console.end.slack') return { ...words, key: 'console.end.here' };
  if (words.key === 'console.end.before') return { ...words, key: 'console.end.beforeHere' };
  return words;
}

const begun = (room: RoomState): boolean => room.run !== null || room.past.length > 0;
