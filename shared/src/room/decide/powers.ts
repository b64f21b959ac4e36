import { personOf } from '../actor.ts';
import type { CommandOf } from '../commands.ts';
import { happened, nothing, refuse, type Context, type Decision } from '../decision.ts';
import { currentPhase } from '../phases.ts';
import { pausedByCoachee, stoppedNow } from '../permissions.ts';
import type { RoomEvent } from '../events.ts';
import type { RoomState } from '../state.ts';

/** The coachee ends their turn where it is. What was written stays, and leaves the wall until they choose. */
export function stop(room: RoomState): Decision {
  const turn = currentPhase(room)?.turn ?? null;
  if (turn === null) return refuse('turn/not-now');
  return stoppedNow(room) ? nothing : happened({ type: 'turnStopped', turn });
}

/** After all: only the coachee takes their stop back, and the clock goes on from where it was. */
export function goOn(room: RoomState, { run }: CommandOf<'goOn'>): Decision {
  if (!stoppedNow(room)) return refuse('turn/not-stopped');
  const resumed: RoomEvent = { type: 'turnResumed', turn: currentPhase(room)!.turn! };
  return pausedByCoachee(room) ? happened(resumed, { type: 'timeResumed', run }) : happened(resumed);
}

/** The cards of a stopped turn come back to the wall; their coachee alone can say so. */
export function showTurn(
  room: RoomState,
  { turn: index }: CommandOf<'showTurn'>,
  { actor }: Context,
): Decision {
  const turn = room.turns[index];
  if (!turn || turn.coachee !== personOf(actor)) return refuse('role/not-coachee');
  return turn.withheld ? happened({ type: 'turnShown', turn: index }) : nothing;
}

/** A wish, not a demand: the facilitator sees it and says where the minutes come from. */
export function askForTime(room: RoomState, { run }: CommandOf<'askForTime'>): Decision {
  if (currentPhase(room)?.turn == null || stoppedNow(room)) return refuse('turn/not-now');
  if (room.run!.clock.kind === 'untimed') return refuse('time/no-clock');
  if (room.wish) return refuse('time/already-wished');
  return happened({ type: 'moreTimeAsked', run });
}

export const declineTime = (room: RoomState, { run }: CommandOf<'declineTime'>): Decision =>
  room.wish ? happened({ type: 'moreTimeDeclined', run }) : nothing;
