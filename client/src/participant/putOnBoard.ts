import type { Zone } from '#shared/method/phase.ts';
import type { Session } from '../session/session.ts';

/**
 * Writes a draft as a card. The draft goes only after the card is safe, and only if nothing was typed
 * meanwhile. Resolves to whether the card is on the board.
 */
export async function putOnBoard(session: Session, draft: string, zone: Zone): Promise<boolean> {
  const { drafts, room } = session;
  const text = drafts.read(draft);
  if (!room.run || text.trim() === '') return false;
  const card = session.newId();
  const answer = await session.send({ type: 'writeCard', run: room.run.id, card, zone, text });
  if (answer.ok && drafts.read(draft) === text) drafts.clear(draft);
  return answer.ok;
}
