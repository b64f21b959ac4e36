import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const pin = (pid: number, cores: string): boolean =>
  spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, `${pid}`]).status === 0;

/**
 * The last core is for the clients, the others for what is measured. This process goes to the servers'
 * side, so that they, and a Redis, begin there; it does nothing while something is measured.
 */
export function keepApart(driver: number): string {
  const cores = availableParallelism();
  if (cores < 2) return 'Not pinned: there is one core, which clients and server share.';
  const servers = cores === 2 ? '0' : `0-${cores - 2}`;
  const pinned = pin(driver, `${cores - 1}`) && pin(process.pid, servers);
  if (!pinned) return 'Not pinned: there is no taskset here, and clients and server may share cores.';
  return `Server on core ${servers}, clients on core ${cores - 1}.`;
}
