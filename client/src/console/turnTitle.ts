import { personById } from '#shared/room/people.ts';
import type { RoomState } from '#shared/room/state.ts';
import { personLabel } from '../text/phaseWords.ts';
import type { Words } from './words.ts';

/** Above the parts of a turn, where there are two: whose it is. */
export function turnTitle(room: RoomState, turn: number | null): Words | null {
  if (turn === null || room.turns.length < 2) return null;
  const coachee = personById(room, room.turns[turn]?.coachee ?? null);
  const second = turn === 1;
  if (!coachee) return { key: second ? 'plan.turn.secondOpen' : 'plan.turn.firstOpen' };
  const values = { name: personLabel(room, coachee) };
  return { key: second ? 'plan.turn.second' : 'plan.turn.first', values };
}
