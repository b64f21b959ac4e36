import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../scripts/cluster/freePort.ts';
import { ServerProcess } from '../../../scripts/cluster/serverProcess.ts';
import type { Duration } from '#shared/time.ts';
import { Scan } from '#tests/support/scan.ts';

/** `movable` is the same program on a clock that `App.moveOn` moves. */
export type Clockwork = 'real' | 'movable';
const entries = { real: 'server/src/main.ts', movable: 'tests/e2e/support/movableServer.ts' } as const;

/** The real program in a process of its own, on folders that outlive it. */
export class App {
  readonly #folder: string;
  readonly #process: ServerProcess;

  private constructor(folder: string, process: ServerProcess) {
    this.#folder = folder;
    this.#process = process;
  }

  static async start(clockwork: Clockwork): Promise<App> {
    const folder = mkdtempSync(join(tmpdir(), 'fullturn-'));
    const settings = {
      DATA_DIR: join(folder, 'data'),
      KEYS_DIR: join(folder, 'keys'),
      LOG_LEVEL: 'warn',
    };
    const server = { port: await freePort(), settings, entry: entries[clockwork] };
    const app = new App(folder, new ServerProcess(server));
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

  get port(): number {
    return this.#process.port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the program, and resolves when it says that it is running. */
  up(): Promise<void> {
    return this.#process.up();
  }

  /** Moves store time on; screens notice with their next look at the clock, a reload at the latest. */
  async moveOn(by: Duration): Promise<void> {
    await this.#process.ask(by);
  }

  /** As if the power had gone: nothing is told, nothing is finished. */
  kill(): Promise<void> {
    return this.#process.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
