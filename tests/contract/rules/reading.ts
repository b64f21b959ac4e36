import { beforeEach, expect, it } from 'vitest';
import { emptyHead, type EventStore, type Head } from '#server/store/eventStore.ts';
import { applySealed, emptySealed } from '#shared/room/sealed.ts';
import { batchOf, cardWritten, offered, offerTakenBack, wroteCard } from '#tests/support/storedEvents.ts';

export function reading(store: () => EventStore): void {
  const events = ['e1', 'e2', 'e3'].map((id) => cardWritten(id));
  const head: Head = { version: 3, lastEventId: 'e3', box: 2 };

  beforeEach(async () => {
    const first = { version: 1, lastEventId: 'e1', box: 1 };
    await store().create(
      'room',
      '123456789',
      batchOf({ events: events.slice(0, 1), sealed: [offered('kim')] }),
    );
    await store().append('room', first, batchOf({ events: events.slice(1), sealed: [offered('sam')] }));
  });

  it('gives null for a room that does not exist', async () => {
    expect(await store().read('nowhere', emptyHead)).toBeNull();
  });

  it('gives the whole log after the empty head', async () => {
    const tail = await store().read('room', emptyHead);
    expect(tail).toMatchObject({ head, events, reset: false });
    expect(tail?.sealed).toHaveLength(2);
    expect(tail?.sealed).toEqual(expect.arrayContaining([offered('kim'), offered('sam')]));
  });

  it('gives only what came after a head', async () => {
    expect(await store().read('room', { version: 1, lastEventId: 'e1', box: 1 })).toEqual({
      head,
      events: events.slice(1),
      sealed: [offered('sam')],
      reset: false,
    });
  });

  it('gives nothing after the head itself', async () => {
    expect(await store().read('room', head)).toEqual({ head, events: [], sealed: [], reset: false });
  });

  it('counts log and box apart', async () => {
    const behindInBox = await store().read('room', { ...head, box: 0 });
    expect(behindInBox).toMatchObject({ events: [], reset: false });
    expect(behindInBox?.sealed).toHaveLength(2);
    const behindInLog = await store().read('room', { version: 2, lastEventId: 'e2', box: 2 });
    expect(behindInLog).toEqual({ head, events: events.slice(2), sealed: [], reset: false });
  });

  it('gives the latest value of an entry once', async () => {
    await store().append('room', head, batchOf({ sealed: [wroteCard('c', 'kim'), offerTakenBack('kim')] }));
    await store().append('room', { ...head, box: 3 }, batchOf({ sealed: [wroteCard('c', 'sam')] }));
    const tail = await store().read('room', head);
    expect(tail?.head.box).toBe(4);
    expect(tail?.sealed).toHaveLength(2);
    expect(tail?.sealed).toEqual(expect.arrayContaining([offerTakenBack('kim'), wroteCard('c', 'sam')]));
  });

  it('tells of an entry that was taken out', async () => {
    await store().append('room', head, batchOf({ sealed: [offerTakenBack('kim')] }));
    expect((await store().read('room', head))?.sealed).toEqual([offerTakenBack('kim')]);
    const whole = await store().read('room', emptyHead);
    expect(whole?.sealed.reduce(applySealed, emptySealed)).toEqual({
      ...emptySealed,
      offer: { sam: ['coachee'] },
    });
  });

  const strangers: Readonly<Record<string, Head>> = {
    'with a version from the future': { version: 4, lastEventId: 'e4', box: 2 },
    'with a box from the future': { ...head, box: 3 },
    'with another last event': { ...head, lastEventId: 'other' },
    'with another event in the middle': { version: 2, lastEventId: 'other', box: 1 },
    'with the last event at another place': { version: 2, lastEventId: 'e3', box: 2 },
    'with an event before the first': { version: 0, lastEventId: 'e1', box: 0 },
    'with no event where one is': { version: 2, lastEventId: '', box: 2 },
  };
  it.each(Object.entries(strangers))('starts over for a head %s', async (_, after) => {
    const tail = await store().read('room', after);
    expect(tail).toMatchObject({ head, events, reset: true });
    expect(tail?.sealed.reduce(applySealed, emptySealed)).toMatchObject({
      offer: { kim: ['coachee'], sam: ['coachee'] },
    });
  });

  it('keeps words as they are', async () => {
    const words = 'Vögel "in" \\ the\u2028 nest\n\u0000 🪺 \ud83e';
    await store().append('room', head, batchOf({ events: [cardWritten('e4', words)] }));
    expect((await store().read('room', head))?.events).toEqual([cardWritten('e4', words)]);
  });
}
