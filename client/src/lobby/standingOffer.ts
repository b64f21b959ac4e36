import type { PersonId } from '#shared/ids.ts';
import type { Role } from '#shared/method/phase.ts';
import type { Sealed } from '#shared/room/sealed.ts';

/**
 * What somebody still says they could be today. A "not today" takes their offer to be coachee back:
 * otherwise their next press on anything else would send the old offer again, as a new one.
 */
export function standingOffer({ offer, invitation }: Sealed, person: PersonId): readonly Role[] {
  const roles = offer[person] ?? [];
  return invitation[person]?.declined ? roles.filter((role) => role !== 'coachee') : roles;
}
