import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyHead, StoreUnavailable, type EventStore, type Head } from '#server/store/eventStore.ts';
import { describeWithRedis } from '#tests/support/describeWithRedis.ts';
import { keepFolderOf } from '#tests/support/putBack.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { batchOf, cardWritten, offered } from '#tests/support/storedEvents.ts';
import { redisNodes, type RedisNodes } from './redisFolders.ts';

let server: RedisServer;
let nodes: RedisNodes;
beforeEach(async () => {
  server = await RedisServer.start();
  nodes = redisNodes(server);
});
afterEach(async () => {
  await server.signal('SIGCONT');
  await nodes.dispose();
  await server.dispose();
});

/** Asks again while the store is away, as a page does with the same command. */
async function asLongAsAway<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      expect(error).toBeInstanceOf(StoreUnavailable);
      await sleep(20);
    }
  }
}

describeWithRedis('a Redis that is killed', () => {
  it('loses nothing that was acknowledged, twenty times under load', async () => {
    const [one, two] = [await nodes.open(), await nodes.open()];
    const rooms = ['a', 'b', 'c', 'd'];
    for (const room of rooms) await one.create(room, `code ${room}`, batchOf({}));
    const acknowledged = new Map<string, string[]>(rooms.map((room) => [room, []]));
    let total = 0;
    let stopped = false;

    const load = async (store: EventStore, room: string): Promise<void> => {
      let head: Head = emptyHead;
      for (let turn = 1; !stopped; turn += 1) {
        const id = `${room}-${turn}`;
        for (let done = false; !done;) {
          const receipts = [{ command: id, version: head.version + 1 }];
          const batch = batchOf({ events: [cardWritten(id)], sealed: [offered('kim')], receipts });
          const appended = await asLongAsAway(() => store.append(room, head, batch));
          done = appended.ok || appended.reason === 'repeated';
          if (appended.ok) head = appended.head;
          else head = (await asLongAsAway(() => store.read(room, emptyHead)))!.head;
        }
        acknowledged.get(room)!.push(id);
        total += 1;
      }
    };
    const loads = rooms.map((room, index) => load(index % 2 === 0 ? one : two, room));
    for (let kill = 1; kill <= 20; kill += 1) {
      const enough = total + 40;
      await vi.waitUntil(() => total >= enough, { timeout: 20_000, interval: 1 });
      await server.signal('SIGKILL');
      await server.startAgain();
    }
    stopped = true;
    await Promise.all(loads);

    for (const room of rooms) {
      const log = await one.read(room, emptyHead);
      // Each once and in order: what was asked again acted once.
      expect(log?.events.map(({ id }) => id)).toEqual(acknowledged.get(room));
      for (const [index, command] of acknowledged.get(room)!.entries())
        expect(await two.receipt(room, command)).toEqual({ command, version: index + 1 });
    }
  });

  it('has its rooms poked when it is back: something may have been missed', async () => {
    const [one, two] = [await nodes.open(), await nodes.open()];
    await one.create('room', '123456789', batchOf({}));
    await server.signal('SIGKILL');
    const { promise: poked, resolve } = Promise.withResolvers<void>();
    two.subscribe('room', () => resolve());
    await server.startAgain();
    await poked;
  });
});

describeWithRedis('a Redis that stands still for five seconds', () => {
  it('has commands refused within two, and answers within two of its going on', async () => {
    const store = await nodes.open();
    await store.create('room', '123456789', batchOf({}));
    const took = async (act: () => Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await act();
      return performance.now() - began;
    };
    const refused = (): Promise<void> =>
      expect(
        store.append('room', emptyHead, batchOf({ events: [cardWritten('e1')] })),
      ).rejects.toBeInstanceOf(StoreUnavailable);

    await server.signal('SIGSTOP');
    const until = performance.now() + 5_000;
    while (performance.now() < until) {
      expect(await took(refused)).toBeLessThan(2_000);
      await sleep(50);
    }
    await server.signal('SIGCONT');
    expect(await took(() => asLongAsAway(() => store.ping()))).toBeLessThan(2_000);
    // It was refused, and may have been written when Redis went on: once at most.
    const log = (await store.read('room', emptyHead))!;
    expect(log.events.length).toBeLessThanOrEqual(1);
    const later = batchOf({ events: [cardWritten('e2')] });
    expect(await store.append('room', log.head, later)).toMatchObject({ ok: true });
  });
});

describeWithRedis('two nodes on one Redis', () => {
  /** Resolves with the next poke. */
  const poke = (store: EventStore): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = store.subscribe('room', () => {
      stop();
      resolve();
    });
    return promise;
  };

  it('see what the other appended, and hear of it', async () => {
    const [one, two] = [await nodes.open(), await nodes.open()];
    const grant = { room: 'room', power: 'participant', person: 'kim' } as const;
    const grants = [{ secretHash: 'hash', grant }];
    await one.create('room', '123456789', batchOf({ grants }));
    expect(await two.roomByCode('123456789')).toBe('room');
    expect(await two.grant('hash')).toEqual(grant);
    const poked = poke(two);
    const batch = batchOf({ events: [cardWritten('e1')], sealed: [offered('kim')] });
    await one.append('room', emptyHead, batch);
    await poked;
    expect(await two.read('room', emptyHead)).toMatchObject({
      events: [cardWritten('e1')],
      sealed: [offered('kim')],
    });
    expect(await two.append('room', emptyHead, batch)).toMatchObject({ reason: 'conflict' });
  });

  it('forget together', async () => {
    const [one, two] = [await nodes.open(), await nodes.open()];
    await one.create('room', '123456789', batchOf({ events: [cardWritten('e1')] }));
    expect((await two.read('room', emptyHead))?.events).toHaveLength(1);
    const poked = poke(two);
    await one.forget('room');
    await poked;
    expect(await two.read('room', emptyHead)).toBeNull();
    expect(await two.roomByCode('123456789')).toBeNull();
  });

  it('tell the same time', async () => {
    const [one, two] = [await nodes.open(), await nodes.open()];
    expect(Math.abs(one.now() - two.now())).toBeLessThan(100);
  });
});

describeWithRedis('a log that went back', () => {
  it('starts over whoever holds what is lost, though it has grown as long again', async () => {
    const store = await nodes.open();
    await store.create('room', '123456789', batchOf({ events: [cardWritten('e1')] }));
    const first: Head = { version: 1, lastEventId: 'e1', box: 0 };
    const putBack = keepFolderOf(server);
    await store.append('room', first, batchOf({ events: [cardWritten('lost')] }));

    await putBack();

    const head: Head = { version: 2, lastEventId: 'lost', box: 0 };
    expect(await asLongAsAway(() => store.read('room', head))).toMatchObject({ head: first, reset: true });
    await store.append('room', first, batchOf({ events: [cardWritten('other')] }));
    const whole = { events: [cardWritten('e1'), cardWritten('other')], reset: true };
    expect(await store.read('room', head)).toMatchObject(whole);
    const onTheLost = await store.append('room', head, batchOf({ events: [cardWritten('e3')] }));
    expect(onTheLost).toMatchObject({ reason: 'conflict', tail: whole });
  });
});
