import { statfsSync } from 'node:fs';
import { contenders, nameOf } from '../contenders.ts';
import type { Measurements } from '../measure.ts';
import { tellsCpu } from '../processes/cpu.ts';

const tmpfs = 0x0102_1994;
/** Above this much of a core it is the clients that are too slow. */
const mostClientShare = 0.9;

/** What whoever reads the figures must know of the machine they are from. */
export function warningsBefore(folder: string): string[] {
  const said: string[] = [];
  if (statfsSync(folder).type === tmpfs)
    said.push(`${folder} lies in memory, so writing costs nothing: give a folder on a disk with --folder.`);
  if (!tellsCpu)
    said.push('This system has no /proc: each server tells its own CPU, and Redis’s is left out.');
  if (!contenders().includes('redis')) said.push(`Left out: ${nameOf.redis}. There is no redis-server here.`);
  return said;
}

/** Which rows say more of the clients than of the server. */
export function warningsAfter({ series, grown }: Measurements): string[] {
  return [...series, ...grown]
    .filter(({ saturated }) => saturated.some(({ clientShare }) => clientShare > mostClientShare))
    .map(
      ({ contender, rooms }) =>
        `${nameOf[contender]}, ${rooms} rooms: the clients had no CPU left. It could deliver more than this says.`,
    );
}
