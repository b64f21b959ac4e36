import { expect, it } from 'vitest';
import { emptyHead, type EventStore, type Head, type Tail } from '#server/store/eventStore.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { applySealed, emptySealed, type Sealed } from '#shared/room/sealed.ts';
import { batchOf, cardWritten, offered, offerTakenBack } from '#tests/support/storedEvents.ts';
import { seeded } from '../seeded.ts';

/** A node as the store sees it: a copy of the room that is brought up to date by tails alone. */
class Engine {
  readonly #store: EventStore;
  readonly #name: string;
  head: Head = emptyHead;
  events: readonly StoredEvent[] = [];
  sealed: Sealed = emptySealed;
  /** Command to the version it was acknowledged with. */
  readonly acknowledged = new Map<string, number>();

  constructor(store: EventStore, name: string) {
    this.#store = store;
    this.#name = name;
  }

  take(tail: Tail): void {
    this.events = tail.reset ? tail.events : [...this.events, ...tail.events];
    this.sealed = tail.sealed.reduce(applySealed, tail.reset ? emptySealed : this.sealed);
    this.head = tail.head;
  }

  async catchUp(): Promise<void> {
    const tail = await this.#store.read('room', this.head);
    if (tail !== null) this.take(tail);
  }

  /** Tries until it is written; a command that was acknowledged before is answered as it was then. */
  async act(command: string, random: () => number): Promise<void> {
    for (;;) {
      const events = Array.from({ length: Math.floor(random() * 3) }, (_, index) =>
        cardWritten(`${command}.${index} ${random()}`),
      );
      const offer = random() < 0.5 ? offered(this.#name) : offerTakenBack(this.#name);
      const sealed = random() < 0.3 ? [offer] : [];
      const version = this.head.version + events.length;
      const batch = batchOf({ events, sealed, receipts: [{ command, version }] });
      const appended = await this.#store.append('room', this.head, batch);
      if (appended.ok) {
        this.take({ head: appended.head, events, sealed, reset: false });
        this.acknowledged.set(command, version);
        return;
      }
      if (appended.reason === 'repeated') {
        expect(appended.receipts).toEqual([{ command, version: this.acknowledged.get(command) }]);
        return;
      }
      if (appended.reason === 'code-taken') throw new Error('Nobody changes a code here.');
      this.take(appended.tail);
    }
  }

  async live(random: () => number): Promise<void> {
    for (let turn = 0; turn < 12; turn += 1) {
      if (random() < 0.2) await this.catchUp();
      const repeats = turn > 0 && random() < 0.2;
      await this.act(`${this.#name}-${repeats ? turn - 1 : turn}`, random);
    }
  }
}

export function racing(store: () => EventStore): void {
  const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
  it.each(seeds)('agree on one order, seed %i', async (seed) => {
    await store().create('room', '123456789', batchOf({}));
    const engines = ['ada', 'ben', 'cem', 'dora'].map((name) => new Engine(store(), name));
    await Promise.all(engines.map((engine, index) => engine.live(seeded(seed * 100 + index))));
    await Promise.all(engines.map((engine) => engine.catchUp()));

    const log = await store().read('room', emptyHead);
    expect(log?.events).toHaveLength(log?.head.version ?? -1);
    const ids = (log?.events ?? []).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const engine of engines) {
      expect(engine.events).toEqual(log?.events);
      expect(engine.head).toEqual(log?.head);
      expect(engine.sealed).toEqual(log?.sealed.reduce(applySealed, emptySealed));
      for (const [command, version] of engine.acknowledged) {
        expect(await store().receipt('room', command)).toEqual({ command, version });
        const written = ids.flatMap((id, index) => (id.startsWith(`${command}.`) ? [index + 1] : []));
        // What one command wrote lies together, and ends at the version it was acknowledged with.
        expect(written).toEqual(written.map((_, index) => version - written.length + 1 + index));
      }
    }
  });
}
