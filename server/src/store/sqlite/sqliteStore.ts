import type { CommandId, RoomId } from '#shared/ids.ts';
import type { Instant } from '#shared/time.ts';
import type { Appended, Batch, EventStore, FirstBatch, Grant, Head, Receipt, Tail } from '../eventStore.ts';
import { Pokes, type OnPoke } from '../pokes.ts';
import type { StoreClock } from '../storeClock.ts';
import { pack, packFirst, unpackAppended, unpackTail } from '../atRest/packed.ts';
import { startWriter, Writer } from './writer.ts';
import type { Folders } from './writerCalls.ts';

/**
 * The store of a single node: SQLite in one worker thread (docs/decisions/0003-sqlite-store.md).
 * Rejects with `DataDirInUse` or `FolderNotUsable`, whose messages are for whoever starts Fullturn.
 */
export async function openSqliteStore(
  options: Folders & { readonly clock: StoreClock },
): Promise<EventStore> {
  return new SqliteStore(new Writer(await startWriter(options)), options.clock);
}

export class SqliteStore implements EventStore {
  readonly #writer: Writer;
  readonly #clock: StoreClock;
  readonly #pokes = new Pokes();

  constructor(writer: Writer, clock: StoreClock) {
    this.#writer = writer;
    this.#clock = clock;
  }

  async create(room: RoomId, code: string, batch: FirstBatch): Promise<boolean> {
    return this.#writer.ask('create', { room, code, batch: packFirst(batch) });
  }

  async read(room: RoomId, after: Head): Promise<Tail | null> {
    const tail = await this.#writer.ask('read', { room, after });
    return tail === null ? null : unpackTail(tail);
  }

  async append(room: RoomId, expected: Head, batch: Batch): Promise<Appended> {
    const appended = await this.#writer.ask('append', { room, expected, batch: pack(batch) });
    if (appended.ok) this.#pokes.poke(room, appended.head);
    return unpackAppended(appended);
  }

  turn(): Promise<void> {
    return this.#writer.turn();
  }

  receipt(room: RoomId, command: CommandId): Promise<Receipt | null> {
    return this.#writer.ask('receipt', { room, command });
  }

  grant(secretHash: string): Promise<Grant | null> {
    return this.#writer.ask('grant', { secretHash });
  }

  roomByCode(code: string): Promise<RoomId | null> {
    return this.#writer.ask('roomByCode', { code });
  }

  dueToForget(now: Instant): Promise<readonly RoomId[]> {
    return this.#writer.ask('dueToForget', { now });
  }

  async forget(room: RoomId): Promise<void> {
    await this.#writer.ask('forget', { room });
    this.#pokes.poke(room, null);
  }

  subscribe(room: RoomId, onPoke: OnPoke): () => void {
    return this.#pokes.subscribe(room, onPoke);
  }

  get rate(): number {
    return this.#clock.rate;
  }

  now(): Instant {
    return this.#clock.now();
  }

  async ping(): Promise<void> {
    await this.#writer.ask('ping', {});
  }

  close(): Promise<void> {
    return this.#writer.close();
  }
}
