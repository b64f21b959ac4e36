import { expect, it } from 'vitest';
import { emptyHead, StoreUnavailable, type EventStore } from '#server/store/eventStore.ts';
import { batchOf, cardWritten, offered } from '#tests/support/storedEvents.ts';

export function creating(store: () => EventStore): void {
  it('writes everything of its batch', async () => {
    const events = [cardWritten('e1'), cardWritten('e2')];
    const grant = { room: 'room', power: 'facilitator', person: 'kim' } as const;
    const made = await store().create(
      'room',
      '123456789',
      batchOf({
        events,
        sealed: [offered('kim')],
        grants: [{ secretHash: 'hash', grant }],
        receipts: [{ command: 'open', version: 2 }],
      }),
    );
    expect(made).toBe(true);
    expect(await store().read('room', emptyHead)).toEqual({
      head: { version: 2, lastEventId: 'e2', box: 1 },
      events,
      sealed: [offered('kim')],
      reset: false,
    });
    expect(await store().roomByCode('123456789')).toBe('room');
    expect(await store().grant('hash')).toEqual(grant);
    expect(await store().receipt('room', 'open')).toEqual({ command: 'open', version: 2 });
  });

  it('starts from an empty head', async () => {
    await store().create('room', '123456789', batchOf({}));
    expect((await store().read('room', emptyHead))?.head).toEqual(emptyHead);
  });

  it('says false when the code is taken, and writes nothing', async () => {
    await store().create('first', '123456789', batchOf({ events: [cardWritten('e1')] }));
    const grant = { room: 'second', power: 'wall', person: null } as const;
    const second = batchOf({ events: [cardWritten('e2')], grants: [{ secretHash: 'hash', grant }] });
    expect(await store().create('second', '123456789', second)).toBe(false);
    expect(await store().read('second', emptyHead)).toBeNull();
    expect(await store().grant('hash')).toBeNull();
    expect(await store().roomByCode('123456789')).toBe('first');
    expect(await store().create('second', '987654321', second)).toBe(true);
  });

  it('gives a code to one of many who ask at once', async () => {
    const rooms = Array.from({ length: 8 }, (_, index) => `room ${index}`);
    const made = await Promise.all(
      rooms.map((room) =>
        store().create(room, '123456789', batchOf({ events: [cardWritten(`of ${room}`)] })),
      ),
    );
    const winners = rooms.filter((_, index) => made[index]);
    expect(winners).toHaveLength(1);
    expect([await store().roomByCode('123456789')]).toEqual(winners);
    for (const room of rooms) {
      expect((await store().read(room, emptyHead)) !== null).toBe(winners.includes(room));
    }
  });

  it('rejects a room that exists, whatever the code, and leaves it as it is', async () => {
    await store().create('room', '123456789', batchOf({ events: [cardWritten('e1')] }));
    for (const code of ['123456789', '987654321']) {
      const again = store().create('room', code, batchOf({ events: [cardWritten('e2')] }));
      const refusal: unknown = await again.catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Error);
      expect(refusal).not.toBeInstanceOf(StoreUnavailable);
    }
    expect((await store().read('room', emptyHead))?.events).toEqual([cardWritten('e1')]);
    expect(await store().roomByCode('987654321')).toBeNull();
  });
}
