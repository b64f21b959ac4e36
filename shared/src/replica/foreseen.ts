import type { CommandId } from '../ids.ts';
import type { Seat } from '../protocol/messages.ts';
import { acting } from '../room/actor.ts';
import type { PersonCommand } from '../room/commands.ts';
import { refusedBeforehand } from '../room/decide/refusedBeforehand.ts';
import { decideShownAtOnce, isShownAtOnce } from '../room/decide/shownAtOnce.ts';
import { evolve } from '../room/evolve.ts';
import type { RoomState } from '../room/state.ts';

/** What a page shows of a command before the server has answered. */
export interface Foreseen {
  readonly id: CommandId;
  /** Id of the card that waits for the server, or `hand`. */
  readonly mark: string;
  /** The room as it will be, or as it is where the rules would refuse. */
  on(room: RoomState, seat: Seat): RoomState;
}

export type Foresee = typeof foreseen;

/** Null where a page waits for the server. It stands apart from the replica because it brings rules along. */
export function foreseen(id: CommandId, command: PersonCommand): Foreseen | null {
  if (!isShownAtOnce(command)) return null;
  return {
    id,
    mark: 'card' in command ? command.card : 'hand',
    on(room, { power, person }) {
      const actor = acting(room, power === 'wall' ? { kind: 'wall' } : { kind: power, person });
      if (refusedBeforehand(room, command, actor)) return room;
      const decision = decideShownAtOnce(room, command, {
        now: room.changedAt,
        actor,
        newId: () => id,
        newCode: () => '',
        newDoor: () => '',
      });
      if ('rejection' in decision) return room;
      return decision.events.reduce((now, event) => evolve(now, { ...event, id, at: room.changedAt }), room);
    },
  };
}
