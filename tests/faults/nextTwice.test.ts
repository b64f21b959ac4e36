import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alone, type Node } from '#server/nodes/node.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import { seeded } from '../contract/seeded.ts';
import { describeWithRedis } from '../support/describeWithRedis.ts';
import { flakyStore } from '../support/flakyStore.ts';
import { smallSession } from '../support/session.ts';
import { TestServer } from '../support/testServer.ts';

const seeds = 200;
const folder = mkdtempSync(join(tmpdir(), 'fullturn-next-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `open` gives the nodes on which the two of them are; twice the same where there is one. */
function pressesNext(name: string, open: () => Promise<readonly [Node, Node]>): void {
  describe(`two facilitators press Next at once, ${name}`, () => {
    let servers: readonly [TestServer, TestServer];
    let random = seeded(0);
    beforeAll(async () => {
      const faults = { random: () => random(), losePoke: 0.1, failBefore: 0, failAfter: 0 };
      const serve = (node: Node) => TestServer.of({ ...node, store: flakyStore(node.store, faults) });
      const [first, second] = await open();
      const server = await serve(first);
      servers = [server, second === first ? server : await serve(second)];
    });
    afterAll(() => Promise.all([...new Set(servers)].map((server) => server.stop())));

    test(`CMD4 the phase advances once, in each of ${seeds} seeds`, async () => {
      for (let seed = 0; seed < seeds; seed++) {
        random = seeded(seed);
        const { room, joel, amina } = await smallSession(servers[0]);
        const other = await servers[1].page(room.links.console);
        const command = { type: 'next', run: joel.run } as const;
        // Who is first, and whether both travel in one turn of the event loop, changes with the seed.
        const order = random() < 0.5 ? [joel, other] : [other, joel];
        const first = order[0]!.send(command);
        for (let turns = Math.floor(random() * 8); turns > 0; turns--)
          await new Promise((resolve) => setImmediate(resolve));
        const answers = await Promise.all([first, order[1]!.send(command)]);

        const acted = answers.filter((answer) => answer.ok).length;
        const late = answers.filter(
          (answer) => 'rejection' in answer && answer.rejection === 'phase/over',
        ).length;
        await joel.until(({ confirmed }) => confirmed.run?.phase === 'focus');
        expect({ seed, acted, late, past: joel.state.past.length }).toEqual({
          seed,
          acted: 1,
          late: 1,
          past: 1,
        });
        for (const page of [joel, other, amina]) page.close();
      }
    });
  });
}

pressesNext('memory store', async () => {
  const node = alone(new MemoryStore(storeClock()));
  return Promise.resolve([node, node]);
});
pressesNext('SQLite store', async () => {
  const [dataDir, keysDir] = [join(folder, 'data'), join(folder, 'keys')];
  const node = alone(await openSqliteStore({ dataDir, keysDir, clock: storeClock() }));
  return [node, node];
});

describeWithRedis('on two nodes', () => {
  let redis: RedisServer;
  let nodes: RedisNodes;
  beforeAll(async () => {
    redis = await RedisServer.start();
    nodes = redisNodes(redis);
  });
  afterAll(async () => {
    await nodes.dispose();
    await redis.dispose();
  });
  pressesNext('Redis store', async () => [await nodes.openNode(), await nodes.openNode()]);
});
