import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { CallersMistake } from '../callersMistake.ts';
import type { RoomTables } from './roomTables.ts';
import { Sweeper, type SweepPromise } from './sweeper.ts';
import type { Call, Job, Outcome, WriterCalls } from './writerCalls.ts';

/**
 * Does the jobs that were waiting together in one transaction, so that they share one fsync. Nothing
 * is answered, not a read either, before the commit it rests on.
 */
export class GroupCommit {
  readonly #db: DatabaseSync;
  readonly #tables: RoomTables;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  readonly #sweeper: Sweeper;
  /** Why nothing can be written any more, once that is so. */
  #broken: string | null = null;

  constructor(db: DatabaseSync, tables: RoomTables) {
    this.#db = db;
    this.#tables = tables;
    this.#savepoint = db.prepare('SAVEPOINT job');
    this.#release = db.prepare('RELEASE job');
    this.#sweeper = new Sweeper(db, (error) => this.#breakDown(error));
    try {
      this.#sweeper.sweepIfDue();
    } catch (error) {
      this.#breakDown(error);
    }
  }

  run(group: readonly Job[]): Outcome[] {
    if (this.#broken !== null) return group.map((job) => this.#withoutWriting(job));
    try {
      const outcomes = this.#together(group) ?? this.#apart(group);
      this.#sweeper.afterCommit(promiseTo(group));
      return outcomes;
    } catch (error) {
      this.#breakDown(error);
      return group.map(() => unavailable(this.#broken ?? ''));
    }
  }

  /** Null when a job failed: all of them are undone then. */
  #together(group: readonly Job[]): Outcome[] | null {
    this.#db.exec('BEGIN IMMEDIATE');
    const outcomes = this.#tryAll(group);
    this.#db.exec(outcomes === null ? 'ROLLBACK' : 'COMMIT');
    return outcomes;
  }

  #tryAll(group: readonly Job[]): Outcome[] | null {
    try {
      return group.map((job): Outcome => ({ ok: true, answer: this.#act(job) }));
    } catch (error) {
      if (!this.#db.isTransaction) throw error;
      return null;
    }
  }

  /** Hardly ever needed, and savepoints cost as much as what they are put around: so only after a failure. */
  #apart(group: readonly Job[]): Outcome[] {
    this.#db.exec('BEGIN IMMEDIATE');
    const outcomes = group.map((job) => this.#inSavepoint(job));
    this.#db.exec('COMMIT');
    return outcomes;
  }

  /** Moves everything into the database file; what cannot be moved is safe in the log beside it. */
  close(): void {
    try {
      this.#sweeper.stop();
      if (this.#broken === null) this.#sweeper.close();
    } finally {
      this.#db.close();
    }
  }

  #inSavepoint(job: Job): Outcome {
    this.#savepoint.run();
    try {
      const answer = this.#act(job);
      this.#release.run();
      return { ok: true, answer };
    } catch (error) {
      // Some failures make SQLite give up the whole transaction, and the neighbours' work with it.
      if (!this.#db.isTransaction) throw error;
      this.#db.exec('ROLLBACK TO job; RELEASE job');
      return failed(error);
    }
  }

  #withoutWriting(job: Job): Outcome {
    if (!readingCalls.has(job.call)) return unavailable(this.#broken ?? '');
    try {
      return { ok: true, answer: this.#act(job) };
    } catch (error) {
      return failed(error);
    }
  }

  #act({ call, ask }: Job): WriterCalls[Call]['answer'] {
    switch (call) {
      case 'create':
        return this.#tables.create(ask.room, ask.code, ask.batch);
      case 'read':
        return this.#tables.read(ask.room, ask.after);
      case 'append':
        return this.#tables.append(ask.room, ask.expected, ask.batch);
      case 'receipt':
        return this.#tables.receipt(ask.room, ask.command);
      case 'grant':
        return this.#tables.grant(ask.secretHash);
      case 'roomByCode':
        return this.#tables.roomByCode(ask.code);
      case 'dueToForget':
        return this.#tables.dueToForget(ask.now);
      case 'forget':
        this.#tables.forget(ask.room);
        return null;
      case 'ping':
      case 'close':
        return null;
    }
  }

  /**
   * After a failed write or fsync the system may have dropped what it could not write, and a second
   * try would then seem to work. Only a fresh start from the disk tells what is there.
   */
  #breakDown(error: unknown): void {
    this.#broken = `The disk refused what was to be stored (${(error as Error).message}).`;
    this.#sweeper.stop();
    this.#rollBack();
  }

  #rollBack(): void {
    try {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
    } catch {
      // Nothing of it was acknowledged, and the next start rolls it back.
    }
  }
}

function promiseTo(group: readonly Job[]): SweepPromise {
  if (group.some((job) => job.call === 'append' && job.ask.batch.rewritten.length > 0)) return 'swept';
  return group.some(({ call }) => call === 'forget') ? 'swept if small' : 'swept later';
}

/** `ping` is none of them: a store that cannot write has to say that it is not well. */
const readingCalls: ReadonlySet<Call> = new Set<Call>([
  'read',
  'receipt',
  'grant',
  'roomByCode',
  'dueToForget',
  'close',
]);

const unavailable = (message: string): Outcome => ({ ok: false, unavailable: true, message });

const failed = (error: unknown): Outcome => ({
  ok: false,
  unavailable: !(error instanceof CallersMistake),
  message: (error as Error).message,
});
