import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Turns } from '../turns.ts';
import { StoreUnavailable } from '../eventStore.ts';
import { DataDirInUse, FolderNotUsable } from '../atRest/folders.ts';
import type { Call, Folders, Job, Opening, Outcome, WriterCalls } from './writerCalls.ts';

interface Waiting {
  readonly job: Job;
  readonly settle: (outcome: Outcome) => void;
}

/**
 * The main thread's end of the writer. While the worker is at one group, what comes in waits and
 * makes up the next: the slower the disk, the larger the groups.
 */
export class Writer {
  readonly #worker: Worker;
  #waiting: Waiting[] = [];
  readonly #turns = new Turns();
  #atWork: Waiting[] = [];
  #posting = false;
  /** Why no call is taken any more, once that is so. */
  #ended: string | null = null;
  #closed: Promise<void> | null = null;

  /** Takes a worker that has said it is open (`startWriter`). */
  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (outcomes: Outcome[]) => {
      this.#settle(outcomes);
    });
    worker.on('error', (error) => {
      this.#stop(`The writer broke down (${String(error)}).`);
    });
    worker.on('exit', () => {
      this.#stop('The writer has stopped.');
    });
  }

  /** Rejects with `StoreUnavailable`, or with an Error for a caller's mistake. */
  ask<C extends Call>(call: C, ask: WriterCalls[C]['ask']): Promise<WriterCalls[C]['answer']> {
    return this.#ended === null
      ? this.#enqueue(call, ask)
      : Promise.reject(new StoreUnavailable(this.#ended));
  }

  /** Resolves when the worker can take a group, or has just finished one. */
  turn(): Promise<void> {
    return this.#atWork.length === 0 ? this.#turns.next() : this.#turns.whenItComes();
  }

  /** Resolves when what was waiting is done and the folder is free for somebody else. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    if (this.#ended === null) {
      const exit = once(this.#worker, 'exit');
      const last = this.#enqueue('close', {});
      this.#ended = 'The store is closed.';
      await Promise.allSettled([last, exit]);
    }
    await this.#worker.terminate();
  }

  #enqueue<C extends Call>(call: C, ask: WriterCalls[C]['ask']): Promise<WriterCalls[C]['answer']> {
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome): void => {
        if (outcome.ok) resolve(outcome.answer);
        else reject(outcome.unavailable ? new StoreUnavailable(outcome.message) : new Error(outcome.message));
      };
      this.#waiting.push({ job: { call, ask } as Job, settle });
      this.#postSoon();
    });
  }

  /** Not at once, so that what is asked in one go makes one group. */
  #postSoon(): void {
    if (this.#posting || this.#atWork.length > 0) return;
    this.#posting = true;
    process.nextTick(() => {
      this.#posting = false;
      this.#post();
    });
  }

  #post(): void {
    if (this.#atWork.length > 0 || this.#waiting.length === 0) return;
    this.#atWork = this.#waiting;
    this.#waiting = [];
    this.#worker.postMessage(this.#atWork.map(({ job }) => job));
  }

  #settle(outcomes: readonly Outcome[]): void {
    const done = this.#atWork;
    this.#atWork = [];
    // The worker gets its next group first, and is busy while the answers are dealt with here.
    this.#post();
    const settle = (): void => outcomes.forEach((outcome, index) => done[index]?.settle(outcome));
    if (!this.#turns.awaited) return settle();
    this.#turns.come();
    setImmediate(settle);
  }

  #stop(message: string): void {
    this.#ended ??= message;
    this.#turns.come();
    const left = [...this.#atWork, ...this.#waiting];
    this.#atWork = [];
    this.#waiting = [];
    for (const { settle } of left) settle({ ok: false, unavailable: true, message });
  }
}

/** Resolves when the worker has the folders to itself; rejects with `DataDirInUse` or `FolderNotUsable`. */
export async function startWriter({ dataDir, keysDir }: Folders): Promise<Worker> {
  // Without the flags and the environment of this process: those may be for a debugger or a test runner, and
  // a watcher's variable would have the worker report its files before it says that it is open.
  const worker = new Worker(new URL('./writerWorker.ts', import.meta.url), {
    workerData: { dataDir, keysDir } satisfies Folders,
    execArgv: [],
    env: {},
  });
  const [opening] = (await once(worker, 'message')) as [Opening];
  if (opening.opened) return worker;
  await worker.terminate();
  throw new (opening.inUse ? DataDirInUse : FolderNotUsable)(opening.message);
}
