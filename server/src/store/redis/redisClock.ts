import type { Redis } from 'ioredis';
import { instant, seconds, type Instant } from '#shared/time.ts';

const everySo = seconds(5);
const samplesKept = 8;

/**
 * Redis's time, so that all nodes agree, carried on by this machine's monotonic clock. The sample with
 * the shortest way there and back says best how far they are apart. It never goes back: when Redis's
 * clock does, this one goes at half its pace until they meet.
 */
export class RedisClock {
  readonly #redis: Redis;
  readonly #monotonic: () => number;
  readonly #timer: NodeJS.Timeout;
  #samples: { readonly offset: number; readonly way: number }[] = [];
  #offset = 0;
  #correctedAt = 0;
  #latest = 0;

  private constructor(redis: Redis, monotonic: () => number) {
    this.#redis = redis;
    this.#monotonic = monotonic;
    this.#timer = setInterval(() => void this.measure().catch(() => undefined), everySo);
    this.#timer.unref();
  }

  static async start(redis: Redis, monotonic = () => performance.now()): Promise<RedisClock> {
    const clock = new RedisClock(redis, monotonic);
    await clock.measure();
    return clock;
  }

  now(): Instant {
    this.#latest = Math.max(this.#latest, Math.floor(this.#monotonic() + this.#offset));
    return instant(this.#latest);
  }

  async measure(): Promise<void> {
    const before = this.#monotonic();
    const [whole, micros] = await this.#redis.time();
    const after = this.#monotonic();
    const theirs = Number(whole) * 1000 + Number(micros) / 1000;
    const sample = { offset: theirs - (before + after) / 2, way: after - before };
    // A clock that was set, or a machine that slept: what was measured before says nothing any more.
    const known = this.#samples.filter(
      ({ offset, way }) => Math.abs(offset - sample.offset) < way + sample.way + 20,
    );
    this.#samples = [...known, sample].slice(-samplesKept);
    const best = this.#samples.reduce((a, b) => (b.way < a.way ? b : a));
    const first = this.#latest === 0;
    const slowest = this.#offset - (after - this.#correctedAt) / 2;
    this.#offset = first ? best.offset : Math.max(best.offset, slowest);
    this.#correctedAt = after;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
