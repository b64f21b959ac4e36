import { beforeEach, expect, it } from 'vitest';
import { emptyHead, type EventStore, type Head } from '#server/store/eventStore.ts';
import { instant } from '#shared/time.ts';
import { batchOf, cardWritten, offered } from '#tests/support/storedEvents.ts';

export function changingTheCode(store: () => EventStore): void {
  const head: Head = { version: 1, lastEventId: 'e1', box: 0 };
  beforeEach(async () => {
    await store().create('room', '111111111', batchOf({ events: [cardWritten('e1')] }));
    await store().create('other', '222222222', batchOf({}));
  });

  it('finds the room by the new code, and nothing by the old', async () => {
    const batch = batchOf({ events: [cardWritten('e2')], code: '333333333' });
    expect(await store().append('room', head, batch)).toMatchObject({ ok: true, head: { version: 2 } });
    expect(await store().roomByCode('333333333')).toBe('room');
    expect(await store().roomByCode('111111111')).toBeNull();
  });

  it('stays as it is when no code is named', async () => {
    await store().append('room', head, batchOf({ events: [cardWritten('e2')] }));
    expect(await store().roomByCode('111111111')).toBe('room');
  });

  it('may name the code the room has', async () => {
    expect(await store().append('room', head, batchOf({ code: '111111111' }))).toMatchObject({ ok: true });
    expect(await store().roomByCode('111111111')).toBe('room');
  });

  it('gives the old code free, for a new room and for one that changes its own', async () => {
    await store().append('room', head, batchOf({ code: '333333333' }));
    expect(await store().append('other', emptyHead, batchOf({ code: '111111111' }))).toMatchObject({
      ok: true,
    });
    expect(await store().roomByCode('111111111')).toBe('other');
    expect(await store().create('third', '222222222', batchOf({}))).toBe(true);
  });

  it('gives the new code free when the room is forgotten', async () => {
    await store().append('room', head, batchOf({ code: '333333333' }));
    await store().forget('room');
    expect(await store().roomByCode('333333333')).toBeNull();
    expect(await store().create('third', '333333333', batchOf({}))).toBe(true);
  });

  it('writes nothing when another room has the code', async () => {
    const grant = { room: 'room', power: 'wall', person: null } as const;
    const batch = batchOf({
      events: [cardWritten('e2')],
      sealed: [offered('kim')],
      grants: [{ secretHash: 'hash', grant }],
      receipts: [{ command: 'new code', version: 2 }],
      forgetAt: instant(0),
      code: '222222222',
    });
    expect(await store().append('room', head, batch)).toEqual({ ok: false, reason: 'code-taken' });
    expect(await store().read('room', emptyHead)).toEqual({
      head,
      events: [cardWritten('e1')],
      sealed: [],
      reset: false,
    });
    expect(await store().grant('hash')).toBeNull();
    expect(await store().receipt('room', 'new code')).toBeNull();
    expect(await store().dueToForget(instant(1))).toEqual([]);
    expect(await store().roomByCode('111111111')).toBe('room');
    expect(await store().roomByCode('222222222')).toBe('other');
    expect(await store().append('room', head, { ...batch, code: '333333333' })).toMatchObject({ ok: true });
  });

  it('tells of a repeat and of a conflict first: whoever decides again makes another code', async () => {
    await store().append('room', head, batchOf({ receipts: [{ command: 'first', version: 1 }] }));
    const repeat = batchOf({ receipts: [{ command: 'first', version: 1 }], code: '222222222' });
    expect(await store().append('room', head, repeat)).toMatchObject({ reason: 'repeated' });
    const late = batchOf({ events: [cardWritten('e2')], code: '222222222' });
    expect(await store().append('room', emptyHead, late)).toMatchObject({ reason: 'conflict' });
  });

  it('gives a code to one of many rooms that ask at once', async () => {
    const rooms = Array.from({ length: 6 }, (_, index) => `room ${index}`);
    await Promise.all(rooms.map((room, index) => store().create(room, `code ${index}`, batchOf({}))));
    const done = await Promise.all(
      rooms.map((room) => store().append(room, emptyHead, batchOf({ code: '333333333' }))),
    );
    const winners = rooms.filter((_, index) => done[index]?.ok);
    expect(winners).toHaveLength(1);
    expect([await store().roomByCode('333333333')]).toEqual(winners);
    expect(done.filter(({ ok }) => !ok)).toEqual(
      Array.from({ length: 5 }, () => ({ ok: false, reason: 'code-taken' })),
    );
  });
}
