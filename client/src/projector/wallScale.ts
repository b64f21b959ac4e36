import type { Wall } from '#shared/room/state.ts';

/** What the wall's words are multiplied by. At 1 nothing that is read is below 6 % of the height. */
export const wallScale: Readonly<Record<Wall['size'], number>> = { s: 0.9, m: 1, l: 1.15 };
