import type { Seat } from '#shared/protocol/messages.ts';
import type { Actor } from '#shared/room/actor.ts';
import { acting } from '#shared/room/actor.ts';
import type { RoomState } from '#shared/room/state.ts';

/** Who asks from this seat, before the rules look at what they are in the room. */
export function actorOf({ power, person }: Seat, speaksFor?: string): Actor {
  if (power === 'wall') return { kind: 'wall' };
  return { kind: power, person, ...(speaksFor !== undefined && { speaksFor }) };
}

/** As whom this seat reads the sealed box. */
export const readerOf = (room: RoomState, seat: Seat) => ({
  person: seat.person,
  facilitator: acting(room, actorOf(seat)).kind === 'facilitator',
});
