import type { PersonId } from '#shared/ids.ts';
import type { Zone } from '#shared/method/phase.ts';
import { mayWrite } from '#shared/room/permissions.ts';
import { currentPhase } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { isVoice, leftOut, speaksOfProcess } from '#shared/room/voices.ts';
import { speaks } from './myPlace.ts';

/** Words kept on the device until their author has the floor, and the zone they then go to. */
export const ownWords = [
  { draft: 'question', zone: 'questions' },
  { draft: 'heard', zone: 'heard' },
  { draft: 'takeaway', zone: 'takeaways' },
] as const satisfies readonly { draft: string; zone: Zone }[];

export type OwnWords = (typeof ownWords)[number];

/** `now`: their author speaks. `after`: they have spoken, and the coachee has called for the words. */
export type WordsMoment = 'before' | 'now' | 'after';

/** When prepared words may go to the board: a question that was called, and later only if it is to rest there. */
export function wordsMoment(room: RoomState, me: PersonId, draft: OwnWords['draft']): WordsMoment {
  if (speaks(room, me)) return speaksOfProcess(room) ? 'before' : 'now';
  const { voice } = room.floor;
  if (voice?.person !== me) return 'before';
  if (draft === 'question') return voice.answer === 'rest' ? 'after' : 'before';
  return draft === 'heard' ? 'after' : 'before';
}

/** Which of them a voice of this phase prepares; null where it has none. */
export function ownWordsNow(room: RoomState, me: PersonId): OwnWords | null {
  const ordered = ['round', 'queue'].includes(currentPhase(room)?.floor ?? '');
  // Who passes always may still write, as who passes this time may.
  if (!ordered || !(isVoice(room, me) || leftOut(room).includes(me))) return null;
  return ownWords.find(({ zone }) => mayWrite(room, me, zone)) ?? null;
}

/** Words prepared for a part that is not now: to be found, and to come back to in their part. */
export const preparedWords = (room: RoomState, me: PersonId, read: (draft: string) => string): string[] =>
  ownWords
    .filter(({ draft }) => draft !== ownWordsNow(room, me)?.draft)
    .map(({ draft }) => read(draft).trim())
    .filter((words) => words !== '');
