import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DataDirInUse, FolderNotUsable, inUseSentence, syncFolder } from '../atRest/folders.ts';

/** Long enough for an owner that is just closing. */
const lockTimeoutMs = 1000;

/**
 * What lies in clear: how many rooms and events there are, random ids, join codes, hashes of links,
 * and when a room is to be forgotten. Payloads and the names in the box are sealed (contentSeal.ts).
 */
const firstTables = `
  CREATE TABLE rooms (
    room TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
    last_event_id TEXT NOT NULL, box INTEGER NOT NULL, forget_at REAL NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX rooms_by_forget_at ON rooms (forget_at);
  CREATE TABLE events (
    room TEXT NOT NULL, version INTEGER NOT NULL, id TEXT NOT NULL, payload BLOB NOT NULL,
    PRIMARY KEY (room, version)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE box (
    room TEXT NOT NULL, name BLOB NOT NULL, rev INTEGER NOT NULL, payload BLOB NOT NULL,
    PRIMARY KEY (room, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE receipts (
    room TEXT NOT NULL, command TEXT NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (room, command)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE grants (
    secret_hash TEXT PRIMARY KEY, room TEXT NOT NULL, power TEXT NOT NULL, person TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX grants_by_room ON grants (room);
`;

/**
 * `unswept` holds a row while there may be left what was deleted or overwritten. Entries of the box that
 * are `gone` only tell copies of it so, until a sweep takes them; copies from before `box_floor` then
 * start over (sweeper.ts).
 */
const sweeping = `
  ALTER TABLE rooms ADD COLUMN box_floor INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE box ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE unswept (one INTEGER PRIMARY KEY CHECK (one = 1)) STRICT;
  INSERT INTO unswept SELECT 1 FROM rooms LIMIT 1;
`;

/** Each change of the tables, in order; how many were made is the database's version. */
const steps = [firstTables, sweeping];

/** Opens the data folder for this process alone; throws `DataDirInUse` or `FolderNotUsable`. */
export function openDatabase(dataDir: string): DatabaseSync {
  const file = join(dataDir, 'fullturn.db');
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file, { timeout: lockTimeoutMs });
    // The lock has to be asked for before the first look at the log, or it would be shared.
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    db.exec('PRAGMA journal_mode = WAL');
    // An ack means durable. On macOS a plain fsync stops at the disk's own cache.
    db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
    db.exec('PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY');
    makeTables(db, dataDir);
    syncFolder(dataDir);
    return db;
  } catch (error) {
    db?.close();
    throw error instanceof FolderNotUsable ? error : inASentence(error, dataDir, file);
  }
}

function makeTables(db: DatabaseSync, dataDir: string): void {
  db.exec('BEGIN IMMEDIATE');
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > steps.length) {
    throw new FolderNotUsable(
      `The data folder ${dataDir} was written by a newer Fullturn. Start that one, or set DATA_DIR to another folder.`,
    );
  }
  for (const step of steps.slice(found)) db.exec(step);
  db.exec(`PRAGMA user_version = ${steps.length}`);
  db.exec('COMMIT');
}

/** SQLite's primary result codes. */
const busy = 5;
const corrupt = 11;
const notADatabase = 26;

function inASentence(error: unknown, dataDir: string, file: string): Error {
  const { errcode, message } = error as Error & { errcode?: number };
  const code = (errcode ?? 0) & 0xff;
  if (code === busy) return new DataDirInUse(inUseSentence(dataDir));
  if (code === corrupt || code === notADatabase) {
    return new FolderNotUsable(
      `The file ${file} is damaged or was not written by Fullturn. Put a backup in its place, or set DATA_DIR to another folder.`,
    );
  }
  return new FolderNotUsable(
    `Fullturn cannot open the data folder ${dataDir} (${message}). Look at it, or set DATA_DIR to another folder.`,
  );
}
