/**
 * The program on a clock that tests can move on, so that a minute without a facilitator need not be
 * waited for. All else is as in `server/src/main.ts`. It takes milliseconds from the process that
 * started it, over the pipe between the two; nothing else can reach it.
 */
import { readConfig } from '#server/config.ts';
import { openLog } from '#server/log.ts';
import { alone } from '#server/nodes/node.ts';
import { startServer } from '#server/server.ts';
import { openSqliteStore } from '#server/store/sqlite/sqliteStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { duration, later } from '#shared/time.ts';

const real = storeClock();
let moved = 0;
process.on('message', (by: unknown) => {
  moved += Number(by);
  process.send?.(moved);
});

const config = readConfig(process.env);
const { dataDir, keysDir } = config;
const clock = { rate: 1, now: () => later(real.now(), duration(moved)) };
const store = await openSqliteStore({ dataDir, keysDir, clock });
await startServer(config, alone(store), openLog(config.logLevel));
process.stdout.write('Fullturn is running.\n');
