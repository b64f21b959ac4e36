import type { CardId, PersonId } from '#shared/ids.ts';
import { zones, type Zone } from '#shared/method/phase.ts';
import { mayKeep, mayWrite } from '#shared/room/permissions.ts';
import type { Card, RoomState } from '#shared/room/state.ts';

/** Where a card may stand: before another one of a zone, or at its end. */
export interface Place {
  readonly zone: Zone;
  readonly before: CardId | null;
}

export const mayMove = (room: RoomState, me: PersonId, card: Card): boolean =>
  !card.forgotten && mayKeep(room, me, card);

/** The other zones this person may move it to now. */
export const zonesFor = (room: RoomState, me: PersonId, card: Card): Zone[] =>
  zones.filter((zone) => zone !== card.zone && mayWrite(room, me, zone));

/** One place up among the cards its zone shows; null when it stands first. */
export function upFrom(kept: readonly Card[], { id, zone }: Card): Place | null {
  const before = kept[kept.findIndex((one) => one.id === id) - 1];
  return before ? { zone, before: before.id } : null;
}

/** One place down; null when it stands last. */
export function downFrom(kept: readonly Card[], { id, zone }: Card): Place | null {
  const at = kept.findIndex((one) => one.id === id);
  return at + 1 < kept.length ? { zone, before: kept[at + 2]?.id ?? null } : null;
}

/** Whether a drop there would leave the card where it is. */
export const staysPut = (kept: readonly Card[], card: Card, { zone, before }: Place): boolean =>
  zone === card.zone &&
  (before === card.id || before === (kept[kept.findIndex(({ id }) => id === card.id) + 1]?.id ?? null));
