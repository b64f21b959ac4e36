import type { PersonCommand } from '#shared/room/commands.ts';
import type { Sealed } from '#shared/room/sealed.ts';
import type { RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import { foreseen } from './foreseen.ts';

/** Takes back the latest action; null when there is none, or it cannot be taken back any more. */
export function undoCommand(room: RoomState, sealed: Sealed, now: Instant): PersonCommand | null {
  if (!room.undo) return null;
  const command: PersonCommand = { type: 'undo', action: room.undo.id };
  return foreseen(room, sealed, command, now).rejection === null ? command : null;
}
