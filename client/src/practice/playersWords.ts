import { players } from '#shared/room/practice.ts';
import type { RoomState } from '#shared/room/state.ts';
import { labelOf } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';

/** "Amina with Ben": who plays, first whoever has the coachee's part. Null while nobody has it. */
export function playersWords(room: RoomState): string | null {
  const { lead, other } = players(room);
  if (lead === null) return null;
  const name = labelOf(room, lead) ?? '';
  return other === null ? name : t('ui.players', { lead: name, other: labelOf(room, other) ?? '' });
}
