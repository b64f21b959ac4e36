import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ChildServer } from '../support/childServer.ts';
import { openFullturn, ownFolder } from './contenders.ts';
import type { DriverCalls } from './driver/driver.ts';
import { inLots } from './driver/inLots.ts';
import type { Child } from './processes/child.ts';
import { peopleInARoom } from './scenario.ts';

/** Milliseconds from the start of `server/src/main.ts` on an empty folder until it says that its store answers. */
export async function coldStart(folder: string): Promise<number> {
  const own = ownFolder(folder);
  const keeps = { DATA_DIR: join(own, 'data'), KEYS_DIR: join(own, 'keys') };
  const from = performance.now();
  const server = new ChildServer({ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', ...keeps });
  try {
    const { ok } = await fetch(`${await server.address()}/readyz`);
    if (!ok) throw new Error('The server runs and is not ready.');
    return performance.now() - from;
  } finally {
    await server.kill('SIGKILL');
    rmSync(own, { recursive: true, force: true });
  }
}

/** Rooms that are filled at once, before they are to be restored. */
const lot = 100;

/**
 * Milliseconds from the start of a server whose folder has so many rooms, after a kill, until a page in every
 * one of them has been told its room; once for each run.
 */
export async function restore(
  folder: string,
  driver: Child<DriverCalls>,
  rooms: number,
  runs: number,
): Promise<number[]> {
  const own = ownFolder(folder);
  const before = await openFullturn('disk', own);
  try {
    const opened = await before.child.ask('openRooms', rooms);
    const lots = Array.from({ length: Math.ceil(rooms / lot) }, (_, at) =>
      opened.slice(at * lot, (at + 1) * lot),
    );
    await inLots(1, lots, async (some) => {
      await driver.ask('gather', { origin: before.origin, opened: some });
      await driver.ask('scatter', null);
    });
    await before.child.kill();
    return await inLots(1, Array.from({ length: runs }), async () => {
      const from = performance.now();
      const { child, origin } = await openFullturn('disk', own);
      await driver.ask('lookAtAll', { origin, opened });
      const took = performance.now() - from;
      await child.kill();
      return took;
    });
  } finally {
    await before.child.kill();
    rmSync(own, { recursive: true, force: true });
  }
}

/** Milliseconds until somebody's name was in, for each of so many who all come at once into rooms of eight. */
export async function joins(folder: string, driver: Child<DriverCalls>, people: number): Promise<number[]> {
  const own = ownFolder(folder);
  const { child, origin } = await openFullturn('disk', own);
  try {
    const opened = await child.ask('openRooms', Math.ceil(people / peopleInARoom));
    return await driver.ask('joinAtOnce', { origin, opened, people });
  } finally {
    await child.kill();
    rmSync(own, { recursive: true, force: true });
  }
}
