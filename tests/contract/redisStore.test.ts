import { Redis } from 'ioredis';
import { afterAll, beforeAll } from 'vitest';
import { describeWithRedis } from '#tests/support/describeWithRedis.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { eventStoreContract } from './eventStoreContract.ts';
import { redisNodes } from './redisFolders.ts';

describeWithRedis('Redis', () => {
  let server: RedisServer;
  let redis: Redis;
  beforeAll(async () => {
    server = await RedisServer.start();
    redis = new Redis(server.url.href);
  });
  afterAll(async () => {
    redis.disconnect();
    await server.dispose();
  });

  eventStoreContract(
    'the Redis store',
    async () => {
      await redis.flushall();
      const nodes = redisNodes(server);
      const finds = (words: string, keys: 'with keys' | 'without keys') => nodes.scan(keys).finds(words);
      const open = () => nodes.open();
      return { store: await open(), reopen: open, finds, dispose: () => nodes.dispose() };
    },
    { outlives: true },
  );
});
