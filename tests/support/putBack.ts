import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RedisServer } from '../../scripts/cluster/redisServer.ts';

/**
 * Keeps what Redis's folder holds now. The function it returns kills Redis, puts the folder back as it
 * was, and starts it again: what was acknowledged in between is lost, as with a failover.
 */
export function keepFolderOf(redis: RedisServer): () => Promise<void> {
  const kept = mkdtempSync(join(tmpdir(), 'fullturn-kept-'));
  cpSync(redis.dir, kept, { recursive: true });
  return async () => {
    await redis.signal('SIGKILL');
    rmSync(redis.dir, { recursive: true });
    cpSync(kept, redis.dir, { recursive: true });
    rmSync(kept, { recursive: true });
    await redis.startAgain();
  };
}
