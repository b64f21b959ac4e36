import { Redis, type RedisOptions } from 'ioredis';
import { seconds } from '#shared/time.ts';
import { RedisNotUsable } from './redisNotUsable.ts';

/** Everybody is told within two seconds that the store is away. */
const patience = 1_500;
const atStart = seconds(5);

const options = {
  lazyConnect: true,
  // A command is sent once: whether it acted when the answer was lost, only the log can tell.
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  // Each place subscribes by itself, and then knows that it may have missed something.
  autoResubscribe: false,
  commandTimeout: patience,
  // A connection that is silent is cut, so that commands after the first are refused at once.
  socketTimeout: patience,
  connectTimeout: patience,
  retryStrategy: (times: number) => Math.min(50 * times, 500),
  // After a failover this may still be the old primary, or not yet the new one.
  reconnectOnError: ({ message }: Error) => message.startsWith('READONLY'),
  disableClientInfo: true,
} satisfies RedisOptions;

/** Rejects with `RedisNotUsable`, without the password, when Redis does not answer in five seconds. */
export async function connect(url: URL): Promise<Redis> {
  const redis = new Redis(url.href, options);
  let why = 'no answer';
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  redis.on('error', (error: Error) => (why = error.message));
  redis.once('ready', resolve);
  const timer = setTimeout(reject, atStart);
  redis.connect().catch(() => undefined);
  try {
    await ready;
    return redis;
  } catch {
    redis.disconnect();
    throw new RedisNotUsable(
      `Redis at ${url.host} cannot be reached (${why}). Start it, or set REDIS_URL to the right address.`,
    );
  } finally {
    clearTimeout(timer);
  }
}
