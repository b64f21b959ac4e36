import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addresses } from '#server/addresses.ts';
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { alone } from '#server/nodes/node.ts';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { startServer } from '#server/server.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { Company } from './company.ts';
import { clockAt, narrate } from './narrate.ts';
import type { DemoOptions } from './options.ts';
import type { Seat } from './seat.ts';
import { wishFor } from './wish.ts';

/** How long the start waits for somebody who watches. */
const patience = 15_000;

export interface Demo {
  readonly port: number;
  readonly room: OpenedRoom;
  readonly seats: readonly Seat[];
  /** What the rules refused a simulated person: none, unless somebody was quicker. */
  readonly refusals: readonly string[];
  /** Resolves when the session has ended. */
  ended(): Promise<void>;
  /** Resolves when the room has been forgotten. */
  forgotten(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A server whose store time runs at `speed`, with one room in which seven simulated people meet. `env` as
 * in docs/operating.md, of which only PORT, HOST and LOG_LEVEL count. Rejects as a start of Fullturn does.
 */
export async function startDemo(
  options: DemoOptions,
  env: Readonly<Record<string, string | undefined>>,
  say: (sentence: string) => void,
): Promise<Demo> {
  const { speed, keep } = options;
  const folder = keep === null ? passingFolder() : resolve(keep);
  const { PORT, HOST, LOG_LEVEL = 'warn' } = env;
  const folders = { DATA_DIR: join(folder, 'data'), KEYS_DIR: join(folder, 'keys') };
  const config = readConfig({ PORT, HOST, LOG_LEVEL, ...folders });
  const clock = storeClock(speed);
  const store = await openSqliteStore({ dataDir: config.dataDir, keysDir: config.keysDir, clock });
  const server = await startServer(config, alone(store), openLog(config.logLevel));
  const everywhere = ['0.0.0.0', '::'].includes(config.host);
  const [origin = ''] = addresses(everywhere ? '127.0.0.1' : config.host, server.port);
  const room = await openRoom(origin, options);

  const refusals: string[] = [];
  let watched = false;
  setTimeout(() => (watched = true), patience).unref();
  const company = new Company(origin, room, {
    now: () => clock.now(),
    pagesOf: (person) => server.pagesOf(room.room, person),
    waits: ({ type }) => type === 'start' && !watched,
    taken(name) {
      watched = true;
      say(`${name}’s seat is yours: the simulated ${name} keeps quiet.`);
    },
    givenBack: (name) => say(`${name} is simulated again.`),
    refused: (name, { type }, why) => refusals.push(`${name}, ${type}: ${why}`),
  });
  const [{ page }] = company.seats;
  page.socket.on('presence', ({ walls }) => (watched ||= walls > 0));
  page.socket.on('frame', ({ events }) => {
    for (const event of events) {
      const sentence = narrate(event, page.state);
      if (sentence) say(`${clockAt(page.state, event)}  ${sentence}`);
    }
  });
  let stopping = false;
  void company.gather(speed).catch((error: unknown) => {
    if (!stopping) say(`Not everybody could come in: ${String(error)}`);
  });

  return {
    port: server.port,
    room,
    seats: company.seats,
    refusals,
    ended: () => page.until(({ confirmed }) => confirmed.endedAt !== null),
    forgotten: async () => void (await page.sentAway()),
    async stop() {
      stopping = true;
      await company.leave();
      await server.stop();
    },
  };
}

/** Gone with this process, also where it could not start. */
function passingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fullturn-demo-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function openRoom(origin: string, options: DemoOptions): Promise<OpenedRoom> {
  const answer = await fetch(`${origin}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wishFor(options)),
  });
  if (!answer.ok) throw new Error(`The room could not be opened: ${await answer.text()}`);
  return (await answer.json()) as OpenedRoom;
}
