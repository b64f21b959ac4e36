import { protocolVersion, type Farewell, type Handshake, type Seat } from '#shared/protocol/messages.ts';
import * as v from 'valibot';
import type { HeldRoom } from '../rooms/heldRoom.ts';
import type { RoomHub } from '../rooms/roomHub.ts';
import { hashSecret, sameSecret } from '../secrets.ts';
import type { EventStore } from '../store/eventStore.ts';

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
}

/** Checks what a page says when it connects, before it is told anything. Rejects with `StoreUnavailable`. */
export async function admit(store: EventStore, hub: RoomHub, auth: unknown): Promise<Admitted | Farewell> {
  const parsed = v.safeParse(handshake, auth);
  if (!parsed.success) return isOld(auth) ? 'page-too-old' : 'not-let-in';
  const { protocol, room, page, link, device } = parsed.output;
  if (protocol !== protocolVersion) return 'page-too-old';
  const held = await hub.open(room);
  if (!held) return 'no-such-room';
  const seated = (power: Seat['power'], person: Seat['person'], key: string | null): Admitted => ({
    held,
    seat: { power, person },
    secretHash: key,
  });

  if (page === 'console') {
    const key = hashSecret(link);
    const grant = await store.grant(key);
    const ours = grant?.room === room && grant.power === 'facilitator';
    return ours ? seated('facilitator', grant.person, key) : 'not-let-in';
  }
  const atTheDoor = sameSecret(link, held.live.state.door);
  if (page === 'wall') return atTheDoor ? seated('wall', null, null) : 'not-let-in';
  if (!device) return 'not-let-in';
  const key = hashSecret(device);
  const grant = await store.grant(key);
  if (grant?.room === room && grant.power === 'participant') return seated('participant', grant.person, key);
  return atTheDoor && !grant ? seated('participant', null, key) : 'not-let-in';
}

/** A page of another version may say things in another shape. */
const isOld = (auth: unknown): boolean => {
  const protocol = (auth as { protocol?: unknown } | null)?.protocol;
  return typeof protocol === 'number' && protocol !== protocolVersion;
};
