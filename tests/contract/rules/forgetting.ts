import { beforeEach, expect, it } from 'vitest';
import { emptyHead, StoreUnavailable, type EventStore } from '#server/store/eventStore.ts';
import { instant } from '#shared/time.ts';
import { batchOf, cardWritten, offered } from '#tests/support/storedEvents.ts';

export function forgetting(store: () => EventStore): void {
  const head = { version: 1, lastEventId: 'e1', box: 1 };
  const full = (room: string) =>
    batchOf({
      events: [cardWritten('e1')],
      sealed: [offered('kim')],
      grants: [{ secretHash: `link to ${room}`, grant: { room, power: 'wall', person: null } }],
      receipts: [{ command: 'first', version: 1 }],
      forgetAt: instant(1000),
    });
  beforeEach(async () => {
    await store().create('room', '123456789', full('room'));
    await store().create('other', '987654321', full('other'));
  });

  it('names the rooms whose time has come, to the millisecond', async () => {
    await store().append('other', head, { ...batchOf({}), forgetAt: instant(2000) });
    expect(await store().dueToForget(instant(999))).toEqual([]);
    expect(await store().dueToForget(instant(1000))).toEqual(['room']);
    expect((await store().dueToForget(instant(2000))).toSorted()).toEqual(['other', 'room']);
  });

  it('follows each append, one without events and one that shortens too', async () => {
    await store().append('room', head, batchOf({ forgetAt: instant(5000) }));
    expect(await store().dueToForget(instant(4999))).toEqual(['other']);
    await store().append('room', head, batchOf({ forgetAt: instant(500) }));
    expect(await store().dueToForget(instant(500))).toEqual(['room']);
  });

  it('takes a room out of everything', async () => {
    await store().forget('room');
    expect(await store().read('room', emptyHead)).toBeNull();
    expect(await store().receipt('room', 'first')).toBeNull();
    expect(await store().grant('link to room')).toBeNull();
    expect(await store().roomByCode('123456789')).toBeNull();
    expect(await store().dueToForget(instant(9999))).toEqual(['other']);
    const append = store().append('room', head, batchOf({ events: [cardWritten('e2')] }));
    await expect(append).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store().read('room', emptyHead)).toBeNull();
  });

  it('leaves the other rooms alone', async () => {
    await store().forget('room');
    expect(await store().read('other', emptyHead)).toMatchObject({ head, events: [cardWritten('e1')] });
    expect(await store().grant('link to other')).not.toBeNull();
    expect(await store().receipt('other', 'first')).not.toBeNull();
  });

  it('gives the code free', async () => {
    await store().forget('room');
    expect(await store().create('third', '123456789', batchOf({}))).toBe(true);
  });

  it('is no error for a room that is not there', async () => {
    await store().forget('nowhere');
    await store().forget('room');
    await expect(store().forget('room')).resolves.toBeUndefined();
  });

  it('is not undone by an append at the same time', async () => {
    const append = store().append('room', head, batchOf({ events: [cardWritten('e2')] }));
    await Promise.allSettled([append, store().forget('room')]);
    expect(await store().read('room', emptyHead)).toBeNull();
  });
}
