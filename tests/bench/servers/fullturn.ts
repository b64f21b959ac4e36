/**
 * The server as it is, over one of its stores, in a process of its own. Arguments: the store, the folder,
 * and Redis's address. Its paces alone are wider: people do not set two hundred cards a second.
 */
import { join } from 'node:path';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { alone, type Node } from '#server/nodes/node.ts';
import { openRoom, type OpenedRoom } from '#server/rooms/openRoom.ts';
import { startServer } from '#server/server.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { openRedisNode } from '#server/store/redis/openRedisNode.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { answerCalls } from '../processes/answerCalls.ts';
import { peopleInARoom } from '../scenario.ts';
import { inspection } from './inspection.ts';

export type StoreName = 'disk' | 'memory' | 'redis';
const [store = 'disk', folder = '', redis = ''] = process.argv.slice(2);
const without = { burst: 1e9, perSecond: 1e9 };
const wish = { minutes: 60, name: '', people: peopleInARoom, waiting: false, keptMinutes: 60 };

async function openNode(): Promise<Node> {
  const [dataDir, keysDir] = [join(folder, 'data'), join(folder, 'keys')];
  if (store === 'memory') return alone(new MemoryStore(storeClock()));
  if (store === 'disk') return alone(await openSqliteStore({ dataDir, keysDir, clock: storeClock() }));
  const warn = (sentence: string) => console.error(sentence);
  return openRedisNode({ url: new URL(redis), mayLoseASecond: false, keysDir, warn });
}

async function start(): Promise<{ node: Node; port: number }> {
  const node = await openNode();
  const config = { ...readConfig({ HOST: '127.0.0.1' }), port: 0 };
  const paces = { commands: without, messages: without };
  const { port } = await startServer(config, node, openLog('warn'), paces);
  return { node, port };
}
const started = start();

const calls = {
  ...inspection,
  port: async (_: null): Promise<number> => (await started).port,
  async openRooms(count: number): Promise<OpenedRoom[]> {
    const { node } = await started;
    return Promise.all(Array.from({ length: count }, () => openRoom(node.store, wish)));
  },
};
export type FullturnCalls = typeof calls;
answerCalls(calls);
