import { planAt } from '#shared/room/plan.ts';
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
    const values = { promised, slack: Math.floor(slack / minutes(1)) };
    return { key: begun(room) ? 'console.end.slack' : 'console.end.before', values };
  }
  const late = -Math.floor(slack / minutes(1));
  const expected = timeOfDay(later(promisedEnd, minutes(late)));
  return { key: 'console.end.late', values: { expected, late, promised } };
}

/** The same beside the drawn end line, which shows the promised time itself. */
export function endWordsAtLine(room: RoomState, now: Instant): Words {
  const words = endWords(room, now);
  if (words.key === 'console.end.slack') return { ...words, key: 'console.end.here' };
  if (words.key === 'console.end.before') return { ...words, key: 'console.end.beforeHere' };
  return words;
}

const begun = (room: RoomState): boolean => room.run !== null || room.past.length > 0;
