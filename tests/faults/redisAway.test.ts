import { afterEach, beforeEach, expect, it } from 'vitest';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import { describeWithRedis } from '../support/describeWithRedis.ts';
import { smallSession } from '../support/session.ts';
import { TestServer } from '../support/testServer.ts';

describeWithRedis('while Redis stands still', () => {
  let redis: RedisServer;
  let nodes: RedisNodes;
  let server: TestServer;
  beforeEach(async () => {
    redis = await RedisServer.start();
    nodes = redisNodes(redis);
    server = await TestServer.of(await nodes.openNode());
  });
  afterEach(async () => {
    await redis.signal('SIGCONT');
    await server.stop();
    await nodes.dispose();
    await redis.dispose();
  });

  it('a page is told at once that it could not be written, and what it asks again acts once', async () => {
    const { joel, amina } = await smallSession(server);
    const command = { type: 'next', run: joel.run } as const;

    await redis.signal('SIGSTOP');
    // Far less than a page waits for an answer: the store gives up, and says so.
    const answer = await joel.send(command, 'next-of-joel');
    expect(answer).toEqual({ ok: false, trouble: 'store-unavailable' });
    const ready = async () => (await fetch(`${server.origin}/readyz`)).status;
    expect(await ready()).toBe(503);
    await redis.signal('SIGCONT');

    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
    expect(await joel.send(command, 'next-of-joel')).toMatchObject({ ok: true });
    await amina.until(({ confirmed }) => confirmed.run?.phase === 'focus');
    expect(amina.state.past).toHaveLength(1);
  });
});
