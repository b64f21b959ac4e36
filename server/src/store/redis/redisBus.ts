import type { Redis } from 'ioredis';
import type { RoomId } from '#shared/ids.ts';
import type { Bus } from '../../nodes/bus.ts';
import { letterPlace } from '../atRest/places.ts';
import type { RoomKeys } from '../atRest/roomKeys.ts';
import { lettersTo, nodes as channel } from './layout.ts';
import type { RedisListening } from './redisListening.ts';

/** Between a letter's room, whose id has none, and what is sealed. */
const lineEnd = 0x0a;

/**
 * Words between nodes by publish: in no key, no file and no replica's file. Letters are sealed with
 * their room's key as well, as all content is that leaves a node.
 */
export class RedisBus implements Bus {
  readonly #redis: Redis;
  readonly #listening: RedisListening;
  readonly #keys: RoomKeys;
  readonly #listeners: ((word: string) => void)[] = [];

  private constructor(redis: Redis, listening: RedisListening, keys: RoomKeys) {
    this.#redis = redis;
    this.#listening = listening;
    this.#keys = keys;
  }

  static async start(redis: Redis, listening: RedisListening, keys: RoomKeys): Promise<RedisBus> {
    const bus = new RedisBus(redis, listening, keys);
    await listening.hear(channel, {
      heard: (word) => bus.#listeners.forEach((heard) => heard(word.toString())),
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

  send(to: string, room: RoomId, letter: string): void {
    const sealed = this.#keys.sealOf(room)?.seal(letterPlace(room, to), letter);
    if (!sealed) return;
    const message = Buffer.concat([Buffer.from(room), Buffer.of(lineEnd), sealed]);
    void this.#redis.publish(lettersTo(to), message).catch(() => undefined);
  }

  receive(name: string, got: (room: RoomId, letter: string) => void): void {
    const heard = (message: Buffer) => {
      const end = message.indexOf(lineEnd);
      const room = message.toString('utf8', 0, Math.max(0, end));
      const letter = this.#opened(name, room, message.subarray(end + 1));
      if (letter !== null) got(room, letter);
    };
    // Where Redis is away just now, the next connection hears.
    void this.#listening.hear(lettersTo(name), { heard, back: () => undefined }).catch(() => undefined);
  }

  /** Null for what is of a room that is forgotten meanwhile, or was not sealed by a node of ours. */
  #opened(name: string, room: RoomId, sealed: Uint8Array): string | null {
    try {
      return this.#keys.sealOf(room)?.open(letterPlace(room, name), sealed) ?? null;
    } catch {
      return null;
    }
  }
}
