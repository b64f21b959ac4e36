import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { RoomId } from '#shared/ids.ts';
import { seconds } from '#shared/time.ts';
import { Pokes } from '../pokes.ts';
import { pokes as channel } from './layout.ts';

type News = 'written' | 'forgotten';

const listenEvery = seconds(5);

/**
 * Hears on a connection of its own what other nodes wrote. This node's own news go to its listeners
 * directly. One channel for all rooms: to subscribe is no question to Redis, and nothing is missed
 * between asking and hearing. Whenever the connection was away, every room is poked.
 */
export class RedisPokes {
  readonly local = new Pokes();
  readonly #node = randomUUID();
  readonly #redis: Redis;
  readonly #timer: NodeJS.Timeout;

  private constructor(redis: Redis, forgotten: (room: RoomId) => void) {
    this.#redis = redis;
    redis.on('ready', () => void this.#listen().catch(() => redis.disconnect(true)));
    redis.on('message', (_channel: string, message: string) => {
      const [node, news, room] = JSON.parse(message) as [string, News, RoomId];
      if (node === this.#node) return;
      if (news === 'forgotten') forgotten(room);
      this.local.poke(room);
    });
    // A connection that died without a word is only noticed by asking.
    this.#timer = setInterval(() => void redis.ping().catch(() => undefined), listenEvery);
    this.#timer.unref();
  }

  /** `redis` is connected, and this one's alone. `forgotten`: another node has forgotten a room. */
  static async start(redis: Redis, forgotten: (room: RoomId) => void): Promise<RedisPokes> {
    const pokes = new RedisPokes(redis, forgotten);
    await pokes.#listen();
    return pokes;
  }

  /** What a script publishes for this node. */
  message(news: News, room: RoomId): string {
    return JSON.stringify([this.#node, news, room]);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#redis.disconnect();
  }

  async #listen(): Promise<void> {
    await this.#redis.subscribe(channel);
    this.local.pokeAll();
  }
}
