import type { StoredEvent } from '#shared/room/events.ts';
import type { SealedEntry } from '#shared/room/sealed.ts';
import type { Appended, Batch, FirstBatch, Head, Receipt, Tail } from '../eventStore.ts';

/**
 * What crosses between the threads. Content goes as text: a string is cheaper to hand over than an
 * object, and the writer never needs to look inside.
 */
export type PackedFirstBatch = Packed<FirstBatch>;
export type PackedBatch = Packed<Batch>;

type Packed<B extends FirstBatch> = Omit<B, 'events' | 'sealed'> & {
  readonly events: readonly PackedEvent[];
  readonly sealed: readonly { readonly name: string; readonly text: string }[];
};

interface PackedEvent {
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
export function pack<B extends FirstBatch>(batch: B): Packed<B> {
  const commands = new Set(batch.receipts.map(({ command }) => command));
  if (commands.size < batch.receipts.length) throw new Error('The batch names a command twice.');
  return {
    ...batch,
    events: batch.events.map(packEvent),
    sealed: batch.sealed.map((entry) => ({
      name: JSON.stringify([entry.kind, entry.key]),
      text: JSON.stringify(entry),
    })),
  };
}

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
