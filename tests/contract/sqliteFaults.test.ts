import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyHead, StoreUnavailable } from '#server/store/eventStore.ts';
import { DataDirInUse, FolderNotUsable } from '#server/store/atRest/folders.ts';
import { openSqliteStore, SqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { startWriter, Writer } from '#server/store/sqlite/writer.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { instant } from '#shared/time.ts';
import { batchOf, cardWritten, offered } from '#tests/support/storedEvents.ts';
import { sqliteFolders, type SqliteFolders } from './sqliteFolders.ts';

let folders: SqliteFolders;
let children: ChildProcess[] = [];
beforeEach(() => {
  folders = sqliteFolders();
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  children = [];
  await folders.dispose();
});

type Line = Readonly<Record<string, unknown>>;

/** Another process on the same folders. `limit` is the largest file it may write, in blocks of 512 bytes. */
function anotherProcess(limit?: number): { child: ChildProcess; lines: AsyncIterator<Line> } {
  const script = join(import.meta.dirname, 'sqliteChild.ts');
  const node = [process.execPath, script, folders.dataDir, folders.keysDir];
  const limited = ['sh', '-c', `ulimit -f ${limit} && exec "$0" "$@"`, ...node];
  const [command = '', ...rest] = limit === undefined ? node : limited;
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const lines = (async function* () {
    for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as Line;
  })();
  return { child, lines };
}

async function rest(lines: AsyncIterator<Line>): Promise<Line[]> {
  const all: Line[] = [];
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) all.push(next.value);
  return all;
}

const lastAcknowledged = (lines: readonly Line[]): number =>
  Math.max(0, ...lines.map((line) => Number(line['acknowledged'] ?? 0)));

const inUse = () =>
  `Another Fullturn is already running on the data folder ${folders.dataDir}. ` +
  'Stop it, or set DATA_DIR to another folder.';

describe('a process that is killed', () => {
  it.each([1, 20, 200])('loses nothing it acknowledged, killed after %i', async (count) => {
    const { child, lines } = anotherProcess();
    expect((await lines.next()).value).toEqual({ opened: true });
    for (let seen = 0; seen < count; seen += 1) await lines.next();
    child.kill('SIGKILL');
    const acknowledged = Math.max(count, lastAcknowledged(await rest(lines)));

    const store = await folders.open();
    const log = await store.read('room', emptyHead);
    expect(log?.head.version).toBeGreaterThanOrEqual(acknowledged);
    expect(log?.events.map(({ id }) => id)).toEqual(
      Array.from({ length: log?.head.version ?? 0 }, (_, index) => `e${index + 1}`),
    );
    for (let version = 1; version <= acknowledged; version += 1) {
      const command = `c${version}`;
      expect(await store.receipt('room', command)).toEqual({ command, version });
    }
  });
});

describe('a data folder in use', () => {
  it('refuses another process in a sentence', async () => {
    const store = await folders.open();
    expect(await rest(anotherProcess().lines)).toEqual([{ name: 'DataDirInUse', message: inUse() }]);
    expect(await store.create('room', '123456789', batchOf({}))).toBe(true);
  });

  it('refuses this process while another has it, and opens when that one is killed', async () => {
    const { child, lines } = anotherProcess();
    await lines.next();
    await expect(folders.open()).rejects.toThrow(new DataDirInUse(inUse()));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await expect((await folders.open()).ping()).resolves.toBeUndefined();
  });

  it('refuses a second store in one process', async () => {
    await folders.open();
    await expect(folders.open()).rejects.toBeInstanceOf(DataDirInUse);
  });

  it('goes to one of several that start at once', async () => {
    const starts = await Promise.all(
      [1, 2, 3].map(async () => (await anotherProcess().lines.next()).value as Line),
    );
    expect(starts.filter(({ opened }) => opened)).toHaveLength(1);
    expect(starts.filter(({ message }) => message === inUse())).toHaveLength(2);
  });

  it('is free again after closing', async () => {
    await (await folders.open()).close();
    await expect((await folders.open()).ping()).resolves.toBeUndefined();
  });
});

describe('a folder that cannot be used', () => {
  const open = (dataDir: string, keysDir: string) =>
    openSqliteStore({ dataDir, keysDir, clock: storeClock() });

  it.each(['data', 'keys'])(
    'is refused in a sentence when a file lies where the %s folder goes',
    async (what) => {
      mkdirSync(join(folders.dataDir, '..'), { recursive: true });
      const path = what === 'data' ? folders.dataDir : folders.keysDir;
      writeFileSync(path, '');
      const sentence = `Fullturn cannot write in the ${what} folder ${path}`;
      await expect(open(folders.dataDir, folders.keysDir)).rejects.toBeInstanceOf(FolderNotUsable);
      await expect(open(folders.dataDir, folders.keysDir)).rejects.toThrow(sentence);
    },
  );

  it('is refused in a sentence when the database is something else', async () => {
    mkdirSync(folders.dataDir);
    writeFileSync(join(folders.dataDir, 'fullturn.db'), 'words '.repeat(1000));
    await expect(folders.open()).rejects.toThrow(/is damaged or was not written by Fullturn/);
  });
});

// Where a process can be given a limit for its files; Windows has none.
if (process.platform !== 'win32')
  describe('a disk that takes no more', () => {
    it('acknowledges nothing it did not write, and takes no writes from then on', async () => {
      const lines = await rest(anotherProcess(1024).lines);
      const acknowledged = lastAcknowledged(lines);
      expect(acknowledged).toBeGreaterThan(0);
      expect(lines.at(-2)).toEqual({ refused: 'StoreUnavailable', neighbour: 'rejected' });
      expect(lines.at(-1)).toEqual({
        create: 'StoreUnavailable',
        ping: 'StoreUnavailable',
        forget: 'StoreUnavailable',
        read: acknowledged,
      });
      const store = await folders.open();
      expect((await store.read('room', emptyHead))?.head.version).toBe(acknowledged);
    });
  });

describe('a job that fails half-way', () => {
  it('leaves nothing behind, and its neighbours are written', async () => {
    const store = await folders.open();
    await store.create('room', '123456789', batchOf({}));
    await store.create('other', '987654321', batchOf({}));
    const fails = {
      ...batchOf({ events: [cardWritten('half')], sealed: [offered('kim')] }),
      forgetAt: instant(NaN),
    };
    const [before, half, newRoom, after] = await Promise.allSettled([
      store.append('other', emptyHead, batchOf({ events: [cardWritten('o1')] })),
      store.append('room', emptyHead, fails),
      store.create('third', '111111111', fails),
      store.append('room', emptyHead, batchOf({ events: [cardWritten('whole')] })),
    ]);
    expect(half).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) as unknown });
    expect(newRoom.status).toBe('rejected');
    expect(before).toMatchObject({ value: { ok: true } });
    expect(after).toMatchObject({ value: { ok: true } });
    const log = await store.read('room', emptyHead);
    expect(log).toMatchObject({ events: [cardWritten('whole')], sealed: [] });
    expect(await store.roomByCode('111111111')).toBeNull();
    expect(readdirSync(folders.keysDir)).toHaveLength(2);
    await expect(store.ping()).resolves.toBeUndefined();
  });
});

describe('a writer that breaks down', () => {
  it('rejects what was waiting and what comes later', async () => {
    const worker = await startWriter(folders);
    const store = new SqliteStore(new Writer(worker), storeClock());
    await store.create('room', '123456789', batchOf({ events: [cardWritten('e1')] }));
    const gone = worker.terminate();
    const pending = await Promise.allSettled([store.read('room', emptyHead), store.ping()]);
    await gone;
    for (const call of pending) {
      expect(call).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) as unknown });
    }
    await expect(store.ping()).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.close()).resolves.toBeUndefined();
    expect((await (await folders.open()).read('room', emptyHead))?.head.version).toBe(1);
  });
});
