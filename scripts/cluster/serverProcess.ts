import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A server in a process of its own, on this port of this machine, which can die and come back. */
export class ServerProcess {
  readonly port: number;
  readonly #entry: string;
  readonly #settings: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;

  /** `entry`: what to run, from the project's folder. */
  constructor(port: number, settings: Readonly<Record<string, string>>, entry = 'server/src/main.ts') {
    this.port = port;
    this.#entry = entry;
    this.#settings = settings;
  }

  /** Resolves when it says that it is running. */
  async up(): Promise<void> {
    const child = spawn(process.execPath, [join(root, this.#entry)], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: `${this.port}`, ...this.#settings },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.#child = child;
    for await (const said of child.stdout!) if (String(said).includes('running')) return;
    throw new Error('The server ended before it was running.');
  }

  /** Tells the process something; resolves with what it says to that. */
  async ask(message: number): Promise<unknown> {
    const answer = once(this.#child!, 'message');
    this.#child!.send(message);
    return (await answer)[0];
  }

  /** SIGKILL is as if the power had gone: nothing is told, nothing is finished. Resolves at its end. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  }
}
