import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { eventStoreContract } from './eventStoreContract.ts';

eventStoreContract(
  'the memory store',
  () => {
    const store = new MemoryStore(storeClock());
    return Promise.resolve({ store, dispose: () => store.close() });
  },
  { outlives: false },
);
