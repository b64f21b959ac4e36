import type { PersonId } from '#shared/ids.ts';
import type { Card, RoomState } from '#shared/room/state.ts';
import type { Sealed } from '#shared/room/sealed.ts';
import { ownWords } from '../participant/ownWords.ts';

/** Cards on the board that this person wrote; what was set aside is not taken along. */
export const ownCards = (room: RoomState, sealed: Sealed, me: PersonId): Card[] =>
  room.cards.filter((card) => !card.aside && sealed.author[card.id] === me);

/** Words that were prepared and never put on the board. */
export const unsentWords = (read: (draft: string) => string): string[] =>
  ['focus', ...ownWords.map(({ draft }) => draft)].map(read).filter((text) => text.trim() !== '');
