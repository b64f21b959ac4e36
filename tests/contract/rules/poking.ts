import { beforeEach, expect, it } from 'vitest';
import { emptyHead, type EventStore, type Head } from '#server/store/eventStore.ts';
import { batchOf, cardWritten, offered } from '#tests/support/storedEvents.ts';

export function poking(store: () => EventStore): void {
  beforeEach(async () => {
    await store().create('room', '123456789', batchOf({}));
    await store().create('other', '987654321', batchOf({}));
  });

  /** Resolves with what the next poke for `room` tells of its head. */
  const nextPoke = (room: string): Promise<Head | null> => {
    const { promise, resolve } = Promise.withResolvers<Head | null>();
    const stop = store().subscribe(room, (head) => {
      stop();
      resolve(head);
    });
    return promise;
  };

  it('comes after an append, when the new head can be read', async () => {
    const poked = nextPoke('room');
    const appended = store().append('room', emptyHead, batchOf({ events: [cardWritten('e1')] }));
    const told = await poked;
    const head = { version: 1, lastEventId: 'e1', box: 0 };
    expect(told).toEqual(head);
    expect((await store().read('room', emptyHead))?.head).toEqual(head);
    await appended;
  });

  it('comes after an append without events', async () => {
    const poked = nextPoke('room');
    await store().append('room', emptyHead, batchOf({ sealed: [offered('kim')] }));
    await expect(poked).resolves.toEqual({ version: 0, lastEventId: '', box: 1 });
  });

  it('comes after forgetting', async () => {
    const poked = nextPoke('room');
    await store().forget('room');
    await expect(poked).resolves.toBeNull();
    expect(await store().read('room', emptyHead)).toBeNull();
  });

  it('reaches everybody who listens, each until they stop', async () => {
    let stopped = 0;
    let stays = 0;
    const stop = store().subscribe('room', () => (stopped += 1));
    store().subscribe('room', () => (stays += 1));
    const first = nextPoke('room');
    await store().append('room', emptyHead, batchOf({ events: [cardWritten('e1')] }));
    await first;
    stop();
    stop();
    const before = stopped;
    const second = nextPoke('room');
    const head: Head = { version: 1, lastEventId: 'e1', box: 0 };
    await store().append('room', head, batchOf({ events: [cardWritten('e2')] }));
    await second;
    expect(before).toBeGreaterThanOrEqual(1);
    expect(stopped).toBe(before);
    expect(stays).toBeGreaterThanOrEqual(2);
  });

  it('reaches nobody else', async () => {
    let pokes = 0;
    store().subscribe('other', () => (pokes += 1));
    const poked = nextPoke('room');
    await store().append('room', emptyHead, batchOf({ events: [cardWritten('e1')] }));
    await poked;
    expect(pokes).toBe(0);
  });
}
