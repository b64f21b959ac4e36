import type { CardId } from '#shared/ids.ts';
import { zones, type Zone } from '#shared/method/phase.ts';
import { stepFields, type RoomState } from '#shared/room/state.ts';
import { ownWords } from './ownWords.ts';

/** Names of what is being typed. A name is for good: drafts of yesterday's page are read by today's. */
export const stepDraft = (field: (typeof stepFields)[number]): string => `step.${field}`;
export const editDraft = (card: CardId): string => `edit.${card}`;
/** The edition an edit was begun on, so that a reload does not forget what the author has seen. */
export const editionDraft = (card: CardId): string => `edition.${card}`;
export const newCardDraft = (zone: Zone): string => `new.${zone}`;

/** Everything this page may have on the device, to be wiped when its owner leaves for good. */
export const everyDraft = (room: RoomState): string[] => [
  'notes',
  'focus',
  'agreement',
  'step.kept',
  ...ownWords.map(({ draft }) => draft),
  ...stepFields.map(stepDraft),
  ...zones.map(newCardDraft),
  ...room.cards.flatMap(({ id }) => [editDraft(id), editionDraft(id)]),
];
