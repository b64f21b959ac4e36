import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another process (or another store in this one) has the data folder open. */
export class DataDirInUse extends Error {}

/** A folder cannot be used as it is. The message says which, and what to do. */
export class FolderNotUsable extends Error {}

export const inUseSentence = (dir: string): string =>
  `Another Fullturn is already running on the data folder ${dir}. Stop it, or set DATA_DIR to another folder.`;

/** Makes the folder where it is missing and tries to write in it; throws `FolderNotUsable`. */
export function readyFolder(dir: string, what: 'data' | 'keys'): void {
  const probe = join(dir, `.write-check-${process.pid}`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '');
    rmSync(probe, { force: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new FolderNotUsable(
      `Fullturn cannot write in the ${what} folder ${dir} (${code}). ` +
        `Let it write there, or set ${what === 'data' ? 'DATA_DIR' : 'KEYS_DIR'} to another folder.`,
    );
  }
}

/** Makes new and removed names in a folder durable. Windows has no such call and does it by itself. */
export function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
