import type { DriverCalls, Measured } from './driver/driver.ts';
import type { Load } from './driver/loads.ts';
import type { Contender } from './contenders.ts';
import type { Child } from './processes/child.ts';

export interface Loaded extends Measured {
  /** CPU of the server for each delivered change, in microseconds. */
  readonly cpuEach: number;
  readonly deliveredPerSecond: number;
  /** How much of one core the clients took: near 1, it is them that are measured. */
  readonly clientShare: number;
}

/** One stretch of work, seen from the server and from its clients. Throws when anything was refused. */
export async function loaded(
  contender: Contender,
  driver: Child<DriverCalls>,
  load: Load,
  seconds: number,
): Promise<Loaded> {
  const cpu = await contender.cpu();
  const measured = await driver.ask('load', { load, seconds });
  const used = (await contender.cpu()) - cpu;
  if (measured.refused > 0)
    throw new Error(`${measured.refused} changes were refused: the benchmark is wrong.`);
  return {
    ...measured,
    cpuEach: (used / measured.delivered) * 1e6,
    deliveredPerSecond: measured.delivered / measured.seconds,
    clientShare: measured.clientCpu / measured.seconds,
  };
}
