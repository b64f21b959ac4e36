import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { FolderNotUsable, readyFolder, syncFolder } from '../atRest/folders.ts';
import { keysFolder } from './layout.ts';

/**
 * Makes sure that this is the folder in which the other nodes of this Redis keep the keys. In another
 * one every room would seem to be forgotten, and its people would be told so. Rejects with
 * `FolderNotUsable`.
 */
export async function sameKeysFolder(redis: Redis, dir: string): Promise<void> {
  readyFolder(dir, 'keys');
  const file = join(dir, 'folder-of-redis');
  const known = await redis.get(keysFolder);
  if (known === null) await redis.set(keysFolder, named(file) ?? name(dir, file), 'NX');
  if ((known ?? (await redis.get(keysFolder))) === named(file)) return;
  throw new FolderNotUsable(
    `KEYS_DIR ${dir} is not the folder in which this Redis's rooms have their keys. ` +
      'Set KEYS_DIR to the one that all servers share, or REDIS_URL to an empty Redis.',
  );
}

function named(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Of several nodes that start on a new folder one names it. */
function name(dir: string, file: string): string {
  const id = randomUUID();
  try {
    writeFileSync(file, id, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(file, 'utf8');
    throw error;
  }
  syncFolder(dir);
  return id;
}
