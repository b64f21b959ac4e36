import type { Redis } from 'ioredis';
import { sameKeysFolder } from './keysFolder.ts';
import { RedisNotUsable } from './redisNotUsable.ts';
import { safeSettings, type RedisSettings } from './redisSettings.ts';

interface Wanted {
  readonly mayLoseASecond: boolean;
  readonly keysDir: string;
}

/**
 * Whether Redis may be used. Looked at anew after each reconnect, since behind the same address another
 * one may have come up, and with each call for as long as it may not.
 */
export class Fitness {
  readonly #redis: Redis;
  readonly #wanted: Wanted;
  readonly #warn: (sentence: string) => void;
  #checked: Promise<RedisSettings> | null = null;
  #warned = '';

  /** Every refusal is told to `warn`, once for as long as it is the same. */
  constructor(redis: Redis, wanted: Wanted, warn: (sentence: string) => void) {
    this.#redis = redis;
    this.#wanted = wanted;
    this.#warn = warn;
    redis.on('ready', () => (this.#checked = null));
  }

  /** Rejects with `RedisNotUsable` or `FolderNotUsable`, or when Redis does not answer. */
  fit(): Promise<RedisSettings> {
    this.#checked ??= this.#check();
    return this.#checked;
  }

  async #check(): Promise<RedisSettings> {
    try {
      const settings = await safeSettings(this.#redis, this.#wanted.mayLoseASecond);
      await sameKeysFolder(this.#redis, this.#wanted.keysDir);
      this.#warned = '';
      return settings;
    } catch (error) {
      this.#checked = null;
      if (error instanceof RedisNotUsable && error.message !== this.#warned) {
        this.#warned = error.message;
        this.#warn(error.message);
      }
      throw error;
    }
  }
}
