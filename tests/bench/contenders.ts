import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { findRedis } from '../../scripts/redis.ts';
import { Child } from './processes/child.ts';
import { cpuOf, tellsCpu } from './processes/cpu.ts';
import type { DriverCalls } from './driver/driver.ts';
import type { FullturnCalls, StoreName } from './servers/fullturn.ts';
import type { RelayCalls } from './servers/relaySocketIo.ts';

const file = (name: string): string => join(import.meta.dirname, name);
export const startDriver = (): Child<DriverCalls> => new Child(file('driver/driver.ts'), []);

/** Something that is measured, in processes of its own. */
export interface Contender {
  /** So many more rooms of eight, with everybody in and fifty cards before them. */
  gather(driver: Child<DriverCalls>, rooms: number): Promise<void>;
  /** CPU seconds until now, of all its processes. */
  cpu(): Promise<number>;
  /** Resident bytes of the server. */
  memory(): Promise<number>;
  stop(): Promise<void>;
}

export type ContenderName = StoreName | 'socketIo' | 'ws';
export const nameOf: Readonly<Record<ContenderName, string>> = {
  disk: 'Fullturn on disk',
  memory: 'Fullturn in memory',
  redis: 'Fullturn on Redis',
  socketIo: 'bare Socket.IO relay',
  ws: 'bare ws relay',
};

/** Those there is everything for on this machine. */
export const contenders = (): ContenderName[] =>
  (Object.keys(nameOf) as ContenderName[]).filter((name) => name !== 'redis' || findRedis() !== null);

/** `folder`: where those that keep something make folders of their own. */
export const start = (name: ContenderName, folder: string): Promise<Contender> =>
  name === 'socketIo' || name === 'ws' ? startRelay(name) : startFullturn(name, folder);

type Inspected = Pick<Child<RelayCalls>, 'pid' | 'ask'>;
const cpuOfServer = async (child: Inspected): Promise<number> =>
  tellsCpu ? cpuOf(child.pid) : child.ask('cpu', null);

async function startRelay(kind: 'socketIo' | 'ws'): Promise<Contender> {
  const child = new Child<RelayCalls>(file(`servers/relay${kind === 'ws' ? 'Ws' : 'SocketIo'}.ts`), []);
  const origin = `http://127.0.0.1:${await child.ask('port', null)}`;
  return {
    gather: (driver, count) => driver.ask('gatherRelayed', { origin, kind, count }),
    cpu: () => cpuOfServer(child),
    memory: () => child.ask('memory', null),
    stop: () => child.kill(),
  };
}

/** A folder for one server, in which everything it keeps lies. */
export const ownFolder = (folder: string): string => mkdtempSync(join(folder, 'server-'));

/** Resolves when it can be connected to. */
export async function openFullturn(
  store: StoreName,
  own: string,
  redis = '',
): Promise<{ child: Child<FullturnCalls>; origin: string }> {
  const child = new Child<FullturnCalls>(file('servers/fullturn.ts'), [store, own, redis]);
  return { child, origin: `http://127.0.0.1:${await child.ask('port', null)}` };
}

async function startFullturn(store: StoreName, folder: string): Promise<Contender> {
  const own = ownFolder(folder);
  const redis = store === 'redis' ? await RedisServer.startIn(join(own, 'redis')) : null;
  // It would outlive this process, unlike the others, which end with the pipe between.
  const endRedis = () => void redis?.signal('SIGKILL');
  process.once('exit', endRedis);
  const { child, origin } = await openFullturn(store, own, redis?.url.href);
  return {
    async gather(driver, rooms) {
      await driver.ask('gather', { origin, opened: await child.ask('openRooms', rooms) });
    },
    async cpu() {
      return (await cpuOfServer(child)) + (redis && tellsCpu ? cpuOf(redis.pid) : 0);
    },
    memory: () => child.ask('memory', null),
    async stop() {
      await child.kill();
      process.off('exit', endRedis);
      await redis?.dispose();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
