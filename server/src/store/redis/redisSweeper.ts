import type { Redis } from 'ioredis';
import type { RoomId } from '#shared/ids.ts';
import { minutes, seconds } from '#shared/time.ts';
import { gone, keysOf, leftovers, swept } from './layout.ts';
import { rewriteFiles } from './rewriteFiles.ts';
import { runScript } from './scripts.ts';

/** How long a sweep that nobody waits for is put off, and how much longer than the last one took. */
const sweptAfterMs = seconds(10);
const restBySweep = 10;
/** Another node may have been stopped before it swept. */
const lookEvery = minutes(1);

/**
 * Gets what was deleted or overwritten out of Redis's files, as its append-only file keeps every old
 * value until it is written anew. How much was left is counted in the step that leaves it, and how much
 * of that is swept once the files are written, so that whatever stops in between is done later, by any
 * node.
 */
export class RedisSweeper {
  readonly #redis: Redis;
  readonly #looking: NodeJS.Timeout;
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  #tookMs = 0;

  constructor(redis: Redis) {
    this.#redis = redis;
    this.#looking = setInterval(() => this.#unasked(), lookEvery);
    this.#looking.unref();
  }

  /** Resolves when nothing that was left before this call is in Redis's files. */
  swept(): Promise<void> {
    this.#next ??= this.#afterRunning();
    return this.#next;
  }

  later(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        this.#unasked();
      },
      Math.max(sweptAfterMs, this.#tookMs * restBySweep),
    );
  }

  /** No sweep comes by itself any more. */
  stop(): void {
    clearInterval(this.#looking);
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #afterRunning(): Promise<void> {
    await this.#running?.catch(() => undefined);
    this.#next = null;
    this.#running = this.#sweepIfDue();
    return this.#running;
  }

  async #sweepIfDue(): Promise<void> {
    const began = performance.now();
    const [left, done] = await this.#redis.mget(leftovers, swept);
    if (Number(left ?? 0) <= Number(done ?? 0)) return;
    for (const room of await this.#redis.smembers(gone)) await this.#dropGone(room);
    await rewriteFiles(this.#redis);
    await this.#redis.set(swept, left ?? 0);
    this.#tookMs = performance.now() - began;
  }

  async #dropGone(room: RoomId): Promise<void> {
    await runScript(this.#redis, 'dropGone', keysOf(room), [room]);
  }

  /** When Redis is away, the next look finds it still due. */
  #unasked(): void {
    void this.swept().catch(() => undefined);
  }
}
