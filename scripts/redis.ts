import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['redis-server', 'valkey-server'];

/** What to do where there is none. */
export const redisMissing =
  'The tests of the Redis store need redis-server: install it (Debian: apt install redis-server), ' +
  'or set REDIS_SERVER to one.';

/** A Redis for the tests: REDIS_SERVER, or one on the PATH. Null if none. */
export function findRedis(): string | null {
  const { REDIS_SERVER, PATH = '' } = process.env;
  const onPath = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return [REDIS_SERVER ?? '', ...onPath].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Gets one from Debian, as root. It comes with a service of its own, which the tests do not use. */
function getRedis(): void {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', 'redis-server'],
  ])
    try {
      execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    } catch {
      // It may not work here; whether there is a Redis is looked at afterwards.
    }
}

if (process.argv.includes('--ensure')) {
  if (!findRedis()) getRedis();
  if (!findRedis()) {
    process.stderr.write(`${redisMissing}\n`);
    // Elsewhere the tests say themselves that they were left out.
    if (process.env['CI'] === 'true') process.exit(1);
  }
}
