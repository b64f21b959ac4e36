import { addresses } from './addresses.ts';
import { readConfig, WrongSetting, type Config } from './config.ts';
import { pagesBuilt } from './http/app.ts';
import { openLog, type Logger } from './log.ts';
import { startServer } from './server.ts';
import { DataDirInUse, FolderNotUsable } from './store/atRest/folders.ts';
import type { EventStore } from './store/eventStore.ts';
import { openRedisStore } from './store/redis/openRedisStore.ts';
import { RedisNotUsable } from './store/redis/redisNotUsable.ts';
import { openSqliteStore } from './store/sqlite/sqliteStore.ts';
import { storeClock } from './store/storeClock.ts';

/** A stop that takes longer than this is cut short; what was acknowledged is on disk anyway. */
const patienceAtStop = 5_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  if (!pagesBuilt())
    throw new WrongSetting('The pages are not built yet: run `npm start`, which builds them first.');
  const store = await openStore(config, log);
  const server = await startServer(config, store, log);

  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), patienceAtStop).unref();
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  const reachable = config.publicUrl ? [config.publicUrl.origin] : addresses(config.host, server.port);
  process.stdout.write(`Fullturn is running.\n${reachable.map((address) => `  ${address}\n`).join('')}`);
}

function openStore({ redisUrl, dataDir, keysDir }: Config, log: Logger): Promise<EventStore> {
  if (redisUrl === null) return openSqliteStore({ dataDir, keysDir, clock: storeClock() });
  return openRedisStore({ url: redisUrl, keysDir, warn: (sentence) => log.warn(sentence) });
}

const noSuchHost = ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'];

const inWords = (error: unknown): string => {
  if ([WrongSetting, DataDirInUse, FolderNotUsable, RedisNotUsable].some((kind) => error instanceof kind))
    return (error as Error).message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'The port is taken by another program: stop it, or set PORT to another number.';
  if (code !== undefined && noSuchHost.includes(code))
    return 'HOST is no address of this machine: leave it out, or set it to one, such as 127.0.0.1.';
  if (code === 'EACCES') return 'The port may not be used by you: set PORT to a number above 1023.';
  return message;
};

main().catch((error: unknown) => {
  process.stderr.write(`Fullturn could not start. ${inWords(error)}\n`);
  process.exit(1);
});
