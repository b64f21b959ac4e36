import type { CardId, PersonId } from '../ids.ts';
import type { Role } from '../method/phase.ts';
import type { Instant } from '../time.ts';

/**
 * What only some may see. It lies apart from the log and is never given to `evolve`; `openTo` is the
 * one rule that says who may read an entry.
 */
export type SealedEntry =
  /** What a person said they could be today. */
  | { readonly kind: 'offer'; readonly key: PersonId; readonly value: readonly Role[] | null }
  /** An invitation to be the coachee of a turn, and a decline until the person changes their mind. */
  | { readonly kind: 'invitation'; readonly key: PersonId; readonly value: Invitation | null }
  /** Somebody at the door. The key is who they will be once they are let in. */
  | { readonly kind: 'knock'; readonly key: PersonId; readonly value: Knock | null }
  /** A personal link that nobody has opened. The key is who will come in by it. */
  | { readonly kind: 'link'; readonly key: PersonId; readonly value: PersonalLink | null }
  /** "I need the facilitator." */
  | { readonly kind: 'signal'; readonly key: PersonId; readonly value: { readonly at: Instant } | null }
  /** Somebody is asked to facilitate. */
  | { readonly kind: 'handover'; readonly key: PersonId; readonly value: Handover | null }
  /** Who wrote a card. */
  | { readonly kind: 'author'; readonly key: CardId; readonly value: PersonId | null };

export interface Invitation {
  readonly turn: number;
  readonly declined: boolean;
}

export interface Knock {
  /** Null for a wall, which has no name. */
  readonly name: string | null;
  /** Two numbers from 0 to 99 that both sides show as words, so that the right wall is let in. */
  readonly check: readonly [number, number] | null;
  readonly at: Instant;
  /** They say that they were here before, on another device. */
  readonly again: boolean;
  /** `in` is for walls: people who are let in are people of the room. */
  readonly state: 'waiting' | 'turnedAway' | 'in';
}

export interface PersonalLink {
  /** Whom it was made for, as the facilitator wrote it; may be empty. */
  readonly name: string;
  readonly at: Instant;
}

export interface Handover {
  readonly from: PersonId | null;
  /** Whoever asks goes on facilitating too. */
  readonly stay: boolean;
}

export interface Sealed {
  readonly offer: Readonly<Record<PersonId, readonly Role[]>>;
  readonly invitation: Readonly<Record<PersonId, Invitation>>;
  readonly knock: Readonly<Record<PersonId, Knock>>;
  readonly link: Readonly<Record<PersonId, PersonalLink>>;
  readonly signal: Readonly<Record<PersonId, { readonly at: Instant }>>;
  readonly handover: Readonly<Record<PersonId, Handover>>;
  readonly author: Readonly<Record<CardId, PersonId>>;
}

export const emptySealed: Sealed = {
  offer: {},
  invitation: {},
  knock: {},
  link: {},
  signal: {},
  handover: {},
  author: {},
};

/** A null value takes the entry out again. */
export function applySealed(sealed: Sealed, entry: SealedEntry): Sealed {
  const entries: Record<string, unknown> = { ...sealed[entry.kind] };
  if (entry.value === null) delete entries[entry.key];
  else entries[entry.key] = entry.value;
  return { ...sealed, [entry.kind]: entries };
}

/** Takes out what is sealed under this key, of these kinds. */
export function withoutEntries(sealed: Sealed, kinds: readonly (keyof Sealed)[], key: string): SealedEntry[] {
  return kinds.filter((kind) => sealed[kind][key] !== undefined).map((kind) => ({ kind, key, value: null }));
}

/** Who may open an entry: the one person, and the facilitators where `facilitators` says so. */
export function openTo(
  entry: SealedEntry,
  before: Sealed,
): { readonly person: PersonId | null; readonly facilitators: boolean } {
  switch (entry.kind) {
    case 'offer':
    case 'invitation':
    case 'knock':
    case 'signal':
    case 'handover':
      return { person: entry.key, facilitators: true };
    case 'link':
      return { person: null, facilitators: true };
    case 'author':
      return { person: entry.value ?? before.author[entry.key] ?? null, facilitators: false };
  }
}

/** Every entry that `reader` may open. */
export function openedFor(
  sealed: Sealed,
  reader: { readonly person: PersonId | null; readonly facilitator: boolean },
): SealedEntry[] {
  const kinds = Object.keys(sealed) as (keyof Sealed)[];
  const all = kinds.flatMap((kind) =>
    Object.entries<unknown>(sealed[kind]).map(([key, value]) => ({ kind, key, value }) as SealedEntry),
  );
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
