import { inMemory, type NewCounter } from '../sockets/limits.ts';
import type { EventStore } from '../store/eventStore.ts';
import type { Bus } from './bus.ts';
import { MemoryBus } from './memoryBus.ts';

/** What a server keeps its rooms in, and shares with the other nodes if there are any. */
export interface Node {
  readonly store: EventStore;
  /** Lasts as long as the store is open, as do the counters. */
  readonly bus: Bus;
  readonly counters: NewCounter;
}

/** A server that has this store for itself. */
export const alone = (store: EventStore): Node => ({ store, bus: new MemoryBus(), counters: inMemory });
