import type { Redis } from 'ioredis';
import { seconds } from '#shared/time.ts';

interface Hearing {
  readonly heard: (message: Buffer) => void;
  /** Something may have been missed until now. */
  readonly back: () => void;
}

const listenEvery = seconds(5);

/** A connection of its own that hears what nodes publish, and hears again after it was away. */
export class RedisListening {
  readonly #redis: Redis;
  readonly #timer: NodeJS.Timeout;
  readonly #channels = new Map<string, Hearing>();

  /** `redis` is connected, and this one's alone. */
  constructor(redis: Redis) {
    this.#redis = redis;
    redis.on('ready', () => void this.#listenAgain().catch(() => redis.disconnect(true)));
    redis.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.#channels.get(channel.toString())?.heard(message),
    );
    // A connection that died without a word is only noticed by asking.
    this.#timer = setInterval(() => void redis.ping().catch(() => undefined), listenEvery);
    this.#timer.unref();
  }

  /** Resolves when nothing published from then on is missed. */
  async hear(channel: string, hearing: Hearing): Promise<void> {
    this.#channels.set(channel, hearing);
    await this.#redis.subscribe(channel);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#redis.disconnect();
  }

  async #listenAgain(): Promise<void> {
    await this.#redis.subscribe(...this.#channels.keys());
    for (const { back } of this.#channels.values()) back();
  }
}
