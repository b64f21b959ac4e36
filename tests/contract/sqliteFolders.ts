import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#server/store/eventStore.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { Scan } from '#tests/support/scan.ts';

export interface SqliteFolders {
  readonly dataDir: string;
  readonly keysDir: string;
  open(): Promise<EventStore>;
  /** What lies there for somebody who kept every key that any earlier scan has seen, or none. */
  scan(keys: 'with keys' | 'without keys'): Scan;
  /** Closes every store opened here and removes the folders. */
  dispose(): Promise<void>;
}

/** Folders of their own for one test. */
export function sqliteFolders(): SqliteFolders {
  const base = mkdtempSync(join(tmpdir(), 'fullturn-'));
  const dataDir = join(base, 'data');
  const keysDir = join(base, 'keys');
  const opened: EventStore[] = [];
  const seen = new Map<string, Buffer>();
  return {
    dataDir,
    keysDir,
    open: async () => {
      const store = await openSqliteStore({ dataDir, keysDir, clock: storeClock() });
      opened.push(store);
      return store;
    },
    scan: (keys) => {
      for (const name of existsSync(keysDir) ? readdirSync(keysDir) : []) {
        const key = readFileSync(join(keysDir, name));
        seen.set(key.toString('hex'), key);
      }
      return new Scan(dataDir, keys === 'with keys' ? [...seen.values()] : []);
    },
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(base, { recursive: true });
    },
  };
}
