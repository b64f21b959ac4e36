import type { StoredEvent } from '#shared/room/events.ts';
import type { SealedEntry } from '#shared/room/sealed.ts';
import { CallersMistake } from '../callersMistake.ts';
import type { Appended, Batch, FirstBatch, Head, Receipt, Tail } from '../eventStore.ts';

/**
 * What a store seals. Content goes as text: a string is cheaper to hand to another thread than an
 * object, and whoever writes it never needs to look inside.
 */
export interface PackedFirstBatch extends Omit<FirstBatch, 'events' | 'sealed'> {
  readonly events: readonly PackedEvent[];
  readonly sealed: readonly PackedEntry[];
}

export interface PackedEntry {
  readonly name: string;
  readonly text: string;
  /** It says no more than that an entry was taken out. */
  readonly gone: boolean;
}

export interface PackedBatch extends PackedFirstBatch, Pick<Batch, 'code' | 'moved'> {
  readonly rewritten: readonly { readonly version: number; readonly event: PackedEvent }[];
}

export interface PackedEvent {
  readonly id: string;
  readonly text: string;
}

export interface PackedTail {
  readonly head: Head;
  readonly events: readonly string[];
  readonly sealed: readonly string[];
  readonly reset: boolean;
}

export type PackedAppended =
  | { readonly ok: true; readonly head: Head }
  | { readonly ok: false; readonly reason: 'conflict'; readonly tail: PackedTail }
  | { readonly ok: false; readonly reason: 'code-taken' }
  | { readonly ok: false; readonly reason: 'repeated'; readonly receipts: readonly Receipt[] };

/** Throws when a command is named twice: it would have acted twice in one batch. */
export function packFirst({ events, sealed, grants, receipts, forgetAt }: FirstBatch): PackedFirstBatch {
  const commands = new Set(receipts.map(({ command }) => command));
  if (commands.size < receipts.length) throw new CallersMistake('The batch names a command twice.');
  return {
    events: events.map(packEvent),
    sealed: sealed.map((entry) => ({
      name: JSON.stringify([entry.kind, entry.key]),
      text: JSON.stringify(entry),
      gone: entry.value === null,
    })),
    grants,
    receipts,
    forgetAt,
  };
}

/** Throws as `packFirst` does. */
export const pack = (batch: Batch): PackedBatch => ({
  ...packFirst(batch),
  code: batch.code,
  moved: batch.moved,
  rewritten: batch.rewritten.map(({ version, event }) => ({ version, event: packEvent(event) })),
});

const packEvent = (event: StoredEvent): PackedEvent => ({ id: event.id, text: JSON.stringify(event) });

export const unpackTail = (tail: PackedTail): Tail => ({
  ...tail,
  events: tail.events.map((text) => JSON.parse(text) as StoredEvent),
  sealed: tail.sealed.map((text) => JSON.parse(text) as SealedEntry),
});

export const unpackAppended = (appended: PackedAppended): Appended =>
  !appended.ok && appended.reason === 'conflict'
    ? { ...appended, tail: unpackTail(appended.tail) }
    : appended;
