import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duration } from '#shared/time.ts';
import { Scan } from '#tests/support/scan.ts';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** `movable` is the same program on a clock that `App.moveOn` moves. */
export type Clockwork = 'real' | 'movable';
const entries = { real: 'server/src/main.ts', movable: 'tests/e2e/support/movableServer.ts' } as const;

/** The real program in a process of its own, on folders that outlive it. */
export class App {
  readonly port: number;
  readonly #clockwork: Clockwork;
  readonly #folder = mkdtempSync(join(tmpdir(), 'fullturn-'));
  #process: ChildProcess | null = null;

  private constructor(port: number, clockwork: Clockwork) {
    this.port = port;
    this.#clockwork = clockwork;
  }

  static async start(clockwork: Clockwork): Promise<App> {
    const app = new App(await freePort(), clockwork);
    await app.up();
    return app;
  }

  /** The keys of the rooms there are now, for somebody who keeps copies. */
  keys(): Buffer[] {
    const folder = join(this.#folder, 'keys');
    return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  }

  /** Looks for words in the data folder with these keys. */
  finds(words: string, keys: readonly Uint8Array[]): boolean {
    return new Scan(join(this.#folder, 'data'), keys).finds(words);
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the program, and resolves when it says that it is running. */
  async up(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.port),
      HOST: '127.0.0.1',
      DATA_DIR: join(this.#folder, 'data'),
      KEYS_DIR: join(this.#folder, 'keys'),
      LOG_LEVEL: 'warn',
    };
    const child = spawn(process.execPath, [entries[this.#clockwork]], {
      env,
      stdio: ['ignore', 'pipe', 'inherit', ...(this.#clockwork === 'movable' ? (['ipc'] as const) : [])],
    });
    this.#process = child;
    for await (const said of child.stdout!) if (String(said).includes('running')) return;
    throw new Error('The server ended before it was running.');
  }

  /** Moves store time on; screens notice with their next look at the clock, a reload at the latest. */
  async moveOn(by: Duration): Promise<void> {
    const child = this.#process!;
    const moved = once(child, 'message');
    child.send(by);
    await moved;
  }

  /** As if the power had gone: nothing is told, nothing is finished. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
