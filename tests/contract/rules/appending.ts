import { beforeEach, expect, it } from 'vitest';
import {
  emptyHead,
  StoreUnavailable,
  type Appended,
  type EventStore,
  type Head,
} from '#server/store/eventStore.ts';
import { instant } from '#shared/time.ts';
import { batchOf, cardWritten, offered, wroteCard } from '#tests/support/storedEvents.ts';

export function appending(store: () => EventStore): void {
  const head: Head = { version: 1, lastEventId: 'e1', box: 1 };
  const first = batchOf({
    events: [cardWritten('e1')],
    sealed: [offered('kim')],
    grants: [{ secretHash: 'of kim', grant: { room: 'room', power: 'participant', person: 'kim' } }],
    receipts: [{ command: 'first', version: 1 }],
  });
  const rewritten = [{ version: 1, event: cardWritten('e1', 'other words') }];
  /** What a batch can change of what was written before it. */
  const changes = { code: '987654321', moved: [{ from: 'kim', to: 'sam' }], rewritten };
  const expectUnchanged = async (): Promise<void> => {
    expect(await store().roomByCode('123456789')).toBe('room');
    expect(await store().roomByCode('987654321')).toBeNull();
    expect((await store().grant('of kim'))?.person).toBe('kim');
  };
  beforeEach(async () => {
    await store().create('room', '123456789', first);
  });
  const whole = async () => await store().read('room', emptyHead);

  it('moves the head by its events, and the box by one', async () => {
    const batch = batchOf({
      events: [cardWritten('e2'), cardWritten('e3')],
      sealed: [offered('sam'), wroteCard('c', 'sam')],
    });
    const after = { version: 3, lastEventId: 'e3', box: 2 };
    expect(await store().append('room', head, batch)).toEqual({ ok: true, head: after });
    expect(await whole()).toMatchObject({ head: after, events: [...first.events, ...batch.events] });
  });

  it('leaves the log alone when there are only sealed entries', async () => {
    const after = { ...head, box: 2 };
    expect(await store().append('room', head, batchOf({ sealed: [offered('sam')] }))).toEqual({
      ok: true,
      head: after,
    });
    expect(await whole()).toMatchObject({ head: after, events: first.events });
  });

  it('leaves the box alone when there are only events', async () => {
    expect(await store().append('room', head, batchOf({ events: [cardWritten('e2')] }))).toEqual({
      ok: true,
      head: { version: 2, lastEventId: 'e2', box: 1 },
    });
  });

  it('takes a receipt alone, and leaves the head where it is', async () => {
    const receipt = { command: 'nothing to do', version: 1 };
    expect(await store().append('room', head, batchOf({ receipts: [receipt] }))).toEqual({ ok: true, head });
    expect(await store().receipt('room', 'nothing to do')).toEqual(receipt);
    expect((await whole())?.head).toEqual(head);
  });

  const others: Readonly<Record<string, Head>> = {
    'version is behind': { ...emptyHead, box: 1 },
    'version is ahead': { ...head, version: 2 },
    'last event is another': { ...head, lastEventId: 'other' },
    'box is behind': { ...head, box: 0 },
    'box is ahead': { ...head, box: 2 },
  };
  it.each(Object.entries(others))('writes nothing when the expected %s', async (_, expected) => {
    const grant = { room: 'room', power: 'wall', person: null } as const;
    const appended = await store().append('room', expected, {
      events: [cardWritten('e2')],
      sealed: [offered('sam')],
      grants: [{ secretHash: 'hash', grant }],
      receipts: [{ command: 'late', version: 2 }],
      forgetAt: instant(0),
      ...changes,
    });
    const tail = await store().read('room', expected);
    expect(appended).toEqual({ ok: false, reason: 'conflict', tail });
    expect(await whole()).toMatchObject({ head, events: first.events, sealed: first.sealed });
    expect(await store().grant('hash')).toBeNull();
    expect(await store().receipt('room', 'late')).toBeNull();
    expect(await store().dueToForget(instant(1))).toEqual([]);
    await expectUnchanged();
  });

  it('answers a conflict with what somebody else wrote', async () => {
    await store().append(
      'room',
      head,
      batchOf({ events: [cardWritten('theirs')], sealed: [offered('sam')] }),
    );
    expect(await store().append('room', head, batchOf({ events: [cardWritten('mine')] }))).toEqual({
      ok: false,
      reason: 'conflict',
      tail: {
        head: { version: 2, lastEventId: 'theirs', box: 2 },
        events: [cardWritten('theirs')],
        sealed: [offered('sam')],
        reset: false,
      },
    });
  });

  it('answers a head that is no part of the log with the whole log', async () => {
    const expected = { version: 7, lastEventId: 'gone', box: 1 };
    expect(await store().append('room', expected, batchOf({ events: [cardWritten('mine')] }))).toMatchObject({
      ok: false,
      reason: 'conflict',
      tail: { head, events: first.events, reset: true },
    });
  });

  it.each([
    ['the right head', head],
    ['an old head', emptyHead],
  ])('writes nothing of a batch that repeats a command, from %s', async (_, expected) => {
    const grant = { room: 'room', power: 'wall', person: null } as const;
    const repeated = await store().append('room', expected, {
      events: [cardWritten('e2')],
      sealed: [offered('sam')],
      grants: [{ secretHash: 'hash', grant }],
      receipts: [
        { command: 'new', version: 2 },
        { command: 'first', version: 2 },
      ],
      forgetAt: instant(0),
      ...changes,
    });
    expect(repeated).toEqual({ ok: false, reason: 'repeated', receipts: [{ command: 'first', version: 1 }] });
    expect(await whole()).toMatchObject({ head, events: first.events, sealed: first.sealed });
    expect(await store().grant('hash')).toBeNull();
    expect(await store().receipt('room', 'new')).toBeNull();
    expect(await store().dueToForget(instant(1))).toEqual([]);
    await expectUnchanged();
  });

  it('knows a command only in its own room', async () => {
    await store().create('other', '987654321', batchOf({}));
    const batch = batchOf({ receipts: [{ command: 'first', version: 0 }] });
    expect(await store().append('other', emptyHead, batch)).toMatchObject({ ok: true });
    expect(await store().receipt('other', 'first')).toEqual({ command: 'first', version: 0 });
    expect(await store().receipt('room', 'first')).toEqual({ command: 'first', version: 1 });
  });

  it('rejects a batch that names a command twice', async () => {
    const twice = batchOf({
      events: [cardWritten('e2')],
      receipts: [
        { command: 'same', version: 2 },
        { command: 'same', version: 2 },
      ],
    });
    await expect(store().append('room', head, twice)).rejects.toThrow(Error);
    expect((await whole())?.head).toEqual(head);
  });

  it('lets one of several through that expect the same head', async () => {
    const appends = Array.from({ length: 8 }, (_, index) =>
      store().append('room', head, batchOf({ events: [cardWritten(`by ${index}`)] })),
    );
    const done: Appended[] = await Promise.all(appends);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = `by ${done.findIndex(({ ok }) => ok)}`;
    for (const appended of done.filter(({ ok }) => !ok)) {
      expect(appended).toMatchObject({ reason: 'conflict', tail: { events: [cardWritten(winner)] } });
    }
    expect((await whole())?.events).toEqual([cardWritten('e1'), cardWritten(winner)]);
  });

  it('is not hurt by a neighbour that fails', async () => {
    await store().create('other', '987654321', batchOf({}));
    const [mine, lost, gone, theirs] = await Promise.allSettled([
      store().append('room', head, batchOf({ events: [cardWritten('e2')] })),
      store().append('room', head, batchOf({ events: [cardWritten('late')] })),
      store().append('nowhere', emptyHead, batchOf({ events: [cardWritten('lost')] })),
      store().append('other', emptyHead, batchOf({ events: [cardWritten('o1')] })),
    ]);
    expect(mine).toMatchObject({ value: { ok: true } });
    expect(lost).toMatchObject({ value: { ok: false, reason: 'conflict' } });
    expect(gone.status).toBe('rejected');
    expect(theirs).toMatchObject({ value: { ok: true } });
    expect((await whole())?.events).toHaveLength(2);
    expect((await store().read('other', emptyHead))?.events).toHaveLength(1);
  });

  it('rejects for a room that is not there', async () => {
    const append = store().append('nowhere', emptyHead, batchOf({ events: [cardWritten('e1')] }));
    await expect(append).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store().read('nowhere', emptyHead)).toBeNull();
  });
}
