import { expect, it } from 'vitest';
import { emptyHead, type EventStore } from '#server/store/eventStore.ts';
import { batchOf, cardWritten } from '#tests/support/storedEvents.ts';

export function turns(store: () => EventStore): void {
  it('come in one moment for all who wait', async () => {
    const came: string[] = [];
    const all = ['a', 'b', 'c'].map((name) =>
      store()
        .turn()
        .then(() => came.push(name)),
    );
    await Promise.race(all);
    await Promise.resolve();
    expect(came).toEqual(['a', 'b', 'c']);
    await Promise.all(all);
  });

  it('come while others write, and after', async () => {
    await store().create('room', '123456789', batchOf({}));
    const appended = store().append('room', emptyHead, batchOf({ events: [cardWritten('e1')] }));
    await Promise.all([store().turn(), appended]);
    await expect(store().turn()).resolves.toBeUndefined();
  });

  it('come when the store is closed: what is asked then says so', async () => {
    await store().close();
    await expect(store().turn()).resolves.toBeUndefined();
    await expect(store().read('room', emptyHead)).rejects.toThrow();
  });
}
