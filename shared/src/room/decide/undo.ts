import type { CommandOf } from '../commands.ts';
import { refuse, type Context, type Decision } from '../decision.ts';
import { isProtected } from '../permissions.ts';
import { currentPhase } from '../phases.ts';
import type { Sealed } from '../sealed.ts';
import type { RoomState } from '../state.ts';
import { scopeOf, type Undo } from '../undo.ts';
import { invitationsBeyond } from './plan.ts';

/** Takes back the facilitators' latest action, by its name: a second click takes nothing more back. */
export function undo(
  room: RoomState,
  sealed: Sealed,
  { action }: CommandOf<'undo'>,
  { now, newId }: Context,
): Decision {
  const last = room.undo;
  if (last?.id !== action) return refuse('undo/overtaken');
  if (takesMinutes(room, last) && isProtected(room, currentPhase(room), now))
    return refuse('time/listening-protected');
  const begins = scopeOf(last.action) === 'phase' && last.before.run !== null;
  return {
    events: [{ type: 'actionUndone', action, run: begins ? newId() : null }],
    sealed: last.action === 'addTurn' ? invitationsBeyond(sealed, 0) : [],
  };
}

/** What was given to the coachee is theirs. Going back to a phase, or on from one, takes no minute from them. */
const takesMinutes = ({ run }: RoomState, { action, before }: Undo): boolean =>
  action === 'addTime' && before.run !== null && run !== null && before.run.length < run.length;
