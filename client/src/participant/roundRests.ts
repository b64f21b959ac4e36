import { floorRests, leftOut } from '#shared/room/voices.ts';
import { currentPhase } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';

/**
 * What a round that is through leaves: in a phase of the turn, or where nobody wished to speak, time that
 * is the coachee's if they want it; else nothing. Null while it goes on.
 */
export function roundRests(room: RoomState): 'coachees' | 'done' | null {
  const { round } = room.floor;
  if (!round || round.waiting.length > 0 || !floorRests(room)) return null;
  if (round.spoke.length + round.passed.length + leftOut(room).length === 0) return null;
  return currentPhase(room)?.turn != null || round.spoke.length === 0 ? 'coachees' : 'done';
}
