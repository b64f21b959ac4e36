import {
  StoreUnavailable,
  type Appended,
  type Batch,
  type EventStore,
  type Head,
} from '#server/store/eventStore.ts';
import type { CommandId, RoomId } from '#shared/ids.ts';
import { delegate } from './delegate.ts';

interface Faults {
  /** Numbers in [0, 1), the same for the same seed. */
  readonly random: () => number;
  readonly losePoke: number;
  /** An append that fails before it wrote, or after it wrote with the answer lost. */
  readonly failBefore: number;
  readonly failAfter: number;
}

/** A store as one node sees it on a bad day: slow by turns, losing pokes, failing on either side of a write. */
export function flakyStore(
  store: EventStore,
  { random, losePoke, failBefore, failAfter }: Faults,
): EventStore {
  const delay = async () => {
    for (let turns = Math.floor(random() * 4); turns > 0; turns--)
      await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    ...delegate(store),
    read: async (room, after) => {
      await delay();
      return store.read(room, after);
    },
    append: async (room: RoomId, expected: Head, batch: Batch): Promise<Appended> => {
      await delay();
      if (random() < failBefore) throw new StoreUnavailable('failed before writing');
      const appended = await store.append(room, expected, batch);
      await delay();
      if (random() < failAfter) throw new StoreUnavailable('wrote, and the answer was lost');
      return appended;
    },
    receipt: async (room: RoomId, command: CommandId) => {
      await delay();
      return store.receipt(room, command);
    },
    subscribe: (room, onPoke) =>
      store.subscribe(room, (head) => {
        if (random() >= losePoke) void delay().then(() => onPoke(head));
      }),
  };
}
