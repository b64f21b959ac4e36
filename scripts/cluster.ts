/** Two servers on one Redis behind a proxy, as docker-compose.cluster.yml, on this machine without Docker. */
import { resolve } from 'node:path';
import { readConfig } from '../server/src/config.ts';
import { Cluster } from './cluster/cluster.ts';
import { findRedis, redisMissing } from './redis.ts';

function end(sentence: string): never {
  process.stderr.write(`The nodes could not start. ${sentence}\n`);
  process.exit(1);
}

if (findRedis() === null) end(redisMissing);
const { port, dataDir } = readConfig(process.env);
const cluster = await Cluster.start(resolve(dataDir, 'cluster'), port, { detached: true }).catch(
  (error: unknown) => end((error as Error).message),
);
process.stdout.write(
  `Fullturn is running on ${cluster.nodes.length} nodes.\n  http://localhost:${cluster.port}\n`,
);
const stop = () => void cluster.stop().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
