import type { CommandId } from '../ids.ts';
import type { Frame, Seat, Snapshot } from '../protocol/messages.ts';
import { fold } from '../room/evolve.ts';
import { applySealed, emptySealed, type Sealed, type SealedEntry } from '../room/sealed.ts';
import type { RoomState } from '../room/state.ts';
import type { Foreseen } from './foreseen.ts';

interface Pending extends Foreseen {
  /** The version at which it has acted, once the server said so. */
  readonly actedAt: number | null;
}

/**
 * A page's copy of a room: what the server confirmed, and on top what this page asked for and still
 * waits for. Immutable; each step gives the next copy.
 */
export class Replica {
  readonly version: number;
  readonly confirmed: RoomState;
  readonly sealed: Sealed;
  readonly seat: Seat;
  readonly #pending: readonly Pending[];
  /** Confirmed, with own unanswered cards and hand shown already. */
  readonly room: RoomState;

  private constructor(
    version: number,
    confirmed: RoomState,
    sealed: Sealed,
    seat: Seat,
    pending: readonly Pending[],
  ) {
    this.version = version;
    this.confirmed = confirmed;
    this.sealed = sealed;
    this.seat = seat;
    this.#pending = pending.filter(({ actedAt }) => actedAt === null || actedAt > version);
    this.room = this.#pending.reduce((room, one) => one.on(room, seat), confirmed);
  }

  /** A snapshot is taken as it is, also one of a lower version: the log may have gone back. */
  static from({ version, state, sealed, seat }: Snapshot, before: Replica | null): Replica {
    const waiting = before ? before.#pending : [];
    const open = waiting.filter(({ actedAt }) => actedAt === null);
    return new Replica(version, state, sealed.reduce(applySealed, emptySealed), seat, open);
  }

  /** Null when something between is missing, and a snapshot is needed. A frame known already changes nothing. */
  frame({ version, events }: Frame): Replica | null {
    if (version <= this.version) return this;
    if (version - events.length !== this.version) return null;
    return new Replica(version, fold(events, this.confirmed), this.sealed, this.seat, this.#pending);
  }

  box(entries: readonly SealedEntry[]): Replica {
    return this.#with({ sealed: entries.reduce(applySealed, this.sealed) });
  }

  seated(seat: Seat): Replica {
    return this.#with({ seat });
  }

  asked(shown: Foreseen): Replica {
    return this.#with({ pending: [...this.#pending, { ...shown, actedAt: null }] });
  }

  /** Acted at a version, which this copy may or may not have reached; or refused, with null. */
  answered(id: CommandId, actedAt: number | null): Replica {
    const pending =
      actedAt === null
        ? this.#pending.filter((one) => one.id !== id)
        : this.#pending.map((one) => (one.id === id ? { ...one, actedAt } : one));
    return this.#with({ pending });
  }

  /** Ids of cards that wait for the server, and `hand`. */
  get waiting(): ReadonlySet<string> {
    return new Set(this.#pending.map(({ mark }) => mark));
  }

  #with({ sealed = this.sealed, seat = this.seat, pending = this.#pending }): Replica {
    return new Replica(this.version, this.confirmed, sealed, seat, pending);
  }
}
