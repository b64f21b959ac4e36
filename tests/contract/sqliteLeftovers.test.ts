import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyHead } from '#server/store/eventStore.ts';
import { batchOf, cardWritten, wroteCard } from '#tests/support/storedEvents.ts';
import { roomsSideBySide } from './roomsSideBySide.ts';
import { sqliteFolders, type SqliteFolders } from './sqliteFolders.ts';

const words = 'Zaunkönig-Žluť 鶺鴒';
let folders: SqliteFolders;
let child: ChildProcess | null = null;
beforeEach(() => {
  folders = sqliteFolders();
});
afterEach(async () => {
  if (child !== null && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  child = null;
  await folders.dispose();
});
const found = (of = words): boolean => folders.scan('with keys').finds(of);

it('rewritten events leave nothing in the gaps of pages that were split', async () => {
  const store = await folders.open();
  const size = { rooms: 40, rounds: 15, seed: 5 };
  const rooms = await roomsSideBySide(store, size, () => words);
  expect(found()).toBe(true);
  const rewrites = rooms.map(async (room) => {
    const log = await store.read(room, emptyHead);
    const rewritten = log!.events.map(({ id }, index) => ({
      version: index + 1,
      event: cardWritten(id, ''),
    }));
    await store.append(room, log!.head, batchOf({ events: [cardWritten('tells', 'still here')], rewritten }));
  });
  await Promise.all(rewrites);
  expect(found()).toBe(false);
  expect(found('still here')).toBe(true);
});

describe('a process killed in the moment of the acknowledgement', () => {
  /** Has the words planted and looked for, lets them be forgotten, and waits for the end. */
  async function plantAndForget(way: string): Promise<void> {
    const script = join(import.meta.dirname, 'leavingChild.ts');
    child = spawn(process.execPath, [script, folders.dataDir, folders.keysDir, way, words], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(child.stdout!, 'data');
    expect(found()).toBe(true);
    const exit = once(child, 'exit');
    child.stdin!.write('go\n');
    expect(await exit).toEqual([null, 'SIGKILL']);
  }

  it.each(['forget', 'rewrite'])('has left nothing: %s', async (way) => {
    await plantAndForget(way);
    expect(found()).toBe(false);
    const log = await (await folders.open()).read('planted', emptyHead);
    expect(log?.events).toEqual(way === 'forget' ? undefined : [cardWritten('e1', ''), cardWritten('e2')]);
    expect(found()).toBe(false);
  });

  it('leaves nothing of an overwritten entry once it has started again', async () => {
    await plantAndForget('overwrite');
    const log = await (await folders.open()).read('planted', emptyHead);
    expect(log?.sealed).toEqual([wroteCard('c', 'nobody')]);
    expect(found()).toBe(false);
  });
});

it('a database from before there was a mark is swept when it is opened', async () => {
  const store = await folders.open();
  await store.create('room', '123456789', batchOf({ events: [cardWritten('e1', words)] }));
  await store.close();
  const db = new DatabaseSync(join(folders.dataDir, 'fullturn.db'));
  db.exec('DROP TABLE unswept; ALTER TABLE rooms DROP COLUMN box_floor; ALTER TABLE box DROP COLUMN gone');
  db.exec("CREATE TABLE old (word TEXT); INSERT INTO old VALUES ('left by the old one')");
  db.exec('DROP TABLE old; PRAGMA user_version = 1');
  db.close();
  expect(found('left by the old one')).toBe(true);
  const again = await folders.open();
  expect((await again.read('room', emptyHead))?.events).toEqual([cardWritten('e1', words)]);
  expect(found('left by the old one')).toBe(false);
});
