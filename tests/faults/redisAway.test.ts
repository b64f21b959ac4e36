import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import { describeWithRedis } from '../support/describeWithRedis.ts';
import type { Page } from '../support/page.ts';
import { smallSession } from '../support/session.ts';
import { TestServer } from '../support/testServer.ts';

describeWithRedis('while Redis stands still', () => {
  let redis: RedisServer;
  let nodes: RedisNodes;
  let servers: TestServer[];
  beforeEach(async () => {
    redis = await RedisServer.start();
    nodes = redisNodes(redis);
    servers = [];
    for (let i = 0; i < 2; i++) servers.push(await TestServer.of(await nodes.openNode()));
  });
  afterEach(async () => {
    await redis.signal('SIGCONT');
    await Promise.all(servers.map((server) => server.stop()));
    await nodes.dispose();
    await redis.dispose();
  });

  const away = { ok: false, trouble: 'store-unavailable' };
  const time = (page: Page): Promise<number> => page.socket.emitWithAck('time');

  it('a page is told at once that it could not be written, and what it asks again acts once', async () => {
    const [server] = servers;
    const { joel, amina } = await smallSession(server!);
    const command = { type: 'next', run: joel.run } as const;

    await redis.signal('SIGSTOP');
    // Far less than a page waits for an answer: the store gives up, and says so.
    expect(await joel.send(command, 'next-of-joel')).toEqual(away);
    const ready = async () => (await fetch(`${server!.origin}/readyz`)).status;
    expect(await ready()).toBe(503);
    await redis.signal('SIGCONT');

    await expect.poll(ready, { timeout: 10_000 }).toBe(200);
    expect(await joel.send(command, 'next-of-joel')).toMatchObject({ ok: true });
    await amina.until(({ confirmed }) => confirmed.run?.phase === 'focus');
    expect(amina.state.past).toHaveLength(1);
  });

  it('for five seconds, people on two nodes are told so, keep their time, and go on together', async () => {
    const [one, two] = servers;
    const { joel, amina, room } = await smallSession(one!);
    const ben = await two!.page(room.links.join);
    expect(await ben.send({ type: 'join', name: 'Ben' })).toMatchObject({ ok: true });
    await joel.until(({ confirmed }) => confirmed.people.length === 3);
    const pages = [joel, amina, ben];
    const clocks = await Promise.all(pages.map(time));
    const began = performance.now();

    await redis.signal('SIGSTOP');
    const refusals = pages.map(async (page) => {
      let count = 0;
      while (performance.now() - began < 5_000) {
        expect(await page.send({ type: 'sayReady', ready: true })).toEqual(away);
        count += 1;
        await sleep(200);
      }
      return count;
    });
    for (const count of await Promise.all(refusals))
      expect(count, 'more than one answer each').toBeGreaterThan(1);
    const passed = performance.now() - began;
    for (const [i, page] of pages.entries())
      expect(await time(page), 'the time ran on').toBeGreaterThanOrEqual(clocks[i]! + passed - 100);
    await redis.signal('SIGCONT');

    for (const page of pages)
      await expect
        .poll(() => page.send({ type: 'signal', on: true }), { timeout: 10_000, interval: 200 })
        .toMatchObject({ ok: true });
    const signals = ({ sealed }: Page['replica']) => Object.keys(sealed.signal).length === 3;
    await joel.until(signals);
    expect(
      pages.map(({ ended }) => ended),
      'nobody was sent away',
    ).toEqual([null, null, null]);
    expect(joel.state.people.map(({ presence }) => presence)).toEqual(['here', 'here', 'here']);
  });
});
