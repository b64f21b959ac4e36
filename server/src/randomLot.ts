import { randomFillSync } from 'node:crypto';

/** Bytes that nobody can guess are had in lots: to ask for twelve of them costs as much as to ask for thousands. */
const lot = Buffer.alloc(8_192);
let used = lot.length;

/** So many random bytes, at most a lot. They are part of the lot, so take what they say before the next are drawn. */
export function drawBytes(count: number): Buffer {
  if (used + count > lot.length) {
    randomFillSync(lot);
    used = 0;
  }
  used += count;
  return lot.subarray(used - count, used);
}
