import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What all nodes hide addresses with before they count them in Redis; beside the keys, which it may not read. */
export function countingSecret(keysDir: string): Buffer {
  const file = join(keysDir, 'counting-secret');
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, randomBytes(32), { mode: 0o600 });
  try {
    // Whole or not at all, and of several nodes that start at once the first one's stays.
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary);
  }
  return readFileSync(file);
}
