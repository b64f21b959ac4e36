import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis } from '../redis.ts';
import { freePort } from './freePort.ts';

/** What every acknowledgement rests on; snapshots uncompressed, so that a search sees what lies in them. */
const safe = {
  appendonly: 'yes',
  appendfsync: 'always',
  save: '',
  'maxmemory-policy': 'noeviction',
  rdbcompression: 'no',
};

/** A Redis of its own on a free port of this machine, with a folder of its own. */
export class RedisServer {
  readonly dir: string;
  readonly url: URL;
  #settings: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;

  readonly #detached: boolean;

  private constructor(
    dir: string,
    port: number,
    settings: Readonly<Record<string, string>>,
    detached: boolean,
  ) {
    this.dir = dir;
    this.#detached = detached;
    this.url = new URL(`redis://127.0.0.1:${port}`);
    this.#settings = { ...safe, ...settings };
  }

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<RedisServer> {
    return RedisServer.startIn(mkdtempSync(join(tmpdir(), 'fullturn-redis-')), settings);
  }

  /** In a folder of its own, where what it held goes on. `detached`: Ctrl+C in the terminal is not for it. */
  static async startIn(
    dir: string,
    settings: Readonly<Record<string, string>> = {},
    detached = false,
  ): Promise<RedisServer> {
    const server = new RedisServer(dir, await freePort(), settings, detached);
    await server.startAgain();
    return server;
  }

  /** Of the process that runs now. */
  get pid(): number {
    return this.#child!.pid!;
  }

  /** On the same port and folder, with other settings if any; resolves when it has read its files. */
  async startAgain(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#settings = { ...this.#settings, ...settings };
    mkdirSync(this.dir, { recursive: true });
    const wanted = { port: this.url.port, dir: this.dir, bind: '127.0.0.1', ...this.#settings };
    const args = Object.entries(wanted).flatMap(([name, value]) => [`--${name}`, value]);
    const child = spawn(findRedis() ?? '', args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: this.#detached,
    });
    this.#child = child;
    let said = '';
    for await (const text of child.stdout.setEncoding('utf8')) {
      said += String(text);
      if (said.includes('Ready to accept connections')) break;
    }
    if (!said.includes('Ready to accept connections')) throw new Error(`Redis did not start: ${said}`);
    child.stdout.resume();
  }

  /** Sends a signal; resolves at once for those it lives on after, else at its end. */
  async signal(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    if (signal === 'SIGKILL' || signal === 'SIGTERM') await exit;
  }

  async dispose(): Promise<void> {
    await this.signal('SIGKILL');
    rmSync(this.dir, { recursive: true, force: true });
  }
}
