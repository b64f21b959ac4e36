import type { PersonId } from '#shared/ids.ts';
import { personOf } from '#shared/room/actor.ts';
import type { Decision } from '#shared/room/decision.ts';
import { hashSecret } from '../secrets.ts';
import type { Grant } from '../store/eventStore.ts';
import type { Order } from './order.ts';

type Made = Exclude<Decision, { rejection: unknown }>;
type Given = Omit<Grant, 'room'> & { readonly secretHash: string };

/** Who came in by a `join`. */
export const joinedIn = ({ events }: Made): PersonId | null =>
  events.find((event) => event.type === 'personJoined')?.person ?? null;

/** What secrets open from now on: a device that came in or knocked, a personal link, and a wall for who now facilitates. */
export function granted({ command, actor, secretHash, wallHash }: Order, decision: Made): Given[] {
  if (command.type === 'makeLink') {
    const made = decision.sealed.find(({ kind }) => kind === 'link');
    return made ? [{ secretHash: hashSecret(command.secret), power: 'link', person: made.key }] : [];
  }
  if (secretHash === null) return [];
  if (command.type === 'join') {
    const person = joinedIn(decision) ?? knockedIn(decision);
    if (person === null) return [];
    if (actor.kind !== 'facilitator') return [{ secretHash, power: 'participant', person }];
    return [{ secretHash, power: 'facilitator', person }, ...wallOf(wallHash, person)];
  }
  if (command.type === 'knockOfWall') return [{ secretHash, power: 'wall', person: command.key }];
  const person = personOf(actor);
  const leads = decision.events.some(
    (event) => event.type === 'roleSet' && event.role === 'facilitator' && event.person === person,
  );
  return leads && person !== null ? wallOf(wallHash, person) : [];
}

/** The link is that person's, so that it ends with their removal. */
const wallOf = (secretHash: string | null, person: PersonId): Given[] =>
  secretHash === null ? [] : [{ secretHash, power: 'wall', person }];

const knockedIn = ({ sealed }: Made): PersonId | null =>
  sealed.find(({ kind, value }) => kind === 'knock' && value !== null)?.key ?? null;
