import type { RoomId } from '#shared/ids.ts';
import { seconds } from '#shared/time.ts';
import type { EventStore } from '../store/eventStore.ts';
import type { Logger } from '../log.ts';
import { newId } from '../secrets.ts';
import { schedule } from './alarm.ts';
import { HeldRoom, type Audience } from './heldRoom.ts';

/** A room nobody looks at is let go after this; the log has it. */
const idle = seconds(60);
/** Pokes may be lost, so versions are compared this often while somebody looks. */
const compareEvery = seconds(5);

/** The rooms alive on this node. */
export class RoomHub {
  readonly #store: EventStore;
  readonly #audience: Audience;
  readonly #log: Logger;
  readonly #rooms = new Map<RoomId, Promise<HeldRoom | null>>();
  readonly #letGo = new Map<RoomId, () => void>();
  #cancelCompare: () => void = () => {};

  constructor(store: EventStore, audience: Audience, log: Logger) {
    this.#store = store;
    this.#audience = audience;
    this.#log = log;
    this.#compare();
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** Null when there is no such room. What was due while nobody looked has happened when this resolves. */
  async open(id: RoomId): Promise<HeldRoom | null> {
    const held = this.#rooms.get(id) ?? this.#load(id);
    this.#rooms.set(id, held);
    this.#touch(id);
    const room = await held.catch((error: unknown) => {
      this.#rooms.delete(id);
      throw error;
    });
    if (!room) this.#rooms.delete(id);
    return room;
  }

  /** Lets go of a room when nobody looks any more, after a while. */
  #touch(id: RoomId): void {
    this.#letGo.get(id)?.();
    this.#letGo.set(
      id,
      schedule(idle, () => void this.#evict(id)),
    );
  }

  async #evict(id: RoomId): Promise<void> {
    const room = await this.#rooms.get(id)?.catch(() => null);
    if (room && !room.presence.empty) return this.#touch(id);
    room?.close();
    this.#rooms.delete(id);
    this.#letGo.delete(id);
  }

  async #load(id: RoomId): Promise<HeldRoom | null> {
    const room = new HeldRoom(id, this.#store, newId, this.#audience, this.#log);
    if (await room.begin()) return room;
    room.close();
    return null;
  }

  #compare(): void {
    this.#cancelCompare = schedule(compareEvery, () => {
      for (const held of this.#rooms.values())
        // Who asked for a room that could not be read is told so there.
        void held.then((room) => room?.live.poke()).catch(() => undefined);
      this.#compare();
    });
  }

  /** Takes a room out of the store for good, and sends away who looks at it. */
  async forget(id: RoomId): Promise<void> {
    const room = await this.#rooms.get(id);
    room?.close();
    this.#rooms.delete(id);
    await this.#store.forget(id);
    this.#audience.farewell(id, 'forgotten');
  }

  /** Stops timers and waits for what is being written. */
  async close(): Promise<void> {
    this.#cancelCompare();
    for (const cancel of this.#letGo.values()) cancel();
    const opened = await Promise.allSettled(this.#rooms.values());
    const rooms = opened.flatMap((one) => (one.status === 'fulfilled' && one.value) || []);
    for (const room of rooms) room.close();
    await Promise.all(rooms.map((room) => room.live.poke()));
  }
}
