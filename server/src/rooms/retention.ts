import { minutes } from '#shared/time.ts';
import type { Logger } from '../log.ts';
import type { EventStore } from '../store/eventStore.ts';
import { schedule } from './alarm.ts';
import type { RoomHub } from './roomHub.ts';

const sweepEvery = minutes(1);

/** Forgets rooms whose time has come. A sweep over stored instants, never one long timer per room. */
export function keepForgetting(store: EventStore, hub: RoomHub, log: Logger): () => void {
  let cancel = () => {};
  const sweep = async () => {
    const due = await store.dueToForget(store.now());
    await Promise.all(due.map((room) => hub.forget(room)));
    if (due.length > 0) log.info({ rooms: due.length }, 'forgotten');
  };
  const again = () => {
    cancel = schedule(sweepEvery, again);
    void sweep().catch(() => log.warn('the store was not there for forgetting; trying again in a minute'));
  };
  again();
  return () => cancel();
}
