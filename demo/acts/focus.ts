import { isCoachee } from '#shared/room/permissions.ts';
import { coachee } from '../script/coachee.ts';
import type { Act } from './act.ts';
import { gone } from './moments.ts';
import { cardOf, write } from './write.ts';

/** The coachee writes one sentence, and a little later finds a better one. */
export const focus: Act = (view) => {
  const { room, me } = view;
  if (!isCoachee(room, me.id) || gone(view) < 0.35) return null;
  const card = cardOf(room, 'focus');
  if (!card) return write(view, 'focus', 'focus', coachee.focus);
  if (!room.run || gone(view) < 0.75 || card.text !== coachee.focus) return null;
  const { id, edition } = card;
  return { type: 'editCard', run: room.run.id, card: id, text: coachee.focusThen, edition };
};
