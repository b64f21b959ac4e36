import { isCoachee, mayTakeFloor } from '#shared/room/permissions.ts';
import { nextVoice } from '#shared/room/voices.ts';
import { seconds } from '#shared/time.ts';
import { coachee } from '../script/coachee.ts';
import { takeaways } from '../script/others.ts';
import type { Act, View } from './act.ts';
import { scriptOf } from './coaching.ts';
import { floorFor, placeOf, quietFor } from './moments.ts';
import { write } from './write.ts';

function wordOf({ room, me }: View): string | null {
  if (isCoachee(room, me.id)) return coachee.takeaway;
  if (me.role === 'facilitator' || me.role === 'observer') return takeaways[me.role];
  return scriptOf(room, me.id)?.takeaway ?? null;
}

/** Close: each one word or one sentence, or pass; the coachee last. */
export const close: Act = (view) => {
  const { room, me } = view;
  const run = room.run!.id;
  const word = wordOf(view);
  if (room.floor.holder === me.id) {
    const written =
      word && floorFor(view) > seconds(4) ? write(view, `word-${placeOf(view)}`, 'takeaways', word) : null;
    return written ?? (floorFor(view) > seconds(10) ? { type: 'finish', run } : null);
  }
  if (nextVoice(room) !== me.id || !mayTakeFloor(room, me.id) || quietFor(view) < seconds(4)) return null;
  return word ? { type: 'takeFloor', run } : { type: 'pass', run };
};
