import { RoomKeys } from '../atRest/roomKeys.ts';
import type { EventStore } from '../eventStore.ts';
import { connect } from './connection.ts';
import { sameKeysFolder } from './keysFolder.ts';
import { RedisClock } from './redisClock.ts';
import { RedisNotUsable } from './redisNotUsable.ts';
import { RedisPokes } from './redisPokes.ts';
import { safeSettings, type RedisSettings } from './redisSettings.ts';
import { RedisStore } from './redisStore.ts';
import { RedisSweeper } from './redisSweeper.ts';
import { defineScripts } from './scripts.ts';

export interface RedisOptions {
  /** `redis:` or `rediss:`, with the password if it needs one. */
  readonly url: URL;
  /** Shared by all nodes. */
  readonly keysDir: string;
  /** Takes sentences for whoever looks after the server; nothing private stands in them. */
  readonly warn: (sentence: string) => void;
}

/** Rejects with `RedisNotUsable` or `FolderNotUsable`, whose messages are for whoever starts Fullturn. */
export async function openRedisStore({ url, keysDir, warn }: RedisOptions): Promise<EventStore> {
  const redis = await connect(url);
  const closing: { disconnect(): void }[] = [redis];
  try {
    defineScripts(redis);
    const check = async (): Promise<RedisSettings> => {
      const settings = await safeSettings(redis);
      await sameKeysFolder(redis, keysDir);
      return settings;
    };
    if ((await check()).appendfsync === 'everysec') warn(everySecond);
    // Behind the same address another Redis may have come up, or this one with other settings.
    let fit: Promise<unknown> = Promise.resolve();
    redis.on('ready', () => {
      fit = check();
      fit.catch((error: unknown) => {
        if (error instanceof RedisNotUsable) warn(error.message);
      });
    });
    const keys = new RoomKeys(keysDir);
    const listening = await connect(url);
    closing.push(listening);
    const pokes = await RedisPokes.start(listening, (room) => keys.drop(room));
    const clock = await RedisClock.start(redis);
    const sweeper = new RedisSweeper(redis);
    await sweeper.swept().catch(() => sweeper.later());
    return new RedisStore({ redis, fit: async () => void (await fit), keys, clock, pokes, sweeper });
  } catch (error) {
    for (const connection of closing) connection.disconnect();
    throw error;
  }
}

const everySecond =
  'Redis writes to its disk once a second (appendfsync everysec): when its machine loses power, the last ' +
  'second or two can be lost. Set appendfsync always there to have every answer on disk.';
