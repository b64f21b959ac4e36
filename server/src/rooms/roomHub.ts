import type { RoomId } from '#shared/ids.ts';
import { seconds } from '#shared/time.ts';
import type { OtherNodes } from '../nodes/otherNodes.ts';
import type { EventStore } from '../store/eventStore.ts';
import type { Logger } from '../log.ts';
import { newId } from '../secrets.ts';
import { schedule } from './alarm.ts';
import { HeldRoom, type Audience, type RoomWorld } from './heldRoom.ts';
import { PictureSpace } from './pictureSpace.ts';

/** A room nobody looks at is let go after this; the log has it. */
const idle = seconds(60);
/** Pokes may be lost, so versions are compared this often while somebody looks. */
const compareEvery = seconds(5);

type Held = Promise<HeldRoom | null>;

/** The rooms alive on this node. */
export class RoomHub {
  readonly #world: RoomWorld;
  readonly #rooms = new Map<RoomId, Held>();
  readonly #letGo = new Map<RoomId, () => void>();
  #cancelCompare: () => void = () => {};

  constructor(store: EventStore, others: OtherNodes, audience: Audience, log: Logger) {
    this.#world = { store, others, newId, audience, log, space: new PictureSpace() };
    this.#compare();
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** Null when there is no such room. What was due while nobody looked has happened when this resolves. */
  async open(id: RoomId): Promise<HeldRoom | null> {
    const known = this.#rooms.get(id);
    const held = known ?? this.#load(id);
    this.#rooms.set(id, held);
    const room = await held.catch((error: unknown) => {
      this.#drop(id, held);
      throw error;
    });
    // Nobody has looked, so nothing has been compared: a poke may have been lost.
    if (known && room?.presence.empty) await room.live.poke();
    if (room) this.#touch(id, held);
    else this.#drop(id, held);
    return room;
  }

  /** A room that is looked at on this node; null for any other. */
  async here(id: RoomId): Promise<HeldRoom | null> {
    return (await this.#rooms.get(id)) ?? null;
  }

  /** Lets go of a room when nobody looks any more, after a while. */
  #touch(id: RoomId, held: Held): void {
    this.#letGo.get(id)?.();
    this.#letGo.set(
      id,
      schedule(idle, () => void this.#evict(id, held)),
    );
  }

  async #evict(id: RoomId, held: Held): Promise<void> {
    const room = await held;
    if (room && !room.presence.empty) return this.#touch(id, held);
    room?.close();
    this.#drop(id, held);
  }

  /** Another copy of the room may have been opened meanwhile: that one stays. */
  #drop(id: RoomId, held: Held): void {
    if (this.#rooms.get(id) !== held) return;
    this.#rooms.delete(id);
    this.#letGo.get(id)?.();
    this.#letGo.delete(id);
  }

  async #load(id: RoomId): Held {
    const room = new HeldRoom(id, this.#world, {
      gone: () => this.#forgotten(id),
      forget: () => void this.forget(id).catch(() => this.#world.log.warn('forgetting waits for the store')),
    });
    if (await room.begin()) return room;
    room.close();
    return null;
  }

  #compare(): void {
    this.#cancelCompare = schedule(compareEvery, () => {
      for (const held of this.#rooms.values())
        // Who asked for a room that could not be read is told so there.
        void held
          .then((room) => (room?.presence.empty ? undefined : room?.live.poke()))
          .catch(() => undefined);
      this.#compare();
    });
  }

  /** Takes a room out of the store for good, and sends away who looks at it. */
  async forget(id: RoomId): Promise<void> {
    await this.#world.store.forget(id);
    this.#forgotten(id);
  }

  #forgotten(id: RoomId): void {
    const held = this.#rooms.get(id);
    if (held) {
      void held.then((room) => room?.close()).catch(() => undefined);
      this.#drop(id, held);
    }
    this.#world.audience.farewell(id, 'forgotten');
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
