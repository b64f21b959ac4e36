import { StoreUnavailable, type EventStore } from '#server/store/eventStore.ts';
import { delegate } from './delegate.ts';

/** What a test does to the appends of a store: hold them back, or let them fail. */
export class Gate {
  #closed: Promise<void> | null = null;
  #open = () => {};
  /** So many of the next appends fail, and write nothing. */
  failNext = 0;
  /** So many of the next appends write, and their answer is lost. */
  loseNext = 0;

  close(): void {
    this.#closed = new Promise((open) => (this.#open = open));
  }

  open(): void {
    this.#open();
    this.#closed = null;
  }

  /** Resolves when an append may go on. */
  get passage(): Promise<void> | null {
    return this.#closed;
  }
}

export const gatedStore = (store: EventStore, gate: Gate): EventStore => ({
  ...delegate(store),
  append: async (room, expected, batch) => {
    await gate.passage;
    if (gate.failNext-- > 0) throw new StoreUnavailable('failed before writing');
    gate.failNext = 0;
    const appended = await store.append(room, expected, batch);
    if (gate.loseNext-- > 0) throw new StoreUnavailable('wrote, and the answer was lost');
    gate.loseNext = 0;
    return appended;
  },
});
