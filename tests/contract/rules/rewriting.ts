import { beforeEach, expect, it } from 'vitest';
import { emptyHead, StoreUnavailable, type EventStore, type Head } from '#server/store/eventStore.ts';
import { batchOf, cardWritten } from '#tests/support/storedEvents.ts';

export function rewriting(store: () => EventStore): void {
  const events = ['e1', 'e2', 'e3'].map((id) => cardWritten(id));
  const head: Head = { version: 3, lastEventId: 'e3', box: 0 };
  const tells = cardWritten('e4');
  const second = { version: 2, event: cardWritten('e2', 'no words') };
  const after: Head = { version: 4, lastEventId: 'e4', box: 0 };

  beforeEach(async () => {
    await store().create('room', '111111111', batchOf({ events }));
    await store().create('other', '222222222', batchOf({ events }));
  });
  const eventsOf = async (room: string) => (await store().read(room, emptyHead))?.events;

  it('puts an event in the place of the one with its version', async () => {
    const batch = batchOf({ events: [tells], rewritten: [second] });
    expect(await store().append('room', head, batch)).toEqual({ ok: true, head: after });
    expect(await store().read('room', emptyHead)).toEqual({
      head: after,
      events: [events[0], second.event, events[2], tells],
      sealed: [],
      reset: false,
    });
  });

  it('leaves the other rooms alone', async () => {
    await store().append('room', head, batchOf({ events: [tells], rewritten: [second] }));
    expect(await eventsOf('other')).toEqual(events);
  });

  it('rewrites several, the first and the last too, and one of them again later', async () => {
    const empty = (version: number) => ({ version, event: cardWritten(`e${version}`, '') });
    const all = batchOf({ events: [tells], rewritten: [empty(3), empty(1), empty(2)] });
    await store().append('room', head, all);
    expect(await eventsOf('room')).toEqual([empty(1).event, empty(2).event, empty(3).event, tells]);
    await store().append('room', after, batchOf({ rewritten: [second] }));
    expect((await eventsOf('room'))?.[1]).toEqual(second.event);
  });

  it('takes longer words than were there', async () => {
    const event = cardWritten('e1', 'word '.repeat(3000));
    await store().append('room', head, batchOf({ events: [tells], rewritten: [{ version: 1, event }] }));
    expect(await eventsOf('room')).toEqual([event, events[1], events[2], tells]);
  });

  it('is heard of by who holds the room as a tail that joins on', async () => {
    await store().append('room', head, batchOf({ events: [tells], rewritten: [second] }));
    expect(await store().read('room', head)).toEqual({
      head: after,
      events: [tells],
      sealed: [],
      reset: false,
    });
    const behind = await store().read('room', { version: 1, lastEventId: 'e1', box: 0 });
    expect(behind?.events).toEqual([second.event, events[2], tells]);
    expect(behind?.reset).toBe(false);
  });

  it.each([
    ['has another id', { version: 2, event: cardWritten('e3') }],
    ['lies behind the end', { version: 4, event: tells }],
    ['lies before the first', { version: 0, event: cardWritten('e1') }],
  ])('rejects as a mistake what %s, and writes nothing', async (_, wrong) => {
    const batch = batchOf({
      events: [tells],
      receipts: [{ command: 'forget', version: 4 }],
      code: '333333333',
      rewritten: [second, wrong],
    });
    const refusal: unknown = await store()
      .append('room', head, batch)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).not.toBeInstanceOf(StoreUnavailable);
    expect(await store().read('room', emptyHead)).toMatchObject({ head, events });
    expect(await store().receipt('room', 'forget')).toBeNull();
    expect(await store().roomByCode('333333333')).toBeNull();
  });
}
