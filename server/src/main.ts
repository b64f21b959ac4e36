import { addresses, reachableOrigin } from './addresses.ts';
import { readConfig, WrongSetting, type Config } from './config.ts';
import { pagesBuilt } from './http/app.ts';
import { openLog, type Logger } from './log.ts';
import { alone, type Node } from './nodes/node.ts';
import { startServer } from './server.ts';
import { openRedisNode } from './store/redis/openRedisNode.ts';
import { openSqliteStore } from './store/sqlite/sqliteStore.ts';
import { storeClock } from './store/storeClock.ts';
import { terminalQr } from './terminalQr.ts';
import { whyNotStarted } from './whyNotStarted.ts';

/** Once the pages have gone, a stop that takes longer is cut short; what was acknowledged is on disk anyway. */
const patienceAtStop = 5_000;
const signals = ['SIGTERM', 'SIGINT'] as const;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  if (!pagesBuilt())
    throw new WrongSetting('The pages are not built yet: run `npm start`, which builds them first.');
  const server = await startServer(config, await openNode(config, log), log);

  const stop = (signal: NodeJS.Signals) => {
    // A second signal ends the process at once.
    for (const each of signals) process.off(each, stop);
    log.info({ signal }, 'stopping');
    void server.leave().then(() => {
      setTimeout(() => process.exit(1), patienceAtStop).unref();
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  };
  for (const each of signals) process.on(each, stop);

  const reachable = config.publicUrl ? [config.publicUrl.origin] : addresses(config.host, server.port);
  process.stdout.write(`Fullturn is running.\n${reachable.map((address) => `  ${address}\n`).join('')}`);
  const forOthers = reachableOrigin(config.publicUrl, config.host, server.port);
  if (forOthers && process.stdout.isTTY)
    process.stdout.write(`\nFor other devices, ${forOthers}:\n${terminalQr(forOthers)}`);
}

async function openNode(
  { redisUrl, redisMayLoseASecond, dataDir, keysDir }: Config,
  log: Logger,
): Promise<Node> {
  if (redisUrl === null) return alone(await openSqliteStore({ dataDir, keysDir, clock: storeClock() }));
  const warn = (sentence: string) => log.warn(sentence);
  return openRedisNode({ url: redisUrl, mayLoseASecond: redisMayLoseASecond, keysDir, warn });
}

main().catch((error: unknown) => {
  process.stderr.write(`Fullturn could not start. ${whyNotStarted(error)}\n`);
  process.exit(1);
});
