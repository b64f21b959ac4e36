import type { CommandId, PersonId, RoomId } from '#shared/ids.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import type { SealedEntry } from '#shared/room/sealed.ts';
import type { Instant } from '#shared/time.ts';

/**
 * Where a room's log and sealed box stand. Version counts events, 0 is empty. The box has a count of
 * its own because an offer or a decline leaves no event. The last event's id tells a log that went
 * back and grew again from the one it was.
 */
export interface Head {
  readonly version: number;
  readonly lastEventId: string;
  readonly box: number;
}
export const emptyHead: Head = { version: 0, lastEventId: '', box: 0 };

/**
 * What lies after a head somebody holds. `reset` says that it is everything instead: their head is no
 * part of this log, or so old that nothing tells any more which entries of their box are gone.
 */
export interface Tail {
  readonly head: Head;
  readonly events: readonly StoredEvent[];
  readonly sealed: readonly SealedEntry[];
  readonly reset: boolean;
}

/** What a link may do. The link's secret itself is never stored, only its SHA-256. */
export interface Grant {
  readonly room: RoomId;
  /** `link`: a personal link. It leads `person` in once, and is no way to be them. */
  readonly power: 'participant' | 'facilitator' | 'wall' | 'link';
  readonly person: PersonId | null;
}

export interface Receipt {
  readonly command: CommandId;
  /** The version the room had when the command had acted. */
  readonly version: number;
}

/** What a new room begins with, all or nothing. */
export interface FirstBatch {
  readonly events: readonly StoredEvent[];
  /**
   * An entry takes the place of the one of its kind and key, which soon is nowhere in what the store
   * keeps; one without a value only lasts as long as copies of the box may have to hear of it.
   */
  readonly sealed: readonly SealedEntry[];
  readonly grants: readonly { readonly secretHash: string; readonly grant: Grant }[];
  readonly receipts: readonly Receipt[];
  /** When the room is to be forgotten; kept beside the log so that nobody has to open it to know. */
  readonly forgetAt: Instant;
}

/** What several commands, decided one after the other, write together or not at all. */
export interface Batch extends FirstBatch {
  /** The room's new join code; the old one finds nothing from then on and is free. Null: it stays. */
  readonly code: string | null;
  /**
   * Every grant of this room for `from`, those of this batch included, is for `to` from now on, one
   * move after the other.
   */
  readonly moved: readonly { readonly from: PersonId; readonly to: PersonId }[];
  /**
   * Events of the log that lose words for good: the one with this version, from 1, is replaced by this
   * one, which has the same id, else the append rejects with an Error. Once it has resolved, what was
   * there before is nowhere in what the store keeps, not for somebody who has the keys either. Who
   * holds the room already hears of it by an event of the same batch.
   */
  readonly rewritten: readonly { readonly version: number; readonly event: StoredEvent }[];
}

export type Appended =
  | { readonly ok: true; readonly head: Head }
  /** Somebody else appended first: here is what they wrote. */
  | { readonly ok: false; readonly reason: 'conflict'; readonly tail: Tail }
  /** Another room has the batch's join code. Nothing of the batch was written. */
  | { readonly ok: false; readonly reason: 'code-taken' }
  /** Some of these commands have acted before. Nothing of the batch was written. */
  | { readonly ok: false; readonly reason: 'repeated'; readonly receipts: readonly Receipt[] };

/** Thrown by any call when the store cannot be reached or cannot write; nothing was acknowledged. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/**
 * One log per room, with compare-and-set. The contract is `tests/contract/eventStoreContract.ts`;
 * every store passes it.
 */
export interface EventStore {
  /** Makes a room that does not exist, with its join code. False when the code is taken. */
  create(room: RoomId, code: string, batch: FirstBatch): Promise<boolean>;
  /** Null when there is no such room. */
  read(room: RoomId, after: Head): Promise<Tail | null>;
  /** Resolves after the batch is durable. Rejects with `StoreUnavailable`, also when the room is gone. */
  append(room: RoomId, expected: Head, batch: Batch): Promise<Appended>;
  /**
   * Resolves when what is appended next would be written at once, in the same moment for all who wait:
   * whoever decides only then decides with others, on all that has come meanwhile, and they share a write.
   */
  turn(): Promise<void>;
  receipt(room: RoomId, command: CommandId): Promise<Receipt | null>;
  grant(secretHash: string): Promise<Grant | null>;
  roomByCode(code: string): Promise<RoomId | null>;
  /** Rooms whose `forgetAt` is at or before `now`. */
  dueToForget(now: Instant): Promise<readonly RoomId[]>;
  /** Takes a room out of everything that was stored, for good. Forgetting what is not there is no error. */
  forget(room: RoomId): Promise<void>;
  /**
   * Calls back after each append or forgetting by any node, with where the log stands since then if that
   * is known: who stands there need not read. Pokes may be lost or doubled, and come late: who needs to
   * be sure compares heads now and then. Returns the way to stop.
   */
  subscribe(room: RoomId, onPoke: (head: Head | null) => void): () => void;
  /** Store time: never goes back while the store is open. */
  now(): Instant;
  /** How many seconds of store time pass in one second: 1 everywhere but in the demo. */
  readonly rate: number;
  /** Rejects when the store cannot answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
