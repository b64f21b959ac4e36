import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Calls, Reply } from './answerCalls.ts';

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (problem: Error) => void;
}

/** A process of this project that answers calls (answerCalls.ts), over the pipe between it and this one. */
export class Child<C extends Calls> {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #calls = 0;

  constructor(file: string, args: readonly string[]) {
    // So that what nobody needs any more can be taken out of the memory before it is weighed.
    this.#child = fork(file, args, { execArgv: ['--expose-gc'], stdio: ['ignore', 2, 2, 'ipc'] });
    this.#child.on('message', (reply) => this.#hear(reply as Reply));
    this.#child.once('exit', (code, signal) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${file} ended: ${signal ?? code}`));
      this.#waiting.clear();
    });
  }

  get pid(): number {
    return this.#child.pid!;
  }

  ask<N extends keyof C & string>(
    name: N,
    argument: Parameters<C[N]>[0],
  ): Promise<Awaited<ReturnType<C[N]>>> {
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      this.#child.send({ id, name, argument });
    });
  }

  /** As if the power had gone. Resolves at its end. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }

  #hear(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('problem' in reply) waiting?.reject(new Error(reply.problem));
    else waiting?.resolve(reply.result);
  }
}
