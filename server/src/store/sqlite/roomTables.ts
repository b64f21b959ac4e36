import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CommandId, RoomId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import { emptyHead, StoreUnavailable, type Grant, type Head, type Receipt } from '../eventStore.ts';
import { leadsTo, nextHead, sameHead } from '../heads.ts';
import { CallersMistake } from '../callersMistake.ts';
import type { ContentSeal } from '../atRest/contentSeal.ts';
import type {
  PackedAppended,
  PackedBatch,
  PackedEntry,
  PackedEvent,
  PackedFirstBatch,
  PackedTail,
} from '../atRest/packed.ts';
import { boxPlace, eventPlace } from '../atRest/places.ts';
import type { RoomKeys } from '../atRest/roomKeys.ts';
import { roomStatements } from './roomStatements.ts';

/** What is done with one room's rows. Every method runs inside the transaction of its group. */
export class RoomTables {
  readonly #sql: Record<keyof typeof roomStatements, StatementSync>;
  readonly #keys: RoomKeys;

  constructor(db: DatabaseSync, keys: RoomKeys) {
    this.#sql = prepareAll(db);
    this.#keys = keys;
  }

  create(room: RoomId, code: string, batch: PackedFirstBatch): boolean {
    if (this.#sql.headOf.get(room) !== undefined) throw new CallersMistake('This room exists already.');
    if (this.#ownerOf(code) !== null) return false;
    const seal = this.#keys.make(room);
    try {
      this.#sql.addRoom.run(room, code, batch.forgetAt);
      this.#write(room, seal, emptyHead, batch);
    } catch (error) {
      this.#keys.destroy(room);
      throw error;
    }
    return true;
  }

  read(room: RoomId, after: Head): PackedTail | null {
    const found = this.#find(room);
    return found === null ? null : this.#tail(room, found, after);
  }

  append(room: RoomId, expected: Head, batch: PackedBatch): PackedAppended {
    const found = this.#find(room);
    if (found === null) throw new StoreUnavailable('This room is not here any more.');
    const receipts = batch.receipts.flatMap(({ command }) => this.#receiptOf(room, command) ?? []);
    if (receipts.length > 0) return { ok: false, reason: 'repeated', receipts };
    if (!sameHead(expected, found.head)) {
      return { ok: false, reason: 'conflict', tail: this.#tail(room, found, expected) };
    }
    const owner = batch.code === null ? null : this.#ownerOf(batch.code);
    if (owner !== null && owner !== room) return { ok: false, reason: 'code-taken' };
    for (const { version, event } of batch.rewritten) this.#rewrite(room, found.seal, version, event);
    const head = this.#write(room, found.seal, found.head, batch);
    if (batch.code !== null) this.#sql.changeCode.run(batch.code, room);
    for (const { from, to } of batch.moved) this.#sql.moveGrants.run(to, room, from);
    return { ok: true, head };
  }

  receipt(room: RoomId, command: CommandId): Receipt | null {
    return this.#keys.sealOf(room) === null ? null : this.#receiptOf(room, command);
  }

  grant(secretHash: string): Grant | null {
    const row = this.#sql.grantOf.get(secretHash) as unknown as Grant | undefined;
    return row === undefined || this.#keys.sealOf(row.room) === null ? null : { ...row };
  }

  roomByCode(code: string): RoomId | null {
    const room = this.#ownerOf(code);
    return room === null || this.#keys.sealOf(room) === null ? null : room;
  }

  /** Also rooms whose key is gone: their rows still have to go. */
  dueToForget(now: Instant): RoomId[] {
    return this.#sql.dueToForget.all(now).map((row) => (row as { room: RoomId }).room);
  }

  /** The key goes first: a stop half-way leaves rows that nobody can read and that are still due. */
  forget(room: RoomId): void {
    this.#keys.destroy(room);
    this.#sql.forgetEvents.run(room);
    this.#sql.forgetBox.run(room);
    this.#sql.forgetReceipts.run(room);
    this.#sql.forgetGrants.run(room);
    this.#sql.forgetRoom.run(room);
    this.#sql.markUnswept.run();
  }

  /** Also a room whose key is gone: its rows still hold the code. */
  #ownerOf(code: string): RoomId | null {
    return (this.#sql.roomByCode.get(code) as { room: RoomId } | undefined)?.room ?? null;
  }

  #find(room: RoomId): { head: Head; seal: ContentSeal } | null {
    const row = this.#sql.headOf.get(room) as unknown as Head | undefined;
    if (row === undefined) return null;
    const seal = this.#keys.sealOf(room);
    return seal === null ? null : { head: { ...row }, seal };
  }

  #receiptOf(room: RoomId, command: CommandId): Receipt | null {
    const row = this.#sql.receiptOf.get(room, command) as unknown as Receipt | undefined;
    return row === undefined ? null : { ...row };
  }

  #rewrite(room: RoomId, seal: ContentSeal, version: number, { id, text }: PackedEvent): void {
    const sealed = seal.seal(eventPlace(room, version, id), text);
    const { changes } = this.#sql.rewriteEvent.run(sealed, room, version, id);
    if (changes !== 1) throw new CallersMistake('The log has another event at this version.');
    this.#sql.markUnswept.run();
  }

  #putSealed(room: RoomId, seal: ContentSeal, rev: number, entry: PackedEntry): void {
    const name = seal.hideName(entry.name);
    const payload = seal.seal(boxPlace(room, name, rev), entry.text);
    const row = [rev, payload, Number(entry.gone), room, name] as const;
    const replaced = this.#sql.replaceSealed.run(...row).changes > 0;
    if (!replaced) this.#sql.addSealed.run(...row);
    if (replaced || entry.gone) this.#sql.markUnswept.run();
  }

  #write(room: RoomId, seal: ContentSeal, before: Head, batch: PackedFirstBatch): Head {
    const head = nextHead(before, batch);
    batch.events.forEach(({ id, text }, index) => {
      const version = before.version + index + 1;
      this.#sql.addEvent.run(room, version, id, seal.seal(eventPlace(room, version, id), text));
    });
    for (const entry of batch.sealed) this.#putSealed(room, seal, head.box, entry);
    for (const { command, version } of batch.receipts) this.#sql.addReceipt.run(room, command, version);
    for (const { secretHash, grant } of batch.grants) {
      this.#sql.putGrant.run(secretHash, grant.room, grant.power, grant.person);
    }
    this.#sql.moveHead.run(head.version, head.lastEventId, head.box, batch.forgetAt, room);
    return head;
  }

  #tail(room: RoomId, { head, seal }: { head: Head; seal: ContentSeal }, after: Head): PackedTail {
    const joinsOn = leadsTo(after, head, (version) => this.#idAt(room, version));
    const reset = !joinsOn || (after.box > 0 && after.box < this.#boxFloorOf(room));
    const from = reset ? emptyHead : after;
    const events = this.#sql.eventsAfter.all(room, from.version) as unknown as EventRow[];
    const box = this.#sql.sealedAfter.all(room, from.box) as unknown as BoxRow[];
    if (events.length !== head.version - from.version) throw new StoreUnavailable(damaged);
    try {
      return {
        head,
        events: events.map((row) => seal.open(eventPlace(room, row.version, row.id), row.payload)),
        sealed: box.map((row) => seal.open(boxPlace(room, row.name, row.rev), row.payload)),
        reset,
      };
    } catch (error) {
      throw new StoreUnavailable(damaged, { cause: error });
    }
  }

  /** A box that is older and not empty may hold entries of which nothing tells any more that they are gone. */
  #boxFloorOf(room: RoomId): number {
    return (this.#sql.boxFloorOf.get(room) as { boxFloor: number }).boxFloor;
  }

  #idAt(room: RoomId, version: number): string | undefined {
    return (this.#sql.idAt.get(room, version) as { id: string } | undefined)?.id;
  }
}

interface EventRow {
  readonly version: number;
  readonly id: string;
  readonly payload: Uint8Array;
}
interface BoxRow {
  readonly name: Uint8Array;
  readonly rev: number;
  readonly payload: Uint8Array;
}

const damaged = 'What is stored for this room was changed or damaged, and does not open.';

function prepareAll(db: DatabaseSync): Record<keyof typeof roomStatements, StatementSync> {
  const prepared = Object.entries(roomStatements).map(([name, sql]) => [name, db.prepare(sql)] as const);
  return Object.fromEntries(prepared) as Record<keyof typeof roomStatements, StatementSync>;
}
