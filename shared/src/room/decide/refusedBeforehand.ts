import type { Actor } from '../actor.ts';
import type { CommandType, PersonCommand } from '../commands.ts';
import { refuse, type Decision } from '../decision.ts';
import { barrier } from '../permissions.ts';
import type { RoomState } from '../state.ts';

/** What can still be done when the session is over: taking along, coming back for it, and forgetting. */
const afterTheEnd: readonly CommandType[] = [
  'undo',
  'join',
  'admit',
  'turnAway',
  'leave',
  'comeBack',
  'setAside',
  'bringBack',
  'showTurn',
  'releaseCard',
  'forgetCard',
  'forgetSession',
  'shortenKeeping',
];

/** The refusal that any command may meet before its own rule is asked; null when nothing stands in its way. */
export function refusedBeforehand(room: RoomState, command: PersonCommand, actor: Actor): Decision | null {
  const barred = barrier(room, command.type, actor);
  if (barred) return refuse(barred);
  if (room.endedAt !== null && !afterTheEnd.includes(command.type)) return refuse('session/ended');
  if ('run' in command) {
    if (!room.run) return refuse('session/not-started');
    if (command.run !== room.run.id) return refuse('phase/over');
  }
  return null;
}
