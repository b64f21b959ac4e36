import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Wanted {
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
  /** What to run, from the project's folder. */
  readonly entry?: string;
  /** Ctrl+C in the terminal is not for it: who started it sees to its end. */
  readonly detached?: boolean;
}

/** A server in a process of its own on this machine, which can die and come back. */
export class ServerProcess {
  readonly #wanted: Wanted;
  #child: ChildProcess | null = null;

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  get port(): number {
    return this.#wanted.port;
  }

  /** Resolves when it says that it is running. What it says from then on is passed on. */
  async up(): Promise<void> {
    const { port, settings, entry = 'server/src/main.ts', detached = false } = this.#wanted;
    const child = spawn(process.execPath, [join(root, entry)], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: `${port}`, ...settings },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      detached,
    });
    this.#child = child;
    const over = once(child, 'exit').then(() => Promise.reject(new Error('The server ended before it ran.')));
    const running = new Promise<void>((resolve) => {
      child.stdout!.on('data', (said: Buffer) => said.includes('running') && resolve());
    });
    await Promise.race([running, over]);
    over.catch(() => undefined);
    child.stdout!.removeAllListeners('data').pipe(process.stdout, { end: false });
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
