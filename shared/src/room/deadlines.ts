import { seconds, type Instant } from '../time.ts';
import type { RoomState } from './state.ts';

/** A transition noticed later than this after it was due is not made by itself any more (D7). */
export const lateAfter = seconds(30);

/** When something is next due to happen by itself: the running phase's zero, once. */
export function nextDeadline(room: RoomState): Instant | null {
  const run = room.run;
  return run && run.clock.kind === 'running' && run.zeroAt === null ? run.clock.endsAt : null;
}
