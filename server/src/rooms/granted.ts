import type { PersonId } from '#shared/ids.ts';
import { personOf } from '#shared/room/actor.ts';
import type { Decision } from '#shared/room/decision.ts';
import type { Grant } from '../store/eventStore.ts';
import type { Order } from './decideAll.ts';

type Made = Exclude<Decision, { rejection: unknown }>;
type Given = Omit<Grant, 'room'> & { readonly secretHash: string };

/** Who came in by a `join`. */
export const joinedIn = ({ events }: Made): PersonId | null =>
  events.find((event) => event.type === 'personJoined')?.person ?? null;

/** What secrets open from now on: a device that came in or knocked, and a wall for who now facilitates. */
export function granted({ command, actor, secretHash, wallHash }: Order, decision: Made): Given[] {
  if (secretHash === null) return [];
  if (command.type === 'join') {
    const person = joinedIn(decision) ?? knockedIn(decision);
    const power = actor.kind === 'facilitator' ? 'facilitator' : 'participant';
    return person === null ? [] : [{ secretHash, power, person }];
  }
  if (command.type === 'knockOfWall') return [{ secretHash, power: 'wall', person: command.key }];
  const leads = decision.events.some(
    (event) => event.type === 'roleSet' && event.role === 'facilitator' && event.person === personOf(actor),
  );
  return leads && wallHash !== null ? [{ secretHash: wallHash, power: 'wall', person: null }] : [];
}

const knockedIn = ({ sealed }: Made): PersonId | null =>
  sealed.find(({ kind }) => kind === 'knock')?.key ?? null;
