import { describe } from 'vitest';
import { findRedis, redisMissing } from '../../scripts/redis.ts';

/**
 * Where there is no Redis the tests that need it fail under CI=true, and elsewhere are left out with a
 * line that says so.
 */
export function describeWithRedis(title: string, tests: () => void): void {
  const found = findRedis() !== null;
  if (!found && process.env['CI'] === 'true') throw new Error(redisMissing);
  if (!found) process.stderr.write(`Left out: ${title}. ${redisMissing}\n`);
  describe.runIf(found)(title, tests);
}
