import { zones } from '#shared/method/phase.ts';
import type { RoomState } from '#shared/room/state.ts';
import { keptDrafts, keptWords } from '../board/keptDrafts.ts';
import { editDraft, newCardDraft } from '../participant/ownDrafts.ts';
import { ownWords } from '../participant/ownWords.ts';

/** Words that were prepared on this device and never reached the board, other wordings of a card included. */
export function unsentWords(room: RoomState, read: (draft: string) => string): string[] {
  const drafts = ['focus', ...ownWords.map(({ draft }) => draft), ...zones.map(newCardDraft)].map(read);
  const kept = keptDrafts({ read }).map(({ id }) => read(keptWords(id)));
  const edits = room.cards.map(({ id, text }) => ({ text, edit: read(editDraft(id)) }));
  return [
    ...drafts,
    ...kept,
    ...edits.filter(({ text, edit }) => edit.trim() !== text).map(({ edit }) => edit),
  ].filter((words) => words.trim() !== '');
}
