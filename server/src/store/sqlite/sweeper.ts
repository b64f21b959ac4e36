import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Up to this size a forgetting is answered after the sweep: 8 ms a megabyte (docs/decisions/0003). */
const sweptAtOnceBytes = 32 * 1024 * 1024;

/** How long a sweep that nobody waits for is put off, and how much longer than the last one took. */
export const sweptAfterMs = 10_000;
const restBySweep = 100;

/** That somebody's entry is gone says that it was there. */
const dropGone = `
  BEGIN IMMEDIATE;
  UPDATE rooms SET box_floor = box WHERE room IN (SELECT room FROM box WHERE gone = 1);
  DELETE FROM box WHERE gone = 1;
  COMMIT;
`;

/** What was promised to those who wait for the answers of a group. */
export type SweepPromise = 'swept' | 'swept if small' | 'swept later';

/**
 * Clears away what rows that were deleted or overwritten left (docs/decisions/0008). `secure_delete`
 * wipes a row where it lies, but when SQLite had moved rows between pages, pieces of them stay in the
 * gaps, and the write-ahead log holds the pages as they were before. So the file is written anew and
 * the log cut to nothing. Entries of the box that only say they are gone go as well. That something is left to sweep stands in the table `unswept`, written in the
 * same transaction as what leaves it, so that a process killed in between sweeps when it starts again.
 */
export class Sweeper {
  readonly #db: DatabaseSync;
  readonly #failed: (error: unknown) => void;
  readonly #isDue: StatementSync;
  readonly #swept: StatementSync;
  #timer: NodeJS.Timeout | null = null;
  #tookMs = 0;

  /** `failed` hears of a sweep that nobody waited for; the others throw. */
  constructor(db: DatabaseSync, failed: (error: unknown) => void) {
    this.#db = db;
    this.#failed = failed;
    this.#isDue = db.prepare('SELECT one FROM unswept');
    this.#swept = db.prepare('DELETE FROM unswept');
  }

  /** Throws when it cannot keep the promise, and nothing of the group may be answered then. */
  afterCommit(promise: SweepPromise): void {
    if (this.#isDue.get() === undefined) return;
    const now = promise === 'swept' || (promise === 'swept if small' && this.#size() <= sweptAtOnceBytes);
    if (now) this.#sweep();
    else this.#timer ??= setTimeout(() => this.#sweepUnasked(), this.#delayMs());
  }

  sweepIfDue(): void {
    if (this.#isDue.get() !== undefined) this.#sweep();
  }

  close(): void {
    this.sweepIfDue();
    emptyLog(this.#db);
  }

  /** No sweep comes by itself any more. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #sweep(): void {
    this.stop();
    const began = performance.now();
    this.#db.exec(dropGone);
    this.#db.exec('VACUUM');
    emptyLog(this.#db);
    // Only now: killed before this, the next start sweeps once more.
    this.#swept.run();
    this.#tookMs = performance.now() - began;
  }

  #sweepUnasked(): void {
    try {
      this.#timer = null;
      this.sweepIfDue();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Everybody's commands wait for a sweep, so it may take a hundredth of the time at most. */
  #delayMs(): number {
    return Math.max(sweptAfterMs, this.#tookMs * restBySweep);
  }

  #size(): number {
    const [pages, bytes] = ['page_count', 'page_size'].map((name) =>
      Number(this.#db.prepare(`PRAGMA ${name}`).get()?.[name]),
    );
    return pages! * bytes!;
  }
}

/**
 * Moves what is committed into the database file, and cuts the log. Only other readers could hold this
 * up, and there are none: the file is locked to this one connection, which has finished its reads. So
 * it is not tried again but counts as a disk that fails, and what waits for it is not acknowledged.
 */
function emptyLog(db: DatabaseSync): void {
  const result = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (result?.['busy'] !== 0) throw new Error('the log could not be emptied');
}
