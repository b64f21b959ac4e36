/** Two servers on one Redis behind a proxy, as docker-compose.cluster.yml, on this machine without Docker. */
import { resolve } from 'node:path';
import { readConfig } from '../server/src/config.ts';
import { Cluster } from './cluster/cluster.ts';
import { findRedis, redisMissing } from './redis.ts';

if (findRedis() === null) {
  process.stderr.write(`${redisMissing}\n`);
  process.exit(1);
}
const { port, dataDir } = readConfig(process.env);
const cluster = await Cluster.start(resolve(dataDir, 'cluster'), port);
process.stdout.write(
  `Fullturn is running on ${cluster.nodes.length} nodes.\n  http://localhost:${cluster.port}\n`,
);
const stop = () => void cluster.stop().then(() => process.exit(0));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
