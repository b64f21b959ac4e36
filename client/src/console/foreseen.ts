import type { PersonCommand } from '#shared/room/commands.ts';
import { decide } from '#shared/room/decide.ts';
import { evolve } from '#shared/room/evolve.ts';
import type { Rejection } from '#shared/room/rejections.ts';
import type { Sealed } from '#shared/room/sealed.ts';
import type { RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';

/** The room as a command would leave it; or why the rules refuse it. */
export type Foreseen =
  | { readonly room: RoomState; readonly rejection: null }
  | { readonly room: null; readonly rejection: Rejection };

/**
 * What would follow if a facilitator asked for this now. The rules themselves say it, so a button rests
 * for the very reason the server would give, and a preview is what will be.
 */
export function foreseen(room: RoomState, sealed: Sealed, command: PersonCommand, now: Instant): Foreseen {
  const decision = decide(room, sealed, command, {
    now,
    actor: { kind: 'facilitator', person: null },
    newId: () => 'foreseen',
    newCode: () => '',
    newDoor: () => '',
  });
  if ('rejection' in decision) return { room: null, rejection: decision.rejection };
  const event = { id: 'foreseen', at: now };
  return {
    room: decision.events.reduce((then, one) => evolve(then, { ...one, ...event }), room),
    rejection: null,
  };
}
