import type { PersonId, RoomId } from '#shared/ids.ts';
import { decide } from '#shared/room/decide.ts';
import { evolve } from '#shared/room/evolve.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { forgetAt } from '#shared/room/retention.ts';
import { applySealed, type Sealed, type SealedEntry } from '#shared/room/sealed.ts';
import type { RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';
import type { Batch, Grant } from '../store/eventStore.ts';
import { granted, joinedIn } from './granted.ts';
import type { Order, Verdict } from './order.ts';
import { isRemembered } from './remembered.ts';

export interface Decided {
  readonly verdicts: readonly Verdict[];
  /** What all of them write together; null when there is nothing to write. */
  readonly batch: Batch | null;
}

interface World {
  /** Who has joined with this secret already. */
  readonly personBy: (secretHash: string) => PersonId | null;
  readonly room: RoomId;
  readonly now: Instant;
  readonly newId: () => string;
  readonly newCode: () => string;
  readonly newDoor: () => string;
}

/**
 * Decides orders one after the other, each on what the ones before it made of the room, without
 * writing anything. So a burst of commands becomes one append.
 */
export function decideAll(
  orders: readonly Order[],
  from: { readonly version: number; readonly state: RoomState; readonly sealed: Sealed },
  { room, now, personBy, ...makers }: World,
): Decided {
  let { version, state, sealed } = from;
  const events: StoredEvent[] = [];
  const entries: SealedEntry[] = [];
  const grants: { secretHash: string; grant: Grant }[] = [];
  const receipts: Batch['receipts'][number][] = [];
  const moved: Batch['moved'][number][] = [];

  /** Who a device has become, here or before. */
  const known = (hash: string | null): PersonId | null => {
    if (hash === null) return null;
    const person = grants.findLast((one) => one.secretHash === hash)?.grant.person ?? personBy(hash);
    return person !== null && isRemembered({ state, sealed }, person) ? person : null;
  };

  const verdicts = orders.map((order): Verdict => {
    const repeated = receipts.find(({ command }) => command === order.id);
    if (repeated) return { kind: 'acted', version: repeated.version, joined: null };
    const { actor: asked, secretHash: hash } = order;
    // A second click on "Come in" waits in the queue as nobody yet.
    const unnamed = hash !== null && 'person' in asked && asked.person === null;
    const person = unnamed ? known(hash) : null;
    const actor = person === null ? asked : { ...asked, person };
    // A wall that is looked at anew before its knock is written knocks again.
    if (order.command.type === 'knockOfWall' && known(hash) !== null) return { kind: 'nothing' };
    const decision = decide(state, sealed, order.command, { ...makers, now, actor });
    if ('rejection' in decision) return { kind: 'refused', rejection: decision.rejection };
    if (decision.events.length + decision.sealed.length === 0) return { kind: 'nothing' };
    for (const event of decision.events) {
      const at = now > state.changedAt ? now : state.changedAt;
      const stored: StoredEvent = { ...event, id: makers.newId(), at };
      events.push(stored);
      state = evolve(state, stored);
      version += 1;
    }
    for (const entry of decision.sealed) {
      entries.push(entry);
      sealed = applySealed(sealed, entry);
    }
    moved.push(...(decision.moved ?? []));
    for (const { secretHash, ...grant } of granted(order, decision))
      grants.push({ secretHash, grant: { room, ...grant } });
    const joined = order.command.type === 'join' ? joinedIn(decision) : null;
    if (order.id) receipts.push({ command: order.id, version });
    return { kind: 'acted', version, joined };
  });

  const writes = events.length + entries.length > 0;
  return {
    verdicts,
    batch: writes
      ? {
          events,
          sealed: entries,
          grants,
          receipts,
          forgetAt: forgetAt(state),
          code: codeIn(events),
          moved,
          rewritten: [],
        }
      : null,
  };
}

const codeIn = (events: readonly StoredEvent[]): string | null =>
  events.findLast((event) => event.type === 'codeChanged')?.code ?? null;
