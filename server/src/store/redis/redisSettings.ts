import type { Redis } from 'ioredis';
import { RedisNotUsable } from './redisNotUsable.ts';

/** The lines of one section of INFO. */
export async function info(redis: Redis, section: 'server' | 'persistence'): Promise<Map<string, string>> {
  const lines = (await redis.info(section)).split('\r\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}

const asked = ['maxmemory-policy', 'appendonly', 'appendfsync', 'save'] as const;
export type RedisSettings = Readonly<Record<(typeof asked)[number], string>>;

/**
 * How this Redis is set. Rejects with `RedisNotUsable` when it could let go of what was acknowledged:
 * each such setting with a sentence that says what to set.
 */
export async function safeSettings(redis: Redis, mayLoseASecond: boolean): Promise<RedisSettings> {
  const server = await info(redis, 'server');
  const version = server.get('redis_version') ?? '0';
  if (Number.parseInt(version, 10) < 7)
    throw new RedisNotUsable(`This is Redis ${version}: bring in Redis 7 or later, or Valkey.`);
  if (server.get('redis_mode') === 'cluster')
    throw new RedisNotUsable(
      'This Redis is part of a cluster: set REDIS_URL to a single Redis, with replicas if you like.',
    );
  const settings = await ask(redis);
  if (settings['maxmemory-policy'] !== 'noeviction')
    throw new RedisNotUsable(
      `Redis would throw rooms away when its memory is full (maxmemory-policy ${settings['maxmemory-policy']}): ` +
        'set maxmemory-policy noeviction there.',
    );
  if (settings.appendonly !== 'yes')
    throw new RedisNotUsable(
      'Redis would lose what people were told is kept when it stops (appendonly no): ' +
        'set appendonly yes and appendfsync always there.',
    );
  if (settings.appendfsync === 'no')
    throw new RedisNotUsable(
      'Redis leaves it to the system when to write to disk (appendfsync no): set appendfsync always there.',
    );
  if (settings.appendfsync !== 'always' && !mayLoseASecond)
    throw new RedisNotUsable(
      'Redis writes to its disk once a second, so a power cut can take what people were told is kept ' +
        `(appendfsync ${settings.appendfsync}): set appendfsync always there, or REDIS_MAY_LOSE_A_SECOND=yes here.`,
    );
  return settings;
}

async function ask(redis: Redis): Promise<RedisSettings> {
  try {
    const flat = await redis.config('GET', ...asked);
    const value = (name: string): string => flat[flat.indexOf(name) + 1] ?? '';
    return Object.fromEntries(asked.map((name) => [name, value(name)])) as RedisSettings;
  } catch (error) {
    if (!/NOPERM|unknown command/i.test((error as Error).message)) throw error;
    throw new RedisNotUsable(
      'Redis does not tell how it is set, so nothing can be promised: allow CONFIG GET to the user in REDIS_URL.',
    );
  }
}
