import type { CommandId, RoomId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { Grant, Head, Receipt } from '../eventStore.ts';
import type { PackedAppended, PackedBatch, PackedFirstBatch, PackedTail } from '../atRest/packed.ts';

/** What the main thread may ask the writer, and what it answers. */
export interface WriterCalls {
  create: { ask: { room: RoomId; code: string; batch: PackedFirstBatch }; answer: boolean };
  read: { ask: { room: RoomId; after: Head }; answer: PackedTail | null };
  append: { ask: { room: RoomId; expected: Head; batch: PackedBatch }; answer: PackedAppended };
  receipt: { ask: { room: RoomId; command: CommandId }; answer: Receipt | null };
  grant: { ask: { secretHash: string }; answer: Grant | null };
  roomByCode: { ask: { code: string }; answer: RoomId | null };
  dueToForget: { ask: { now: Instant }; answer: readonly RoomId[] };
  forget: { ask: { room: RoomId }; answer: null };
  ping: { ask: object; answer: null };
  close: { ask: object; answer: null };
}

export type Call = keyof WriterCalls;
export type Job = { [C in Call]: { readonly call: C; readonly ask: WriterCalls[C]['ask'] } }[Call];

/** One for each job of a group, in its order. */
export type Outcome =
  | { readonly ok: true; readonly answer: WriterCalls[Call]['answer'] }
  | { readonly ok: false; readonly unavailable: boolean; readonly message: string };

/** The writer's first message. */
export type Opening =
  { readonly opened: true } | { readonly opened: false; readonly inUse: boolean; readonly message: string };

export interface Folders {
  readonly dataDir: string;
  readonly keysDir: string;
}
