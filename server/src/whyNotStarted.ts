import { WrongSetting } from './config.ts';
import { DataDirInUse, FolderNotUsable } from './store/atRest/folders.ts';
import { RedisNotUsable } from './store/redis/redisNotUsable.ts';

const noSuchHost = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'];

/** A failed start in one sentence, which says what to do where that is known. */
export function whyNotStarted(error: unknown): string {
  if ([WrongSetting, DataDirInUse, FolderNotUsable, RedisNotUsable].some((kind) => error instanceof kind))
    return (error as Error).message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program: stop it, or set PORT to another number.';
  if (code !== undefined && noSuchHost.includes(code))
    return 'HOST is no address of this machine: leave it out, or set it to one, such as 127.0.0.1.';
  if (code === 'EACCES') return 'The port may not be used by you: set PORT to a number above 1023.';
  return message;
}
