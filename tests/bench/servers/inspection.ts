import { ownCpu } from '../processes/cpu.ts';

/** What every server tells of itself. */
export const inspection = {
  /** Where the operating system does not tell. */
  cpu: (_: null): number => ownCpu(),
  /** Bytes that are resident, without what nobody needs any more. */
  memory(_: null): number {
    void gc?.();
    void gc?.();
    return process.memoryUsage.rss();
  },
};
