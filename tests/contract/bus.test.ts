import { afterAll, beforeAll } from 'vitest';
import { MemoryBus } from '#server/nodes/memoryBus.ts';
import { describeWithRedis } from '#tests/support/describeWithRedis.ts';
import { batchOf } from '#tests/support/storedEvents.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { busContract } from './busContract.ts';
import { redisNodes, type RedisNodes } from './redisFolders.ts';

busContract('the bus of one process', (nodes) => {
  const bus = new MemoryBus();
  return Promise.resolve(Array.from({ length: nodes }, () => bus));
});

describeWithRedis('Redis', () => {
  let server: RedisServer;
  let nodes: RedisNodes;
  beforeAll(async () => {
    server = await RedisServer.start();
    nodes = redisNodes(server);
    await (await nodes.open()).create('room', '123456789', batchOf({}));
  });
  afterAll(async () => {
    await nodes.dispose();
    await server.dispose();
  });
  busContract('the bus over Redis', (count) =>
    Promise.all(Array.from({ length: count }, async () => (await nodes.openNode()).bus)),
  );
});
