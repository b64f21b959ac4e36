import type { CardId } from '#shared/ids.ts';
import type { Zone } from '#shared/method/phase.ts';
import { editDraft, editionDraft } from '../participant/ownDrafts.ts';
import type { Session } from '../session/session.ts';
import { keptWords, throwAway } from './keptDrafts.ts';

export type Shared = 'shared' | 'refused' | 'later';

/**
 * Puts a kept draft on the board, under its own id: another tab, or this one before a reload, may have
 * done so already. What was typed meanwhile stays, as an edit of the card. `later`: nobody could say.
 */
export async function shareKept(
  session: Session,
  { id, zone }: { readonly id: CardId; readonly zone: Zone },
): Promise<Shared> {
  const { drafts, room } = session;
  const text = drafts.read(keptWords(id));
  if (!room.run || text.trim() === '') return 'refused';
  const answer = await session.send({ type: 'writeCard', run: room.run.id, card: id, zone, text });
  const there = !answer.ok && 'rejection' in answer && answer.rejection === 'board/card-exists';
  if (there) session.dismiss();
  if (!answer.ok && !there) return 'rejection' in answer ? 'refused' : 'later';
  const now = drafts.read(keptWords(id));
  if (now !== '' && now !== text) {
    drafts.write(editDraft(id), now);
    drafts.write(editionDraft(id), '1');
  }
  throwAway(drafts, id);
  return 'shared';
}
