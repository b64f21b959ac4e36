import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventStore } from '#server/store/eventStore.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { seeded } from '../contract/seeded.ts';
import { flakyStore } from '../support/flakyStore.ts';
import { smallSession } from '../support/session.ts';
import { TestServer } from '../support/testServer.ts';

const folder = mkdtempSync(join(tmpdir(), 'fullturn-next-'));
const stores: [string, () => Promise<EventStore>][] = [
  ['memory', () => Promise.resolve(new MemoryStore(storeClock()))],
  [
    'SQLite',
    () =>
      openSqliteStore({ dataDir: join(folder, 'data'), keysDir: join(folder, 'keys'), clock: storeClock() }),
  ],
];
const seeds = 200;

describe.each(stores)('two facilitators press Next at once, %s store', (_name, open) => {
  let server: TestServer;
  let random = seeded(0);
  beforeAll(async () => {
    const faults = { random: () => random(), losePoke: 0.1, failBefore: 0, failAfter: 0 };
    server = await TestServer.over(flakyStore(await open(), faults));
  });
  afterAll(() => server.stop());

  test(`CMD4 the phase advances once, in each of ${seeds} seeds`, async () => {
    for (let seed = 0; seed < seeds; seed++) {
      random = seeded(seed);
      const { room, joel, amina } = await smallSession(server);
      const other = await server.page(room.links.console);
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

afterAll(() => rmSync(folder, { recursive: true, force: true }));
