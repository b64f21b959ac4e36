import type { PersonId } from '../ids.ts';
import { personById } from './people.ts';
import type { RoomState } from './state.ts';

/** Who asks. Power comes from the link that was used, never from what a message says. */
export type Actor =
  | {
      readonly kind: 'participant' | 'facilitator';
      readonly person: PersonId | null;
      /** Somebody without a device, in whose name they ask; only a facilitator can. */
      readonly speaksFor?: PersonId;
    }
  /** Stands at the door: has knocked under an id, or not yet. */
  | {
      readonly kind: 'visitor';
      readonly person: PersonId | null;
      /** Who they will be by the personal link they have opened. */
      readonly link?: PersonId;
    }
  | { readonly kind: 'wall' }
  | { readonly kind: 'system' };

export const personOf = (actor: Actor): PersonId | null => ('person' in actor ? actor.person : null);

/**
 * Who asks, by what they are in the room now: whoever took over the console has its power with the
 * device they came with, and whoever gave it away has it no more, whatever link they hold.
 */
export function acting(room: RoomState, actor: Actor): Actor {
  if (actor.kind !== 'participant' && actor.kind !== 'facilitator') return actor;
  const person = personById(room, actor.person);
  if (!person) return actor;
  return { ...actor, kind: person.role === 'facilitator' ? 'facilitator' : 'participant' };
}
