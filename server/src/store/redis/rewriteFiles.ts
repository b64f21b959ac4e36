import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { StoreUnavailable } from '../eventStore.ts';
import { info } from './redisSettings.ts';

interface File {
  readonly start: (redis: Redis) => Promise<unknown>;
  readonly running: readonly string[];
  /** Counts the rewrites that were begun. */
  readonly begun: string;
  readonly status: string;
}

const appendOnlyFile: File = {
  start: (redis) => redis.bgrewriteaof(),
  running: ['aof_rewrite_in_progress', 'aof_rewrite_scheduled'],
  begun: 'aof_rewrites',
  status: 'aof_last_bgrewrite_status',
};
const snapshot: File = {
  start: (redis) => redis.bgsave('SCHEDULE'),
  running: ['rdb_bgsave_in_progress'],
  begun: 'rdb_saves',
  status: 'rdb_last_bgsave_status',
};

/** A rewrite is looked for this often; Redis itself looks ten times a second. */
const lookEveryMs = 20;

/**
 * Has Redis write its files anew from what it holds now; what it held before is in no file of its own
 * when this resolves. Rejects when it does not succeed.
 */
export async function rewriteFiles(redis: Redis): Promise<void> {
  await rewrite(redis, appendOnlyFile);
  const [, save = ''] = await redis.config('GET', 'save');
  if (save !== '') await rewrite(redis, snapshot);
}

/** One that is under way may have begun too early; so a later one is begun, by whomever. */
async function rewrite(redis: Redis, file: File): Promise<void> {
  const number = (lines: Map<string, string>, name: string): number => Number(lines.get(name) ?? 0);
  const before = number(await info(redis, 'persistence'), file.begun);
  for (;;) {
    const lines = await info(redis, 'persistence');
    const running = file.running.some((name) => number(lines, name) !== 0);
    const begun = number(lines, file.begun);
    if (begun < before) throw new StoreUnavailable('Redis was started again in between.');
    if (!running && begun > before) {
      if (lines.get(file.status) === 'ok') return;
      throw new StoreUnavailable('Redis could not write its files anew.');
    }
    if (!running) await file.start(redis).catch(ifUnderWay);
    await sleep(lookEveryMs);
  }
}

function ifUnderWay(error: unknown): void {
  if (!/in progress/i.test((error as Error).message)) throw error;
}
