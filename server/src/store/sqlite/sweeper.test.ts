import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDatabase } from './schema.ts';
import { Sweeper, sweptAfterMs } from './sweeper.ts';

let dir: string;
let db: DatabaseSync;
let sweeper: Sweeper;
const failed = vi.fn();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  dir = mkdtempSync(join(tmpdir(), 'fullturn-'));
  db = openDatabase(dir);
  sweeper = new Sweeper(db, failed);
});
afterEach(() => {
  sweeper.stop();
  db.close();
  rmSync(dir, { recursive: true });
  failed.mockReset();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** As the store does with an entry of the box that is overwritten. */
function overwrite(words: string): void {
  db.exec(`INSERT OR REPLACE INTO grants VALUES ('hash', 'room', '${words}', NULL)`);
  db.exec("UPDATE grants SET power = 'wall'; INSERT OR IGNORE INTO unswept VALUES (1)");
}
const found = (words: string): boolean =>
  readdirSync(dir).some((name) => readFileSync(join(dir, name)).includes(words));
const isMarked = (): boolean => db.prepare('SELECT one FROM unswept').get() !== undefined;

it('sweeps before it returns where that was promised', () => {
  overwrite('words');
  expect(found('words')).toBe(true);
  sweeper.afterCommit('swept');
  expect(found('words')).toBe(false);
  expect(isMarked()).toBe(false);
});

it('sweeps a small file at once for a forgetting', () => {
  overwrite('words');
  sweeper.afterCommit('swept if small');
  expect(found('words')).toBe(false);
});

it('does not write the file anew when nothing was left behind', () => {
  const exec = vi.spyOn(db, 'exec');
  sweeper.afterCommit('swept');
  expect(exec).not.toHaveBeenCalled();
});

it('sweeps later what nobody waits for, once for all of it', () => {
  overwrite('some words');
  sweeper.afterCommit('swept later');
  vi.advanceTimersByTime(sweptAfterMs - 1);
  overwrite('more words');
  sweeper.afterCommit('swept later');
  expect([found('some words'), found('more words')]).toEqual([true, true]);
  const exec = vi.spyOn(db, 'exec');
  vi.advanceTimersByTime(1);
  expect([found('some words'), found('more words')]).toEqual([false, false]);
  vi.advanceTimersByTime(10 * sweptAfterMs);
  expect(exec.mock.calls.filter(([sql]) => sql === 'VACUUM')).toHaveLength(1);
});

it('takes a hundredth of the time at most when sweeps are slow', () => {
  const exec = db.exec.bind(db);
  vi.spyOn(db, 'exec').mockImplementation((sql) => {
    if (sql === 'VACUUM') vi.advanceTimersByTime(1000);
    exec(sql);
  });
  overwrite('some words');
  sweeper.afterCommit('swept');
  overwrite('more words');
  sweeper.afterCommit('swept later');
  vi.advanceTimersByTime(99_999);
  expect(found('more words')).toBe(true);
  vi.advanceTimersByTime(1);
  expect(found('more words')).toBe(false);
});

it('tells of a sweep that failed while nobody waited, and leaves the mark for the next start', () => {
  overwrite('words');
  sweeper.afterCommit('swept later');
  const full = new Error('the disk is full');
  vi.spyOn(db, 'exec').mockImplementation(() => {
    throw full;
  });
  vi.advanceTimersByTime(sweptAfterMs);
  expect(failed).toHaveBeenCalledWith(full);
  expect(isMarked()).toBe(true);
});

it('keeps no promise while the log cannot be emptied', () => {
  overwrite('words');
  const prepare = db.prepare.bind(db);
  vi.spyOn(db, 'prepare').mockImplementation((sql) =>
    prepare(sql.includes('checkpoint') ? 'SELECT 1 AS busy' : sql),
  );
  expect(() => sweeper.afterCommit('swept')).toThrow('the log could not be emptied');
  expect(isMarked()).toBe(true);
});

it('sweeps what is left when the store closes', () => {
  overwrite('words');
  sweeper.afterCommit('swept later');
  sweeper.close();
  expect(found('words')).toBe(false);
});
