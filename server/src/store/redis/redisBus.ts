import type { Redis } from 'ioredis';
import type { Bus } from '../../nodes/bus.ts';
import { nodes as channel } from './layout.ts';
import type { RedisListening } from './redisListening.ts';

/** Words between nodes by publish: in no key, no file and no replica's file. */
export class RedisBus implements Bus {
  readonly #redis: Redis;
  readonly #listeners: ((word: string) => void)[] = [];

  private constructor(redis: Redis) {
    this.#redis = redis;
  }

  static async start(redis: Redis, listening: RedisListening): Promise<RedisBus> {
    const bus = new RedisBus(redis);
    await listening.hear(channel, {
      heard: (word) => bus.#listeners.forEach((heard) => heard(word)),
      back: () => undefined,
    });
    return bus;
  }

  say(word: string): void {
    void this.#redis.publish(channel, word).catch(() => undefined);
  }

  listen(heard: (word: string) => void): void {
    this.#listeners.push(heard);
  }
}
