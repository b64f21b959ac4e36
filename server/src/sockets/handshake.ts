import { protocolVersion, type Farewell, type Handshake, type Seat } from '#shared/protocol/messages.ts';
import type { PersonId } from '#shared/ids.ts';
import { personById } from '#shared/room/people.ts';
import * as v from 'valibot';
import type { HeldRoom } from '../rooms/heldRoom.ts';
import type { RoomHub } from '../rooms/roomHub.ts';
import { hashSecret, sameSecret, wallSecretOf } from '../secrets.ts';
import type { EventStore, Grant } from '../store/eventStore.ts';

const secret = v.pipe(v.string(), v.maxLength(64));
const handshake: v.GenericSchema<unknown, Handshake> = v.strictObject({
  protocol: v.number(),
  room: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
  page: v.picklist(['participant', 'console', 'wall']),
  link: secret,
  device: v.exactOptional(v.pipe(secret, v.minLength(22))),
});

export interface Admitted {
  readonly held: HeldRoom;
  readonly seat: Seat;
  /** By which this page's person is known again. */
  readonly secretHash: string | null;
  /** What opens a wall for this page's person, while they facilitate. */
  readonly wallSecret: string | null;
  /** The same, hashed: every command brings it along. */
  readonly wallHash: string | null;
  /** Whose link opened this wall: it goes with them. */
  readonly linkOf: PersonId | null;
  /** Who somebody at the door becomes by their personal link, once they say their name. */
  readonly invited: PersonId | null;
  /** The knock with which this wall was let in. */
  readonly knock: PersonId | null;
  /** Came by nothing but the door: what changes when somebody is removed. */
  readonly byDoor: boolean;
  /** Stands at the door and is told nothing of the room yet. */
  readonly visits: boolean;
}

/** Checks what a page says when it connects, before it is told anything. Rejects with `StoreUnavailable`. */
export async function admit(store: EventStore, hub: RoomHub, auth: unknown): Promise<Admitted | Farewell> {
  const parsed = v.safeParse(handshake, auth);
  if (!parsed.success) return isOld(auth) ? 'page-too-old' : 'not-let-in';
  if (parsed.output.protocol !== protocolVersion) return 'page-too-old';
  const held = await hub.open(parsed.output.room);
  if (!held) return 'no-such-room';
  const way = { participant: admitParticipant, console: admitConsole, wall: admitWall };
  return way[parsed.output.page](store, held, parsed.output);
}

type More = Partial<Omit<Admitted, 'held' | 'seat' | 'wallHash'>>;
const seated = (held: HeldRoom, seat: Seat, more: More = {}): Admitted => ({
  held,
  seat,
  secretHash: null,
  wallSecret: null,
  wallHash: more.wallSecret ? hashSecret(more.wallSecret) : null,
  linkOf: null,
  invited: null,
  knock: null,
  byDoor: false,
  visits: false,
  ...more,
});

async function grantOf(store: EventStore, { live }: HeldRoom, key: string): Promise<Grant | null> {
  const grant = await store.grant(key);
  return grant?.room === live.id ? grant : null;
}

const atTheDoor = (held: HeldRoom, link: string): boolean => sameSecret(link, held.live.state.door);

const wasRemoved = ({ live }: HeldRoom, id: PersonId | null): boolean =>
  personById(live.state, id)?.presence === 'removed';

/** Whether a wall that knocked is let in. */
const isIn = ({ live }: HeldRoom, knock: PersonId): boolean => live.sealed.knock[knock]?.state === 'in';

/** Whom the room has sent out since they were let in, before their page sat down. */
export function sentOutSince(admitted: Admitted, auth: unknown): Farewell | null {
  const { held, seat, linkOf, byDoor, knock } = admitted;
  if (wasRemoved(held, seat.person ?? linkOf)) return 'removed';
  if (knock !== null && !isIn(held, knock)) return 'removed';
  const { link } = auth as Handshake;
  return byDoor && seat.person === null && !atTheDoor(held, link) ? 'not-let-in' : null;
}

/** With the console's link, or on the device of somebody who is in the room and may facilitate. */
async function admitConsole(
  store: EventStore,
  held: HeldRoom,
  { link }: Handshake,
): Promise<Admitted | Farewell> {
  const secretHash = hashSecret(link);
  const grant = await grantOf(store, held, secretHash);
  const wallSecret = wallSecretOf(link);
  if (wasRemoved(held, grant?.person ?? null)) return 'removed';
  if (grant?.power === 'facilitator')
    return seated(held, { power: 'facilitator', person: grant.person }, { secretHash, wallSecret });
  if (grant?.power !== 'participant' || !personById(held.live.state, grant.person)) return 'not-let-in';
  return seated(held, { power: 'participant', person: grant.person }, { secretHash, wallSecret });
}

/** With the console's own link for it at once; with the room's door by way of the waiting room. */
async function admitWall(
  store: EventStore,
  held: HeldRoom,
  { link, device }: Handshake,
): Promise<Admitted | Farewell> {
  const { state } = held.live;
  const wall = { power: 'wall', person: null } as const;
  const opened = await grantOf(store, held, hashSecret(link));
  if (opened?.power === 'wall') {
    if (wasRemoved(held, opened.person)) return 'removed';
    return seated(held, wall, { linkOf: opened.person });
  }
  const secretHash = device === undefined ? null : hashSecret(device);
  const grant = secretHash === null ? null : await store.grant(secretHash);
  if (grant?.room === held.live.id && grant.power === 'wall' && grant.person !== null) {
    if (isIn(held, grant.person)) return seated(held, wall, { secretHash, knock: grant.person });
    if (held.live.sealed.knock[grant.person])
      return seated(held, { power: 'wall', person: grant.person }, { secretHash, visits: true });
  } else if (grant) return 'not-let-in';
  if (!atTheDoor(held, link)) return 'not-let-in';
  if (state.entry.locked) return 'locked';
  if (!state.entry.waiting) return seated(held, wall, { byDoor: true });
  return secretHash === null ? 'not-let-in' : seated(held, wall, { secretHash, byDoor: true, visits: true });
}

async function admitParticipant(
  store: EventStore,
  held: HeldRoom,
  { link, device }: Handshake,
): Promise<Admitted | Farewell> {
  const { state, sealed } = held.live;
  if (device === undefined) return 'not-let-in';
  const secretHash = hashSecret(device);
  const own = { secretHash, wallSecret: wallSecretOf(device) };
  const grant = await store.grant(secretHash);
  if (grant && (grant.room !== held.live.id || grant.power !== 'participant')) return 'not-let-in';
  const person = grant?.person ?? null;
  if (wasRemoved(held, person)) return 'removed';
  if (personById(state, person)) return seated(held, { power: 'participant', person }, own);
  /** A knock that is remembered no more was nobody's. */
  const knock = person === null ? undefined : sealed.knock[person];
  const seat = { power: 'participant', person: knock ? person : null } as const;
  const invited = await personalLink(store, held, link);
  if (!knock && invited === null && !atTheDoor(held, link)) return 'not-let-in';
  const open = invited !== null && sealed.link[invited] !== undefined;
  const ended = state.endedAt !== null;
  // After the end only who was here before has something to come for.
  if (ended && (knock ? !knock.again : open)) return 'ended';
  if (knock && (ended || !open)) return seated(held, seat, { ...own, visits: true });
  if (invited !== null && !open) return personById(state, invited) ? 'link-used' : 'not-let-in';
  if (state.entry.locked && !ended) return 'locked';
  if (open) return seated(held, seat, { ...own, invited, visits: true });
  return seated(held, seat, { ...own, byDoor: true, visits: ended || state.entry.waiting });
}

/** Whom this personal link is for, whether or not somebody came in by it. */
async function personalLink(store: EventStore, held: HeldRoom, link: string): Promise<PersonId | null> {
  const grant = await grantOf(store, held, hashSecret(link));
  return grant?.power === 'link' ? grant.person : null;
}

/** A page of another version may say things in another shape. */
const isOld = (auth: unknown): boolean => {
  const protocol = (auth as { protocol?: unknown } | null)?.protocol;
  return typeof protocol === 'number' && protocol !== protocolVersion;
};
