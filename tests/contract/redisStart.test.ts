import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { emptyHead, StoreUnavailable } from '#server/store/eventStore.ts';
import { FolderNotUsable } from '#server/store/atRest/folders.ts';
import { openRedisNode } from '#server/store/redis/openRedisNode.ts';
import { RedisNotUsable } from '#server/store/redis/redisNotUsable.ts';
import { describeWithRedis } from '#tests/support/describeWithRedis.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { batchOf } from '#tests/support/storedEvents.ts';
import { redisNodes, type RedisNodes } from './redisFolders.ts';

let server: RedisServer;
let nodes: RedisNodes;
const begin = async (settings: Readonly<Record<string, string>> = {}): Promise<void> => {
  server = await RedisServer.start(settings);
  nodes = redisNodes(server);
};
const end = async (): Promise<void> => {
  await nodes.dispose();
  await server.dispose();
};
const refusal = (opening: Promise<unknown>): Promise<Error> =>
  opening.then(
    () => expect.unreachable('it was let in'),
    (error: unknown) => error as Error,
  );

describeWithRedis('starting on a Redis', () => {
  afterEach(end);

  it.each([
    [{ 'maxmemory-policy': 'allkeys-lru' }, 'set maxmemory-policy noeviction there.'],
    [{ 'maxmemory-policy': 'volatile-ttl' }, 'set maxmemory-policy noeviction there.'],
    [{ appendonly: 'no' }, 'set appendonly yes and appendfsync always there.'],
    [{ appendonly: 'no', save: '60 1' }, 'set appendonly yes and appendfsync always there.'],
    [{ appendfsync: 'no' }, 'set appendfsync always there.'],
    [{ appendfsync: 'everysec' }, 'set appendfsync always there, or REDIS_MAY_LOSE_A_SECOND=yes here.'],
    [{ 'cluster-enabled': 'yes' }, 'set REDIS_URL to a single Redis, with replicas if you like.'],
  ])('is refused in a sentence that says what to set: %j', async (settings, sentence) => {
    await begin(settings);
    const error = await refusal(nodes.open());
    expect(error).toBeInstanceOf(RedisNotUsable);
    expect(error.message).toMatch(new RegExp(`^[A-Z].*: ${sentence}$`));
  });

  it('goes on with a warning where Redis may lose its last second', async () => {
    await begin({ appendfsync: 'everysec' });
    const { store } = await nodes.openNode({ mayLoseASecond: true });
    await expect(store.ping()).resolves.toBeUndefined();
    expect(nodes.warnings).toEqual([expect.stringContaining('Set appendfsync always')]);
  });

  it('says nothing when all is well', async () => {
    await begin();
    await nodes.open();
    expect(nodes.warnings).toEqual([]);
  });

  it('never shows the password', async () => {
    await begin({ requirepass: 'right-password' });
    const url = new URL(server.url.href);
    url.password = 'wrong-password';
    const error = await refusal(
      openRedisNode({ url, mayLoseASecond: false, keysDir: nodes.keysDir, warn: () => undefined }),
    );
    expect(error).toBeInstanceOf(RedisNotUsable);
    expect(error.message).toContain(url.host);
    expect(error.message).toContain('WRONGPASS');
    expect(error.message).not.toContain('wrong-password');
    url.password = 'right-password';
    const { store } = await openRedisNode({
      url,
      mayLoseASecond: false,
      keysDir: nodes.keysDir,
      warn: () => undefined,
    });
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  });

  it('is refused with another folder for keys than the nodes before', async () => {
    await begin();
    await (await nodes.open()).create('room', '123456789', batchOf({}));
    const other = mkdtempSync(join(tmpdir(), 'fullturn-keys-'));
    const error = await refusal(
      openRedisNode({ url: server.url, mayLoseASecond: false, keysDir: other, warn: () => undefined }),
    );
    rmSync(other, { recursive: true });
    expect(error).toBeInstanceOf(FolderNotUsable);
    expect(error.message).toContain('KEYS_DIR');
    expect((await (await nodes.open()).read('room', emptyHead))?.head).toEqual(emptyHead);
  });

  it('is refused when nobody answers', async () => {
    await begin();
    await server.signal('SIGKILL');
    const error = await refusal(nodes.open());
    expect(error).toBeInstanceOf(RedisNotUsable);
    expect(error.message).toContain(`Redis at ${server.url.host} cannot be reached`);
  });
});

describeWithRedis('a Redis that comes back set otherwise', () => {
  beforeEach(() => begin());
  afterEach(end);

  it('is not used until it is set right', async () => {
    const store = await nodes.open();
    const answer = (): Promise<unknown> => store.ping().catch((error: unknown) => error);
    await server.signal('SIGKILL');
    await server.startAgain({ 'maxmemory-policy': 'allkeys-lru' });
    await vi.waitUntil(async () => (await answer()) && nodes.warnings.length > 0, { timeout: 5_000 });
    const refused = await answer();
    expect(refused).toBeInstanceOf(StoreUnavailable);
    expect((refused as Error).message).toContain('set maxmemory-policy noeviction');
    expect(nodes.warnings).toEqual([(refused as Error).message]);
    const redis = new Redis(server.url.href);
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    redis.disconnect();
    expect(await answer()).toBeUndefined();
  });
});
