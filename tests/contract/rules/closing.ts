import { expect, it } from 'vitest';
import { emptyHead, StoreUnavailable, type EventStore } from '#server/store/eventStore.ts';
import { applySealed, emptySealed } from '#shared/room/sealed.ts';
import { instant } from '#shared/time.ts';
import { batchOf, cardWritten, offered, offerTakenBack } from '#tests/support/storedEvents.ts';
import type { OpenedStore } from '../eventStoreContract.ts';

/** `outlives`: what was written is there after a close and another opening. */
export function closing(opened: () => OpenedStore, outlives: boolean): void {
  const calls: Readonly<Record<string, (store: EventStore) => Promise<unknown>>> = {
    create: (store) => store.create('new', '111111111', batchOf({})),
    read: (store) => store.read('room', emptyHead),
    append: (store) => store.append('room', emptyHead, batchOf({ events: [cardWritten('e1')] })),
    receipt: (store) => store.receipt('room', 'command'),
    grant: (store) => store.grant('hash'),
    roomByCode: (store) => store.roomByCode('123456789'),
    dueToForget: (store) => store.dueToForget(instant(0)),
    forget: (store) => store.forget('room'),
    ping: (store) => store.ping(),
  };

  it.each(Object.entries(calls))('ends %s', async (_, call) => {
    const { store } = opened();
    await store.create('room', '123456789', batchOf({}));
    await store.close();
    await expect(call(store)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('finishes what it was asked before', async () => {
    const { store } = opened();
    await store.create('room', '123456789', batchOf({}));
    const append = store.append('room', emptyHead, batchOf({ events: [cardWritten('e1')] }));
    await store.close();
    await expect(append).resolves.toMatchObject({ ok: true });
  });

  it('may be asked twice', async () => {
    const { store } = opened();
    await Promise.all([store.close(), store.close()]);
    await expect(store.close()).resolves.toBeUndefined();
  });

  if (!outlives) return;
  it('keeps everything for the next time', async () => {
    const { store } = opened();
    const grant = { room: 'room', power: 'participant', person: 'kim' } as const;
    const first = { version: 1, lastEventId: 'e1', box: 1 };
    await store.create(
      'room',
      '123456789',
      batchOf({ events: [cardWritten('e1')], sealed: [offered('kim'), offered('sam')] }),
    );
    await store.append(
      'room',
      first,
      batchOf({
        events: [cardWritten('e2')],
        sealed: [offerTakenBack('kim')],
        grants: [{ secretHash: 'hash', grant }],
        receipts: [{ command: 'second', version: 2 }],
        forgetAt: instant(1000),
        code: '333333333',
        moved: [{ from: 'kim', to: 'sam' }],
      }),
    );
    await store.create('gone', '987654321', batchOf({}));
    await store.forget('gone');
    const before = await store.read('room', emptyHead);
    await store.close();
    const again = await opened().reopen?.();
    if (again === undefined) throw new Error('The store did not open again.');
    const after = await again.read('room', emptyHead);
    expect(after).toMatchObject({ head: before?.head, events: before?.events, reset: false });
    const since = await again.read('room', first);
    const held = since?.reset === true ? [] : [offered('kim'), offered('sam')];
    const whole = before?.sealed.reduce(applySealed, emptySealed);
    expect([...held, ...since!.sealed].reduce(applySealed, emptySealed)).toEqual(whole);
    expect(whole?.offer).toEqual({ sam: ['coachee'] });
    expect(await again.roomByCode('333333333')).toBe('room');
    expect(await again.roomByCode('123456789')).toBeNull();
    expect(await again.grant('hash')).toEqual({ ...grant, person: 'sam' });
    expect(await again.receipt('room', 'second')).toEqual({ command: 'second', version: 2 });
    expect(await again.dueToForget(instant(1000))).toEqual(['room']);
    expect(await again.read('gone', emptyHead)).toBeNull();
    const second = { version: 2, lastEventId: 'e2', box: 2 };
    const more = batchOf({ events: [cardWritten('e3')] });
    expect(await again.append('room', second, more)).toMatchObject({ ok: true });
  });
}
