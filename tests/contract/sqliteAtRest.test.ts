import { cpSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyHead, StoreUnavailable, type EventStore } from '#server/store/eventStore.ts';
import { instant } from '#shared/time.ts';
import { Scan } from '#tests/support/scan.ts';
import { batchOf, cardWritten, offered, personJoined, wroteCard } from '#tests/support/storedEvents.ts';
import { roomsSideBySide } from './roomsSideBySide.ts';
import { sqliteFolders, type SqliteFolders } from './sqliteFolders.ts';

let folders: SqliteFolders;
beforeEach(() => {
  folders = sqliteFolders();
});
afterEach(() => folders.dispose());

const filesIn = (dir: string): string[] => readdirSync(dir).map((name) => join(dir, name));
const everything = (): Buffer[] =>
  [...filesIn(folders.dataDir), ...filesIn(folders.keysDir)].map((file) => readFileSync(file));

const found = (words: string): boolean =>
  [folders.dataDir, folders.keysDir].some((dir) => new Scan(dir).finds(words));

/** The database as it is now, opened on a copy: the store has the folder to itself. */
function inTheDatabase<T>(look: (db: DatabaseSync) => T): T {
  const copy = join(folders.dataDir, '..', 'copy');
  cpSync(folders.dataDir, copy, { recursive: true });
  const db = new DatabaseSync(join(copy, 'fullturn.db'));
  try {
    return look(db);
  } finally {
    db.close();
    rmSync(copy, { recursive: true });
  }
}

async function fill(store: EventStore, room: string, words: string): Promise<void> {
  await store.create(
    room,
    `code of ${room}`,
    batchOf({
      events: [personJoined(`${room}-1`, `Name ${words}`), cardWritten(`${room}-2`, words)],
      sealed: [wroteCard(`card-${words}`, `author-${words}`), offered(`person-${words}`)],
      grants: [{ secretHash: `hash for ${room}`, grant: { room, power: 'wall', person: null } }],
      receipts: [{ command: `command in ${room}`, version: 2 }],
    }),
  );
}

describe('content on the disk', () => {
  const words = 'Vögel "singen" leise';

  it('cannot be read in the data folder, neither while open nor when closed', async () => {
    const store = await folders.open();
    await fill(store, 'room', words);
    for (const closed of [false, true]) {
      if (closed) await store.close();
      expect(found('code of room'), 'the search finds what lies in clear').toBe(true);
      for (const planted of [words, 'singen', 'cardWritten', 'invitation', 'author-', 'person-', 'coachee']) {
        expect(found(planted), planted).toBe(false);
      }
    }
  });

  it('lies under keys that only the owner may read', async () => {
    const store = await folders.open();
    await fill(store, 'room', words);
    const [key = ''] = filesIn(folders.keysDir);
    expect(filesIn(folders.keysDir)).toHaveLength(1);
    if (process.platform !== 'win32') expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(basename(key)).not.toContain('room');
  });

  it('leaves no key behind for a room that was not made', async () => {
    const store = await folders.open();
    await fill(store, 'room', words);
    expect(await store.create('second', 'code of room', batchOf({}))).toBe(false);
    await expect(store.create('room', 'another code', batchOf({}))).rejects.toThrow(Error);
    expect(filesIn(folders.keysDir)).toHaveLength(1);
    expect((await store.read('room', emptyHead))?.events).toHaveLength(2);
  });
});

describe('rows that were moved about', () => {
  const swaps: Readonly<Record<string, string>> = {
    'two events of a room': `UPDATE events SET payload = (SELECT payload FROM events AS other
      WHERE other.room = events.room AND other.version = 3 - events.version) WHERE room = 'one'`,
    'events of two rooms': `UPDATE events SET payload = (SELECT payload FROM events AS other
      WHERE other.room <> events.room AND other.version = events.version)`,
    'the ids of two events': `UPDATE events SET id = 'one-' || (3 - version) WHERE room = 'one'`,
    'entries of the box': `UPDATE box SET payload = (SELECT payload FROM box AS other
      WHERE other.room = box.room AND other.name <> box.name) WHERE room = 'one'`,
    'the age of an entry': `UPDATE box SET rev = 2; UPDATE rooms SET box = 2`,
    'an event taken out': `DELETE FROM events WHERE room = 'one' AND version = 1`,
    'a byte taken off': `UPDATE events SET payload = substr(payload, 1, length(payload) - 1)`,
    'words in clear': `UPDATE events SET payload = CAST('{"type":"sessionEnded"}' AS BLOB)`,
  };
  it.each(Object.entries(swaps))('do not open: %s', async (_, swap) => {
    const store = await folders.open();
    await fill(store, 'one', 'in one');
    await fill(store, 'two', 'in two');
    await store.close();
    const db = new DatabaseSync(join(folders.dataDir, 'fullturn.db'));
    db.exec(swap);
    db.close();
    const again = await folders.open();
    await expect(again.read('one', emptyHead)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(again.ping()).resolves.toBeUndefined();
  });
});

describe('a room that is forgotten', () => {
  /** Rows of `room`, sealed as they lie, and its key: what somebody could have kept. */
  const rowsOf = (room: string): Buffer[] =>
    inTheDatabase((db) =>
      [
        'SELECT payload AS bytes FROM events',
        'SELECT payload AS bytes FROM box',
        'SELECT name AS bytes FROM box',
      ]
        .flatMap((select) => db.prepare(`${select} WHERE room = ?`).all(room))
        .map((row) => Buffer.from(row['bytes'] as Uint8Array)),
    );

  it('is found nowhere, not even sealed', async () => {
    const store = await folders.open();
    await fill(store, 'to-be-forgotten', 'some words');
    const [keyFile = ''] = filesIn(folders.keysDir);
    const key = readFileSync(keyFile);
    await fill(store, 'stays', 'other words');
    const rows = rowsOf('to-be-forgotten');
    expect(rows).toHaveLength(6);
    await store.forget('to-be-forgotten');
    for (const bytes of everything()) {
      expect(bytes.includes(key)).toBe(false);
      expect(bytes.includes('to-be-forgotten')).toBe(false);
      for (const row of rows) expect(bytes.includes(row.subarray(0, 16))).toBe(false);
    }
    expect((await store.read('stays', emptyHead))?.events).toHaveLength(2);
  });

  it('is found nowhere among many rooms that grew side by side', async () => {
    const store = await folders.open();
    const rooms = await roomsSideBySide(store, { rooms: 30, rounds: 40, seed: 7 });
    for (const room of rooms.filter((_, index) => index % 3 === 0)) {
      const rows = rowsOf(room);
      const left = (): number => {
        const files = everything();
        const parts = [Buffer.from(room), ...rows.flatMap((row) => [row.subarray(0, 16), row.subarray(-16)])];
        return parts.filter((part) => files.some((bytes) => bytes.includes(part))).length;
      };
      expect(left()).toBeGreaterThan(rows.length);
      await store.forget(room);
      expect(left(), room).toBe(0);
    }
  });

  it('has its key overwritten before the file goes', async () => {
    const store = await folders.open();
    await fill(store, 'room', 'words');
    const [keyFile = ''] = filesIn(folders.keysDir);
    const kept = join(folders.dataDir, '..', 'same-file');
    linkSync(keyFile, kept);
    await store.forget('room');
    expect(filesIn(folders.keysDir)).toEqual([]);
    expect(readFileSync(kept)).toEqual(Buffer.alloc(32));
  });

  it('counts as forgotten when the machine stopped between overwriting and removing its key', async () => {
    const store = await folders.open();
    await fill(store, 'room', 'words');
    await store.close();
    for (const file of filesIn(folders.keysDir)) writeFileSync(file, Buffer.alloc(32));
    expect(await (await folders.open()).read('room', emptyHead)).toBeNull();
  });

  it('does not come back with a backup of the data folder', async () => {
    const store = await folders.open();
    await store.create('room', '123456789', {
      ...batchOf({
        events: [cardWritten('e1')],
        grants: [{ secretHash: 'hash', grant: { room: 'room', power: 'wall', person: null } }],
        receipts: [{ command: 'first', version: 1 }],
      }),
      forgetAt: instant(1000),
    });
    await fill(store, 'stays', 'words');
    await store.close();
    const backup = join(folders.dataDir, '..', 'backup');
    cpSync(folders.dataDir, backup, { recursive: true });
    const forgetful = await folders.open();
    await forgetful.forget('room');
    await forgetful.close();
    rmSync(folders.dataDir, { recursive: true });
    cpSync(backup, folders.dataDir, { recursive: true });

    const restored = await folders.open();
    expect(await restored.read('room', emptyHead)).toBeNull();
    expect(await restored.receipt('room', 'first')).toBeNull();
    expect(await restored.grant('hash')).toBeNull();
    expect(await restored.roomByCode('123456789')).toBeNull();
    const head = { version: 1, lastEventId: 'e1', box: 0 };
    await expect(restored.append('room', head, batchOf({}))).rejects.toBeInstanceOf(StoreUnavailable);
    expect((await restored.read('stays', emptyHead))?.events).toHaveLength(2);

    expect(await restored.dueToForget(instant(1000))).toEqual(['room']);
    await restored.forget('room');
    expect(await restored.dueToForget(instant(1000))).toEqual([]);
    expect(found('123456789')).toBe(false);
  });
});
