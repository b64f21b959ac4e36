import type { PersonId } from '../ids.ts';

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
