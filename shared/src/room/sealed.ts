import type { CardId, PersonId } from '../ids.ts';
import type { Role } from '../method/phase.ts';

/**
 * What only some may see. It lies apart from the log and is never given to `evolve`; `openTo` is the
 * one rule that says who may read an entry.
 */
export type SealedEntry =
  /** What a person said they could be today. */
  | { readonly kind: 'offer'; readonly key: PersonId; readonly value: readonly Role[] | null }
  /** An invitation to be the coachee of a turn, and a decline until the person changes their mind. */
  | { readonly kind: 'invitation'; readonly key: PersonId; readonly value: Invitation | null }
  /** Who wrote a card. */
  | { readonly kind: 'author'; readonly key: CardId; readonly value: PersonId | null };

export interface Invitation {
  readonly turn: number;
  readonly declined: boolean;
}

export interface Sealed {
  readonly offer: Readonly<Record<PersonId, readonly Role[]>>;
  readonly invitation: Readonly<Record<PersonId, Invitation>>;
  readonly author: Readonly<Record<CardId, PersonId>>;
}

export const emptySealed: Sealed = { offer: {}, invitation: {}, author: {} };

/** A null value takes the entry out again. */
export function applySealed(sealed: Sealed, entry: SealedEntry): Sealed {
  const entries: Record<string, unknown> = { ...sealed[entry.kind] };
  if (entry.value === null) delete entries[entry.key];
  else entries[entry.key] = entry.value;
  return { ...sealed, [entry.kind]: entries };
}

/** Who may open an entry: the one person, and the facilitators where `facilitators` says so. */
export function openTo(
  entry: SealedEntry,
  before: Sealed,
): { readonly person: PersonId | null; readonly facilitators: boolean } {
  switch (entry.kind) {
    case 'offer':
    case 'invitation':
      return { person: entry.key, facilitators: true };
    case 'author':
      return { person: entry.value ?? before.author[entry.key] ?? null, facilitators: false };
  }
}

/** Every entry that `reader` may open. */
export function openedFor(
  sealed: Sealed,
  reader: { readonly person: PersonId | null; readonly facilitator: boolean },
): SealedEntry[] {
  const all: SealedEntry[] = [
    ...Object.entries(sealed.offer).map(([key, value]) => ({ kind: 'offer', key, value }) as const),
    ...Object.entries(sealed.invitation).map(([key, value]) => ({ kind: 'invitation', key, value }) as const),
    ...Object.entries(sealed.author).map(([key, value]) => ({ kind: 'author', key, value }) as const),
  ];
  return all.filter((entry) => mayOpen(entry, sealed, reader));
}

export function mayOpen(
  entry: SealedEntry,
  before: Sealed,
  reader: { readonly person: PersonId | null; readonly facilitator: boolean },
): boolean {
  const open = openTo(entry, before);
  return (open.facilitators && reader.facilitator) || (open.person !== null && open.person === reader.person);
}
