import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#server/store/eventStore.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';

export interface SqliteFolders {
  readonly dataDir: string;
  readonly keysDir: string;
  open(): Promise<EventStore>;
  /** Closes every store opened here and removes the folders. */
  dispose(): Promise<void>;
}

/** Folders of their own for one test. */
export function sqliteFolders(): SqliteFolders {
  const base = mkdtempSync(join(tmpdir(), 'fullturn-'));
  const dataDir = join(base, 'data');
  const keysDir = join(base, 'keys');
  const opened: EventStore[] = [];
  return {
    dataDir,
    keysDir,
    open: async () => {
      const store = await openSqliteStore({ dataDir, keysDir, clock: storeClock() });
      opened.push(store);
      return store;
    },
    dispose: async () => {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(base, { recursive: true });
    },
  };
}
