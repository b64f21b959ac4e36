import type { DatabaseSync } from 'node:sqlite';

/** Up to this size the sweep is done while people wait: 8 ms a megabyte (docs/decisions/0003). */
const sweptAtOnceBytes = 32 * 1024 * 1024;

/**
 * Clears away what deleted rows left. `secure_delete` wipes a row where it lies, but when SQLite had
 * moved rows between pages, sealed pieces of them stay in the gaps; only writing the file anew rids
 * it of those. False when the file is too large for that now: the pieces stay, without their key.
 */
export function sweep(db: DatabaseSync, evenIfLarge: boolean): boolean {
  const swept = evenIfLarge || pragma(db, 'page_count') * pragma(db, 'page_size') <= sweptAtOnceBytes;
  if (swept) db.exec('VACUUM');
  emptyLog(db);
  return swept;
}

/** Moves what is committed into the database file: the log beside it holds pages from before they were wiped. */
export function emptyLog(db: DatabaseSync): void {
  const result = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (result?.['busy'] !== 0) throw new Error('the log could not be emptied');
}

const pragma = (db: DatabaseSync, name: 'page_count' | 'page_size'): number =>
  Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
