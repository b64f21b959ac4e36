import type { PersonId, RoomId } from '#shared/ids.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { emptyRoom, fold } from '#shared/room/evolve.ts';
import { applySealed, emptySealed, type Sealed, type SealedEntry } from '#shared/room/sealed.ts';
import type { RoomState } from '#shared/room/state.ts';
import { instant } from '#shared/time.ts';
import {
  StoreUnavailable,
  emptyHead,
  type Batch,
  type EventStore,
  type Head,
  type Tail,
} from '../store/eventStore.ts';
import { decideAll, type Order, type Verdict } from './decideAll.ts';

/** How an order ended. `failed`: the store could not say whether it acted; the client may ask again. */
export type Outcome = Verdict | { readonly kind: 'failed' };

/** What one step forward in the log brought. `reset` says that it is a new beginning. */
export interface Advance {
  readonly version: number;
  readonly events: readonly StoredEvent[];
  readonly entries: readonly SealedEntry[];
  /** The sealed box before the entries: who might open what is taken out of it. */
  readonly sealedBefore: Sealed;
  readonly reset: boolean;
}

/** Who looks after a live room. */
export interface RoomWatch {
  advanced(advance: Advance): void;
  /** The log has no such room any more. */
  gone(): void;
  /** A bug: the orders it hit were answered as failed, and the room goes on from the log. */
  broke(error: unknown): void;
}

interface Waiting {
  readonly order: Order;
  readonly settle: (outcome: Outcome) => void;
}

/** Commands that wait are decided together, up to this many in one append. */
const mostAtOnce = 64;

/**
 * One room on this node: a copy of the log's state, and the queue of what people ask for. One append
 * is in flight at a time; the state moves only by what the log has taken. The copy can be thrown away
 * at any moment.
 */
export class LiveRoom {
  readonly id: RoomId;
  readonly #store: EventStore;
  readonly #newId: () => string;
  readonly #watch: RoomWatch;
  #head: Head = emptyHead;
  #state: RoomState = emptyRoom(instant(0));
  #sealed: Sealed = emptySealed;
  /** Who came in while this copy lives, by the secret of their device. */
  readonly #joined = new Map<string, PersonId>();
  #queue: Waiting[] = [];
  #poked = false;
  #working: Promise<void> | null = null;
  /** The store failed in between: the log may hold more than this copy knows. */
  #stale = false;

  constructor(id: RoomId, store: EventStore, newId: () => string, watch: RoomWatch) {
    this.id = id;
    this.#store = store;
    this.#newId = newId;
    this.#watch = watch;
  }

  get version(): number {
    return this.#head.version;
  }
  get state(): RoomState {
    return this.#state;
  }
  get sealed(): Sealed {
    return this.#sealed;
  }
  /** Reads the log for the first time. False when there is no such room. */
  async load(): Promise<boolean> {
    const tail = await this.#store.read(this.id, emptyHead);
    if (tail) this.#apply({ ...tail, reset: true });
    return tail !== null;
  }

  /** Queues an order at once, in the order of the calls; resolves when what it rests on is on disk. */
  submit(order: Order): Promise<Outcome> {
    return new Promise((settle) => {
      this.#queue.push({ order, settle });
      void this.#work();
    });
  }

  /** The log may have grown: reads what is new, after the append in flight. */
  poke(): Promise<void> {
    this.#poked = true;
    return this.#work();
  }

  #work(): Promise<void> {
    this.#working ??= this.#drain().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #drain(): Promise<void> {
    while (this.#poked || this.#queue.length > 0) {
      const waiting = this.#queue.splice(0, mostAtOnce);
      try {
        if (this.#poked || this.#stale) await this.#catchUp();
        await this.#decide(waiting);
      } catch (error) {
        await this.#afterFailure(error, waiting);
      }
    }
  }

  async #catchUp(): Promise<void> {
    this.#poked = false;
    const tail = await this.#store.read(this.id, this.#head);
    this.#stale = false;
    if (tail) this.#apply(tail);
    else this.#watch.gone();
  }

  /** A store that is away fails what waited. A bug fails only the order that has it. */
  async #afterFailure(error: unknown, waiting: readonly Waiting[]): Promise<void> {
    this.#stale = true;
    if (!(error instanceof StoreUnavailable)) this.#watch.broke(error);
    if (error instanceof StoreUnavailable || waiting.length <= 1) {
      for (const { settle } of waiting) settle({ kind: 'failed' });
      return;
    }
    for (const one of waiting)
      await this.#decide([one]).catch((again: unknown) => this.#afterFailure(again, [one]));
  }

  async #decide(waiting: readonly Waiting[]): Promise<void> {
    let open = waiting;
    while (open.length > 0) {
      const personBy = (hash: string) => this.#joined.get(hash) ?? null;
      const world = { room: this.id, now: this.#store.now(), newId: this.#newId, personBy };
      const from = { version: this.version, state: this.#state, sealed: this.#sealed };
      const orders = open.map(({ order }) => order);
      const { verdicts, batch } = decideAll(orders, from, world);
      const written = batch && (await this.#store.append(this.id, this.#head, batch));
      if (written && !written.ok && written.reason === 'conflict') {
        this.#apply(written.tail);
        continue;
      }
      if (written && !written.ok) {
        const versions = new Map(written.receipts.map(({ command, version }) => [command, version]));
        for (const { order, settle } of open) {
          const version = versions.get(order.id ?? '');
          if (version !== undefined) settle({ kind: 'acted', version, joined: null });
        }
        open = open.filter(({ order }) => !versions.has(order.id ?? ''));
        continue;
      }
      if (written) this.#wrote(batch, written.head);
      await Promise.all(
        open.map(async ({ order, settle }, i) => settle(await this.#final(order, verdicts[i]!))),
      );
      return;
    }
  }

  #wrote({ events, sealed, grants }: Batch, head: Head): void {
    for (const { secretHash, grant } of grants) if (grant.person) this.#joined.set(secretHash, grant.person);
    this.#apply({ head, events, sealed, reset: false });
  }

  /** A repeat may be refused, or find nothing to do, because it has acted before: the receipt knows. */
  async #final(order: Order, verdict: Verdict): Promise<Outcome> {
    if (verdict.kind === 'acted' || !order.id) return verdict;
    const receipt = await this.#store.receipt(this.id, order.id);
    return receipt ? { kind: 'acted', version: receipt.version, joined: null } : verdict;
  }

  #apply({ head, events, sealed, reset }: Tail): void {
    const sealedBefore = reset ? emptySealed : this.#sealed;
    this.#state = fold(events, reset ? emptyRoom(instant(0)) : this.#state);
    this.#sealed = sealed.reduce(applySealed, sealedBefore);
    this.#head = head;
    if (events.length + sealed.length === 0 && !reset) return;
    this.#watch.advanced({ version: head.version, events, entries: sealed, sealedBefore, reset });
  }
}
