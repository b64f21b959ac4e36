import type { CommandId, RoomId } from '#shared/ids.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import type { SealedEntry } from '#shared/room/sealed.ts';
import type { Instant } from '#shared/time.ts';
import { emptyHead, StoreUnavailable } from '../eventStore.ts';
import type { Appended, Batch, EventStore, FirstBatch, Grant, Head, Receipt, Tail } from '../eventStore.ts';
import { leadsTo, nextHead, sameHead } from '../heads.ts';
import { Pokes, type OnPoke } from '../pokes.ts';
import { Turns } from '../turns.ts';
import type { StoreClock } from '../storeClock.ts';

interface StoredRoom {
  code: string;
  head: Head;
  forgetAt: Instant;
  /** As JSON, as the other stores keep them, so that what JSON cannot carry shows in tests too. */
  readonly events: { readonly id: string; readonly text: string }[];
  readonly box: Map<string, { readonly rev: number; readonly text: string }>;
  readonly receipts: Map<CommandId, Receipt>;
}

/** For tests: keeps everything for as long as the object lives. */
export class MemoryStore implements EventStore {
  readonly #clock: StoreClock;
  readonly #rooms = new Map<RoomId, StoredRoom>();
  readonly #grants = new Map<string, Grant>();
  readonly #pokes = new Pokes();
  readonly #turns = new Turns();
  #open = true;

  constructor(clock: StoreClock) {
    this.#clock = clock;
  }

  create(room: RoomId, code: string, batch: FirstBatch): Promise<boolean> {
    return this.#answer(() => {
      if (this.#rooms.has(room)) throw new Error('This room exists already.');
      if (this.#byCode(code) !== null) return false;
      const empty = { code, head: emptyHead, forgetAt: batch.forgetAt, events: [] };
      const stored: StoredRoom = { ...empty, box: new Map(), receipts: new Map() };
      this.#write(stored, batch);
      this.#rooms.set(room, stored);
      return true;
    });
  }

  read(room: RoomId, after: Head): Promise<Tail | null> {
    return this.#answer(() => {
      const stored = this.#rooms.get(room);
      return stored === undefined ? null : tailOf(stored, after);
    });
  }

  append(room: RoomId, expected: Head, batch: Batch): Promise<Appended> {
    return this.#answer(() => {
      const stored = this.#rooms.get(room);
      if (stored === undefined) throw new StoreUnavailable('This room is not here any more.');
      const receipts = batch.receipts.flatMap(({ command }) => stored.receipts.get(command) ?? []);
      if (receipts.length > 0) return { ok: false, reason: 'repeated', receipts };
      if (!sameHead(expected, stored.head)) {
        return { ok: false, reason: 'conflict', tail: tailOf(stored, expected) };
      }
      const owner = batch.code === null ? null : this.#byCode(batch.code);
      if (owner !== null && owner !== room) return { ok: false, reason: 'code-taken' };
      const misplaced = batch.rewritten.some(({ version, event }) => {
        return stored.events[version - 1]?.id !== event.id;
      });
      if (misplaced) throw new Error('The log has another event at this version.');
      this.#write(stored, batch);
      for (const { version, event } of batch.rewritten) {
        stored.events[version - 1] = { id: event.id, text: JSON.stringify(event) };
      }
      stored.code = batch.code ?? stored.code;
      for (const move of batch.moved) this.#move(room, move);
      this.#pokes.poke(room, stored.head);
      return { ok: true, head: stored.head };
    });
  }

  turn(): Promise<void> {
    return this.#turns.next();
  }

  receipt(room: RoomId, command: CommandId): Promise<Receipt | null> {
    return this.#answer(() => this.#rooms.get(room)?.receipts.get(command) ?? null);
  }

  grant(secretHash: string): Promise<Grant | null> {
    return this.#answer(() => this.#grants.get(secretHash) ?? null);
  }

  roomByCode(code: string): Promise<RoomId | null> {
    return this.#answer(() => this.#byCode(code));
  }

  dueToForget(now: Instant): Promise<readonly RoomId[]> {
    return this.#answer(() =>
      [...this.#rooms].flatMap(([room, { forgetAt }]) => (forgetAt <= now ? room : [])),
    );
  }

  forget(room: RoomId): Promise<void> {
    return this.#answer(() => {
      this.#rooms.delete(room);
      for (const [hash, grant] of this.#grants) if (grant.room === room) this.#grants.delete(hash);
      this.#pokes.poke(room, null);
    });
  }

  subscribe(room: RoomId, onPoke: OnPoke): () => void {
    return this.#pokes.subscribe(room, onPoke);
  }

  get rate(): number {
    return this.#clock.rate;
  }

  now(): Instant {
    return this.#clock.now();
  }

  ping(): Promise<void> {
    return this.#answer(() => undefined);
  }

  close(): Promise<void> {
    this.#open = false;
    return Promise.resolve();
  }

  #answer<T>(act: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (!this.#open) throw new StoreUnavailable('The store is closed.');
      resolve(act());
    });
  }

  #byCode(code: string): RoomId | null {
    for (const [room, stored] of this.#rooms) if (stored.code === code) return room;
    return null;
  }

  #move(room: RoomId, { from, to }: Batch['moved'][number]): void {
    for (const [hash, grant] of this.#grants) {
      if (grant.room === room && grant.person === from) this.#grants.set(hash, { ...grant, person: to });
    }
  }

  #write(stored: StoredRoom, batch: FirstBatch): void {
    const commands = new Set(batch.receipts.map(({ command }) => command));
    if (commands.size < batch.receipts.length) throw new Error('The batch names a command twice.');
    stored.head = nextHead(stored.head, batch);
    stored.forgetAt = batch.forgetAt;
    for (const event of batch.events) stored.events.push({ id: event.id, text: JSON.stringify(event) });
    for (const entry of batch.sealed) {
      const name = JSON.stringify([entry.kind, entry.key]);
      stored.box.set(name, { rev: stored.head.box, text: JSON.stringify(entry) });
    }
    for (const receipt of batch.receipts) stored.receipts.set(receipt.command, receipt);
    for (const { secretHash, grant } of batch.grants) this.#grants.set(secretHash, grant);
  }
}

function tailOf(stored: StoredRoom, after: Head): Tail {
  const reset = !leadsTo(after, stored.head, (version) => stored.events[version - 1]?.id);
  const from = reset ? emptyHead : after;
  return {
    head: stored.head,
    events: stored.events.slice(from.version).map(({ text }) => JSON.parse(text) as StoredEvent),
    sealed: [...stored.box.values()]
      .filter(({ rev }) => rev > from.box)
      .map(({ text }) => JSON.parse(text) as SealedEntry),
    reset,
  };
}
