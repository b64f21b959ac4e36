import type { PersonId, RoomId } from '#shared/ids.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { emptyRoom, fold } from '#shared/room/evolve.ts';
import { applySealed, emptySealed, type Sealed, type SealedEntry } from '#shared/room/sealed.ts';
import type { RoomState } from '#shared/room/state.ts';
import { instant } from '#shared/time.ts';
import { upcast } from '#shared/room/upcast.ts';
import { newCode, newSecret } from '../secrets.ts';
import {
  StoreUnavailable,
  emptyHead,
  type Batch,
  type EventStore,
  type Head,
  type Tail,
} from '../store/eventStore.ts';
import { hasNewsFor, leadsTo } from '../store/heads.ts';
import { Refusals } from './refusals.ts';
import { isRemembered } from './remembered.ts';
import { withoutWords } from './forgottenWords.ts';
import { decideAll } from './decideAll.ts';
import type { Order, Verdict } from './order.ts';

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
  /** The log has lost what this copy held: its version then, and now. */
  wentBack(from: number, to: number): void;
  /** The store, or a bug: what waited was answered as failed, and the room goes on from the log. */
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
  /** A repeat of what was refused is not decided anew: minutes later it might act. */
  readonly #refused = new Refusals();
  #queue: Waiting[] = [];
  /** Where the log is said to stand, since it was last read; null when that is not known. */
  #pokes: (Head | null)[] = [];
  #behind = false;
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
    const rejection = order.id && this.#refused.get(order.id);
    if (rejection) return Promise.resolve({ kind: 'refused', rejection });
    return new Promise((settle) => {
      this.#queue.push({ order, settle });
      void this.#work();
    });
  }

  /** The log may have grown, to this head: reads what is new, after the append in flight. */
  poke(head: Head | null = null): Promise<void> {
    this.#pokes.push(head);
    return this.#work();
  }

  #work(): Promise<void> {
    // Not while an append is in flight: the poke that tells of it may come before its answer.
    if (this.#working === null && this.#hasWork()) this.#working = this.#drain();
    return this.#working ?? Promise.resolve();
  }

  async #drain(): Promise<void> {
    try {
      while (this.#hasWork()) await this.#oneRound();
    } finally {
      // In the same step as the look at the queue: an order that comes a moment later begins a new round.
      this.#working = null;
    }
  }

  #hasWork(): boolean {
    return this.#isBehind() || this.#queue.length > 0;
  }

  /** Most pokes tell of this copy's own append: nothing is read for a head that it has reached by now. */
  #isBehind(): boolean {
    this.#behind ||= this.#pokes.splice(0).some((head) => head === null || hasNewsFor(this.#head, head));
    return this.#behind;
  }

  async #oneRound(): Promise<void> {
    await this.#store.turn();
    const waiting = this.#queue.splice(0, mostAtOnce);
    try {
      if (this.#isBehind() || this.#stale) await this.#catchUp();
      await this.#decide(waiting);
    } catch (error) {
      await this.#afterFailure(error, waiting);
    }
  }

  async #catchUp(): Promise<void> {
    this.#behind = false;
    const tail = await this.#store.read(this.id, this.#head);
    this.#stale = false;
    if (tail) this.#apply(tail);
    else this.#watch.gone();
  }

  /** A store that is away fails what waited. A bug fails only the order that has it. */
  async #afterFailure(error: unknown, waiting: readonly Waiting[]): Promise<void> {
    this.#stale = true;
    this.#watch.broke(error);
    if (error instanceof StoreUnavailable || waiting.length <= 1) {
      for (const { settle } of waiting) settle({ kind: 'failed' });
      return;
    }
    for (const one of waiting)
      await this.#decide([one]).catch((again: unknown) => this.#afterFailure(again, [one]));
  }

  /** Whose device this is, when they came in while this copy lives. */
  personBy(secretHash: string): PersonId | null {
    const person = this.#joined.get(secretHash) ?? null;
    return person !== null && isRemembered(this, person) ? person : null;
  }

  async #decide(waiting: readonly Waiting[]): Promise<void> {
    let open = waiting;
    while (open.length > 0) {
      await this.#recognise(open);
      const personBy = (hash: string) => this.personBy(hash);
      const now = this.#store.now();
      const world = { room: this.id, now, newId: this.#newId, newCode, newDoor: newSecret, personBy };
      const from = { version: this.version, state: this.#state, sealed: this.#sealed };
      const orders = open.map(({ order }) => order);
      const { verdicts, batch: decided } = decideAll(orders, from, world);
      const batch = decided && (await this.#withoutForgotten(decided));
      const written = batch && (await this.#store.append(this.id, this.#head, batch));
      if (written && !written.ok && written.reason === 'conflict') {
        this.#apply(written.tail);
        continue;
      }
      // Deciding again makes another code.
      if (written && !written.ok && written.reason === 'code-taken') continue;
      if (written && !written.ok) {
        const versions = new Map(written.receipts.map(({ command, version }) => [command, version]));
        for (const { order, settle } of open) {
          const version = versions.get(order.id ?? '');
          if (version !== undefined) settle({ kind: 'acted', version, joined: this.#joinedBy(order) });
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

  /** Words that are forgotten leave the log in the same write. */
  async #withoutForgotten(batch: Batch): Promise<Batch> {
    if (batch.events.every(({ type }) => type !== 'cardForgotten')) return batch;
    const log = await this.#store.read(this.id, emptyHead);
    const rewritten = withoutWords(log?.events ?? [], batch.events);
    const gone = withoutWords(batch.events, batch.events);
    const events = batch.events.map(
      (event, i) => gone.find(({ version }) => version === i + 1)?.event ?? event,
    );
    return { ...batch, events, rewritten };
  }

  /** A join whose answer was lost, or that another node heard, has made somebody already: the store knows whom. */
  async #recognise(waiting: readonly Waiting[]): Promise<void> {
    for (const { order } of waiting) {
      const { command, secretHash: hash } = order;
      const comes = command.type === 'join' || command.type === 'knockOfWall';
      if (!comes || hash === null || this.#joined.has(hash)) continue;
      const grant = await this.#store.grant(hash);
      if (grant?.room === this.id && grant.person) this.#joined.set(hash, grant.person);
    }
  }

  #joinedBy({ command, secretHash }: Order): PersonId | null {
    return command.type === 'join' && secretHash !== null ? this.personBy(secretHash) : null;
  }

  #wrote({ events, sealed, grants, moved }: Batch, head: Head): void {
    for (const { secretHash, grant } of grants) if (grant.person) this.#joined.set(secretHash, grant.person);
    for (const { from, to } of moved)
      for (const [hash, person] of this.#joined) if (person === from) this.#joined.set(hash, to);
    this.#apply({ head, events, sealed, reset: false });
  }

  /** A repeat may be refused, or find nothing to do, because it has acted before: the receipt knows. */
  async #final(order: Order, verdict: Verdict): Promise<Outcome> {
    if (verdict.kind === 'acted' || !order.id) return verdict;
    const receipt = await this.#store.receipt(this.id, order.id);
    if (receipt) return { kind: 'acted', version: receipt.version, joined: this.#joinedBy(order) };
    if (verdict.kind === 'refused') this.#refused.add(order.id, verdict.rejection);
    return verdict;
  }

  #apply({ head, events, sealed, reset }: Tail): void {
    const sealedBefore = reset ? emptySealed : this.#sealed;
    if (reset && !leadsTo(this.#head, head, (version) => events[version - 1]?.id))
      this.#watch.wentBack(this.version, head.version);
    const news = events.map(upcast);
    this.#state = fold(news, reset ? emptyRoom(instant(0)) : this.#state);
    this.#sealed = sealed.reduce(applySealed, sealedBefore);
    this.#head = head;
    if (events.length + sealed.length === 0 && !reset) return;
    this.#watch.advanced({ version: head.version, events: news, entries: sealed, sealedBefore, reset });
  }
}
