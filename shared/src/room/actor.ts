import type { PersonId } from '../ids.ts';

/** Who asks. Power comes from the link that was used, never from what a message says. */
export type Actor =
  | { readonly kind: 'participant'; readonly person: PersonId | null }
  | { readonly kind: 'facilitator'; readonly person: PersonId | null }
  | { readonly kind: 'wall' }
  | { readonly kind: 'system' };

export const personOf = (actor: Actor): PersonId | null => ('person' in actor ? actor.person : null);
