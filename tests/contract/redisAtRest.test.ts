import { Redis } from 'ioredis';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyHead, StoreUnavailable, type EventStore, type Head } from '#server/store/eventStore.ts';
import { instant } from '#shared/time.ts';
import { describeWithRedis } from '#tests/support/describeWithRedis.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import {
  batchOf,
  cardWritten,
  offered,
  offerTakenBack,
  personJoined,
  wroteCard,
} from '#tests/support/storedEvents.ts';
import { redisNodes, type RedisNodes } from './redisFolders.ts';
import { roomsSideBySide } from './roomsSideBySide.ts';

const words = 'Zaunkönig-Žluť 鶺鴒';
let server: RedisServer;
let nodes: RedisNodes;
let redis: Redis;

async function begin(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await RedisServer.start(settings);
  nodes = redisNodes(server);
  redis = new Redis(server.url.href);
}
afterEach(async () => {
  redis.disconnect();
  await nodes.dispose();
  await server.dispose();
});

async function fill(store: EventStore, room: string, forgetAt = batchOf({}).forgetAt): Promise<void> {
  const batch = batchOf({
    events: [personJoined(`${room}-1`, `Name ${words}`), cardWritten(`${room}-2`, words)],
    sealed: [wroteCard(`card-${words}`, `author-${words}`), offered(`person-${words}`)],
    grants: [{ secretHash: `hash for ${room}`, grant: { room, power: 'wall', person: null } }],
    receipts: [{ command: `command in ${room}`, version: 2 }],
    forgetAt,
  });
  await store.create(room, `code of ${room}`, batch);
}

describeWithRedis("content in Redis's folder", () => {
  beforeEach(() => begin());

  it('cannot be read without the keys, neither in the log nor in what it is written anew to', async () => {
    const store = await nodes.open();
    await fill(store, 'room');
    await fill(store, 'other');
    for (const written of ['as it was', 'anew']) {
      if (written === 'anew') await store.forget('other');
      const scan = nodes.scan('without keys');
      expect(scan.finds('code of room'), 'the search finds what lies in clear').toBe(true);
      for (const planted of [words, 'cardWritten', 'invitation', 'author-', 'person-', 'coachee'])
        expect(scan.finds(planted), `${planted} ${written}`).toBe(false);
      expect(nodes.scan('with keys').finds(words), 'and with the keys it would').toBe(true);
    }
  });

  it('lies under keys that no file of Redis holds', async () => {
    await fill(await nodes.open(), 'room');
    const [name = ''] = readdirSync(nodes.keysDir).filter((file) => file.endsWith('.key'));
    const key = readFileSync(join(nodes.keysDir, name));
    expect(nodes.scan('without keys').holds(key)).toBe(false);
  });
});

describeWithRedis('a room that is forgotten', () => {
  it.each([
    ['the append-only file', {}],
    ['snapshots too', { save: '3600 1' }],
  ])('is found nowhere among others, not by its id: %s', async (_, settings) => {
    await begin(settings);
    const store = await nodes.open();
    await roomsSideBySide(store, { rooms: 10, rounds: 10, seed: 3 });
    await fill(store, 'to-be-forgotten');
    if ('save' in settings) await redis.save();
    expect(nodes.scan('with keys').finds(words)).toBe(true);
    expect(nodes.scan('with keys').finds('to-be-forgotten')).toBe(true);
    await store.forget('to-be-forgotten');
    expect(nodes.scan('with keys').finds(words)).toBe(false);
    expect(nodes.scan('with keys').finds('to-be-forgotten')).toBe(false);
    expect((await store.read('room-3-of-many', emptyHead))?.events).toHaveLength(10);
  });

  it('shares one sweep with the others of its time', async () => {
    await begin();
    const store = await nodes.open();
    const rooms = await roomsSideBySide(store, { rooms: 8, rounds: 1, seed: 3 });
    await Promise.all(rooms.map((room) => store.forget(room)));
    const [, rewrites] = /aof_rewrites:(\d+)/.exec(await redis.info('persistence'))!;
    expect(Number(rewrites)).toBeLessThanOrEqual(2);
  });

  it('does not come back with a Redis that has it still', async () => {
    await begin();
    const [store, other] = [await nodes.open(), await nodes.open()];
    await fill(store, 'room', instant(1000));
    expect(await other.grant('hash for room')).not.toBeNull();
    const kept = await Promise.all(
      (await redis.keys('*')).map(async (key) => [key, await redis.dumpBuffer(key)] as const),
    );
    await store.forget('room');
    for (const [key, value] of kept) await redis.restore(key, 0, value, 'REPLACE');
    for (const node of [store, other, await nodes.open()]) {
      expect(await node.read('room', emptyHead)).toBeNull();
      expect(await node.receipt('room', 'command in room')).toBeNull();
      expect(await node.grant('hash for room')).toBeNull();
      expect(await node.roomByCode('code of room')).toBeNull();
      const head: Head = { version: 2, lastEventId: 'room-2', box: 1 };
      await expect(node.append('room', head, batchOf({}))).rejects.toBeInstanceOf(StoreUnavailable);
    }
    expect(await store.dueToForget(instant(1000))).toEqual(['room']);
    await store.forget('room');
    expect(nodes.scan('without keys').finds('code of room')).toBe(false);
  });

  it('is let go of by Redis itself a day later when nobody is there to forget it', async () => {
    await begin();
    const store = await nodes.open();
    const forgetAt = instant(store.now() + 3_600_000);
    await fill(store, 'room', forgetAt);
    const expiries = async (): Promise<number[]> => {
      const keys = (await redis.keys('*')).filter((key) => /:(room|code|grant):/.test(key));
      expect(keys).toHaveLength(7);
      return Promise.all(keys.map((key) => redis.pexpiretime(key)));
    };
    const day = 24 * 3_600_000;
    const expectBetween = async (earliest: number): Promise<void> => {
      for (const at of await expiries()) {
        expect(at).toBeGreaterThanOrEqual(earliest);
        expect(at).toBeLessThan(earliest + 3_600_000);
      }
    };
    await expectBetween(forgetAt + day);
    const longer = instant(forgetAt + 5 * day);
    const head: Head = { version: 2, lastEventId: 'room-2', box: 1 };
    await store.append('room', head, batchOf({ forgetAt: longer }));
    await expectBetween(longer + day);
  });
});

describeWithRedis('what was overwritten', () => {
  beforeEach(() => begin());

  it('is swept by the next node when the one that did it was killed', async () => {
    const store = await nodes.open();
    await fill(store, 'room');
    const head: Head = { version: 2, lastEventId: 'room-2', box: 1 };
    const entry = `person-${words}`;
    expect(nodes.scan('with keys').finds(entry)).toBe(true);
    // The node lives on here, but it would not sweep yet.
    await store.append('room', head, batchOf({ sealed: [offerTakenBack(entry)] }));
    expect(nodes.scan('with keys').finds(entry)).toBe(true);
    const next = await nodes.open();
    expect(nodes.scan('with keys').finds(entry)).toBe(false);
    // Who holds the box from before is not told what is gone, so they get it anew.
    expect(await next.read('room', head)).toMatchObject({ reset: true });
    expect((await next.read('room', head))?.sealed).toEqual([wroteCard(`card-${words}`, `author-${words}`)]);
  });
});

describeWithRedis('what was changed in Redis', () => {
  const changes: Readonly<Record<string, (key: (name: string) => string) => Promise<unknown>>> = {
    'two events swapped': async (key) => {
      const [one, two] = await redis.lrangeBuffer(key('events'), 0, 1);
      await redis.lset(key('events'), 0, two!);
      await redis.lset(key('events'), 1, one!);
    },
    'an event of another room': async (key) => {
      const theirs = await redis.lindexBuffer('{fullturn}:room:other:events', 1);
      await redis.lset(key('events'), 1, theirs!);
    },
    'an event taken out': (key) => redis.lpop(key('events')),
    'the age of an entry': async (key) => {
      const [[name, value]] = Object.entries(await redis.hgetallBuffer(key('box'))) as [[string, Buffer]];
      const entries = await redis.hkeysBuffer(key('box'));
      expect(name).toBeDefined();
      await redis.hset(key('box'), entries[0]!, Buffer.concat([Buffer.from('2'), value.subarray(1)]));
    },
    'words in clear': (key) => redis.lset(key('events'), 0, '"room-1"\n{"type":"sessionEnded"}'),
  };
  describe('does not open', () => {
    it.each(Object.entries(changes))('%s', async (_, change) => {
      await begin();
      const store = await nodes.open();
      await fill(store, 'room');
      await fill(store, 'other');
      await change((name) => `{fullturn}:room:room:${name}`);
      await expect(store.read('room', emptyHead)).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.ping()).resolves.toBeUndefined();
    });
  });
});
