import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { StoreUnavailable } from '#server/store/eventStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { mostKept } from '#shared/protocol/messages.ts';
import { describeWithRedis } from '#tests/support/describeWithRedis.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import type { Page } from '../support/page.ts';
import { keepFolderOf } from '../support/putBack.ts';
import { smallSession } from '../support/session.ts';
import { TestServer } from '../support/testServer.ts';

describeWithRedis('a log that went back under two servers', () => {
  let redis: RedisServer;
  let nodes: RedisNodes;
  let one: TestServer;
  let two: TestServer;
  beforeEach(async () => {
    redis = await RedisServer.start();
    nodes = redisNodes(redis);
    one = await TestServer.of(await nodes.openNode());
    two = await TestServer.of(await nodes.openNode());
  });
  afterEach(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await nodes.dispose();
    await redis.dispose();
  });

  const done = { ok: true, acted: true };
  const names = (page: Page) => page.state.people.map(({ name }) => name);
  /** Which of these the log knows nothing of, as a page asks. */
  const lost = (page: Page, ids: readonly string[]) => page.socket.emitWithAck('lost', ids);
  it('tells each page what of its commands is lost, and does it once when it is sent again', async () => {
    const { joel, amina } = await smallSession(one);
    const [before, rename, nothing, signal] = ['before', 'rename', 'nothing', 'signal'].map(
      (name) => `command-${name}`,
    );
    expect(await amina.send({ type: 'sayReady', ready: true }, before)).toMatchObject(done);
    const putBack = keepFolderOf(redis);
    const renaming = { type: 'rename', name: 'Aminah' } as const;
    expect(await amina.send(renaming, rename)).toMatchObject(done);
    expect(await amina.send({ type: 'signal', on: true }, signal)).toMatchObject(done);
    // What was so already leaves nothing to lose.
    const again = await amina.send({ type: 'sayReady', ready: true }, nothing);
    expect(again).toMatchObject({ ok: true, acted: false });
    const { version } = amina.replica;
    await putBack();

    await amina.until((replica) => replica.version < version);
    expect(names(amina)).toEqual(['Joel', 'Amina']);
    expect(await lost(amina, [before!, rename!, signal!])).toEqual([rename, signal]);
    for (const _ of [1, 2]) expect(await amina.send(renaming, rename)).toMatchObject(done);
    await joel.until(({ confirmed }) => confirmed.people.some(({ name }) => name === 'Aminah'));
    expect(names(joel)).toEqual(['Joel', 'Aminah']);
    expect(await lost(amina, [before!, rename!, signal!])).toEqual([signal]);
  });

  it('has who came in meanwhile come in anew, on the device they have', async () => {
    const { joel, room } = await smallSession(one);
    const putBack = keepFolderOf(redis);
    const ben = await two.page(room.links.join);
    expect(await ben.send({ type: 'join', name: 'Ben' })).toMatchObject(done);
    await joel.until(({ confirmed }) => confirmed.people.length === 3);
    const cut = new Promise((resolve) => ben.socket.once('disconnect', resolve));
    await putBack();

    expect(await cut).toBe('io server disconnect');
    await joel.until(({ confirmed }) => confirmed.people.length === 2);
    ben.socket.connect();
    await ben.until(({ seat }) => seat.person === null);
    expect(await ben.send({ type: 'join', name: 'Ben' })).toMatchObject(done);
    await joel.until(({ confirmed }) => confirmed.people.length === 3);
    expect(joel.state.people.map(({ id, presence }) => [id, presence])).toContainEqual([ben.person, 'here']);
  });
});

describe('what is lost', () => {
  let store: MemoryStore;
  let server: TestServer;
  beforeEach(async () => {
    store = new MemoryStore(storeClock());
    server = await TestServer.over(store);
  });
  afterEach(() => server.stop());
  const ask = (page: Page, ids: unknown) => page.socket.emitWithAck('lost', ids as string[]);
  const id = (i: number): string => `command-${i}`;

  it.each([
    ['no list', 'command-1'],
    ['not ids', ['command-1', 'two words']],
    ['more than a page keeps', Array.from({ length: mostKept + 1 }, (_, i) => id(i))],
  ])('is told to nobody who asks for %s', async (_, ids) => {
    const { joel } = await smallSession(server);
    expect(await ask(joel, ids)).toBeNull();
  });

  it('is told of as many as a page keeps', async () => {
    const { joel } = await smallSession(server);
    const ids = Array.from({ length: mostKept }, (_, i) => id(i));
    expect(await ask(joel, ids)).toEqual(ids);
  });

  it('cannot be told while the store is away, and is told to nobody at the door', async () => {
    const { joel } = await smallSession(server);
    const away = vi.spyOn(store, 'receipt').mockRejectedValue(new StoreUnavailable('away'));
    expect(await ask(joel, [id(1)])).toBeNull();
    away.mockRestore();
    expect(await ask(joel, [id(1)])).toEqual([id(1)]);
    const closed = await server.openRoom({ waiting: true });
    const eve = await server.atTheDoor(closed.links.join);
    expect(await ask(eve, [id(1)])).toEqual([]);
  });
});
