import { RoomKeys } from '../atRest/roomKeys.ts';
import type { Node } from '../../nodes/node.ts';
import { countingSecret } from './countingSecret.ts';
import { connect } from './connection.ts';
import { Fitness } from './fitness.ts';
import { RedisBus } from './redisBus.ts';
import { RedisClock } from './redisClock.ts';
import { redisCounters } from './redisCounters.ts';
import { RedisListening } from './redisListening.ts';
import { RedisPokes } from './redisPokes.ts';
import { RedisStore } from './redisStore.ts';
import { RedisSweeper } from './redisSweeper.ts';
import { defineScripts } from './scripts.ts';

export interface RedisOptions {
  /** `redis:` or `rediss:`, with the password if it needs one. */
  readonly url: URL;
  /** Whether one that writes to its disk once a second will do. */
  readonly mayLoseASecond: boolean;
  /** Shared by all nodes. */
  readonly keysDir: string;
  /** Takes sentences for whoever looks after the server; nothing private stands in them. */
  readonly warn: (sentence: string) => void;
}

/** Rejects with `RedisNotUsable` or `FolderNotUsable`, whose messages are for whoever starts Fullturn. */
export async function openRedisNode({ url, mayLoseASecond, keysDir, warn }: RedisOptions): Promise<Node> {
  const redis = await connect(url);
  // Whoever opens it is told what is wrong by the rejection.
  let opened = false;
  const closing: { disconnect(): void }[] = [redis];
  try {
    defineScripts(redis);
    const fitness = new Fitness(redis, { mayLoseASecond, keysDir }, (sentence) => opened && warn(sentence));
    if ((await fitness.fit()).appendfsync === 'everysec') warn(everySecond);
    const keys = new RoomKeys(keysDir);
    const hearing = await connect(url);
    closing.push(hearing);
    const listening = new RedisListening(hearing);
    const bus = await RedisBus.start(redis, listening, keys);
    const pokes = await RedisPokes.start(listening, (room) => keys.drop(room));
    const clock = await RedisClock.start(redis);
    const sweeper = new RedisSweeper(redis);
    await sweeper.swept().catch(() => sweeper.later());
    opened = true;
    return {
      store: new RedisStore({ redis, fitness, keys, clock, listening, pokes, sweeper }),
      bus,
      counters: redisCounters(redis, countingSecret(keysDir)),
    };
  } catch (error) {
    for (const connection of closing) connection.disconnect();
    throw error;
  }
}

const everySecond =
  'Redis writes to its disk once a second (appendfsync everysec): when its machine loses power, the last ' +
  'second or two can be lost. Set appendfsync always there to have every answer on disk.';
