import { createHmac } from 'node:crypto';
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import type { NewCounter } from '../../sockets/limits.ts';
import { counterKey } from './layout.ts';

/**
 * Counts over all nodes, so that guessing on many is worth no more than on one. What is counted stands
 * in Redis under a name that only holders of `secret` can make from an address. While Redis is away each
 * node counts for itself.
 */
export function redisCounters(redis: Redis, secret: Buffer): NewCounter {
  return (name, limit) => {
    const counter = new RateLimiterRedis({
      ...limit,
      storeClient: redis,
      keyPrefix: counterKey(name),
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(limit),
      // Whoever goes on regardless costs Redis nothing more.
      inMemoryBlockOnConsumed: limit.points,
    });
    const hidden = (what: string | number): string =>
      createHmac('sha256', secret).update(`${what}`).digest('base64url');
    return { get: (what) => counter.get(hidden(what)), consume: (what) => counter.consume(hidden(what)) };
  };
}
