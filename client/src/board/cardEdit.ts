import type { Card } from '#shared/room/state.ts';
import { editDraft, editionDraft } from '../participant/ownDrafts.ts';
import type { Drafts } from '../session/session.ts';

/** An edit lives in the drafts, so that a reload finds it as it was, with the edition it was begun on. */
export const isEdited = (drafts: Drafts, card: Card): boolean => drafts.read(editionDraft(card.id)) !== '';

export function beginEdit(drafts: Drafts, card: Card): void {
  drafts.write(editDraft(card.id), card.text);
  drafts.write(editionDraft(card.id), String(card.edition));
}

export function endEdit(drafts: Drafts, card: Card): void {
  drafts.clear(editDraft(card.id));
  drafts.clear(editionDraft(card.id));
}

/** Somebody else has changed the card since this edit was begun. */
export const changedMeanwhile = (drafts: Drafts, card: Card): boolean =>
  isEdited(drafts, card) && Number(drafts.read(editionDraft(card.id))) !== card.edition;

/** The newer words under one's own, in one field; what is saved then knows of both. */
export function bothWordings(drafts: Drafts, card: Card): void {
  drafts.write(editDraft(card.id), `${drafts.read(editDraft(card.id))}\n${card.text}`);
  drafts.write(editionDraft(card.id), String(card.edition));
}
