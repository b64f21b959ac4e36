import type { Rate } from './pace.ts';

/** How fast one page and its connection may go (docs/decisions/0005-limits.md). */
export interface Paces {
  /** Commands and `resync` of one page. */
  readonly commands: Rate;
  /** Messages of one connection, of any kind. */
  readonly messages: Rate;
}

export const usualPaces: Paces = {
  commands: { burst: 40, perSecond: 5 },
  // No page of ours comes near.
  messages: { burst: 400, perSecond: 50 },
};
