import { randomUUID } from 'node:crypto';
import type { RoomId } from '#shared/ids.ts';
import { seconds } from '#shared/time.ts';
import { schedule } from '../rooms/alarm.ts';
import type { Bus } from './bus.ts';
import { isNobody, nobody, together, type Crowd } from './crowd.ts';

type Word =
  /** The `count`th thing this node has said of its rooms. */
  | {
      readonly say: 'room';
      readonly node: string;
      readonly count: number;
      readonly room: RoomId;
      readonly crowd: Crowd;
    }
  | {
      readonly say: 'all';
      readonly node: string;
      readonly count: number;
      readonly rooms: readonly (readonly [RoomId, Crowd])[];
    }
  | { readonly say: 'beat'; readonly node: string; readonly count: number }
  /** Somebody missed something that `of` said. */
  | { readonly say: 'ask'; readonly node: string; readonly of: string }
  | { readonly say: 'bye'; readonly node: string };

interface Other {
  count: number;
  /** How often this node heard itself since it last heard that one. */
  silent: number;
  readonly rooms: Map<RoomId, Crowd>;
}

const beatEvery = seconds(2);
/** A node that is silent for so many beats is gone, and its people with it. */
const mostSilent = 3;

/**
 * Who is in which room on the other nodes, by their own word. Nodes count what they say, so a lost word
 * is noticed with the next beat and asked for. Silence is measured in beats of this node that came back
 * over the same bus: while the bus is away nobody is taken for gone.
 */
export class OtherNodes {
  readonly #me = randomUUID();
  readonly #bus: Bus;
  readonly #own = new Map<RoomId, Crowd>();
  readonly #others = new Map<string, Other>();
  readonly #watchers = new Map<RoomId, () => void>();
  #count = 0;
  readonly #asking = new Set<string>();
  #asked = false;
  #cancelBeat: () => void = () => {};

  constructor(bus: Bus) {
    this.#bus = bus;
    bus.listen((word) => this.#heard(JSON.parse(word) as Word));
    this.#beat();
  }

  /** Tells the others who is in a room on this node. */
  say(room: RoomId, crowd: Crowd): void {
    const before = this.#own.get(room) ?? nobody;
    if (JSON.stringify(before) === JSON.stringify(crowd)) return;
    if (isNobody(crowd)) this.#own.delete(room);
    else this.#own.set(room, crowd);
    this.#count += 1;
    this.#tell({ say: 'room', node: this.#me, count: this.#count, room, crowd });
  }

  /** Who is in a room on all other nodes. */
  in(room: RoomId): Crowd {
    return together([...this.#others.values()].map(({ rooms }) => rooms.get(room) ?? nobody));
  }

  /** One watcher a room: called when what `in` answers may have changed. */
  watch(room: RoomId, changed: () => void): () => void {
    this.#watchers.set(room, changed);
    return () => {
      if (this.#watchers.get(room) === changed) this.#watchers.delete(room);
    };
  }

  /** The others need not wait for the silence. */
  stop(): void {
    this.#cancelBeat();
    this.#tell({ say: 'bye', node: this.#me });
  }

  #tell(word: Word): void {
    this.#bus.say(JSON.stringify(word));
  }

  #beat(): void {
    this.#asking.clear();
    this.#tell({ say: 'beat', node: this.#me, count: this.#count });
    this.#cancelBeat = schedule(beatEvery, () => this.#beat());
  }

  #heard(word: Word): void {
    if (word.node === this.#me) {
      if (word.say === 'beat') this.#noticeSilence();
      return;
    }
    const other = this.#others.get(word.node);
    if (other) other.silent = 0;
    if (word.say === 'bye') this.#gone(word.node);
    else if (word.say === 'all') this.#know(word.node, word.count, new Map(word.rooms));
    else if (word.say === 'ask') this.#answer(word);
    else if (word.say === 'beat' && word.count === other?.count) return;
    else if (word.say === 'room' && other && word.count === other.count + 1) {
      other.count = word.count;
      other.rooms.set(word.room, word.crowd);
      if (isNobody(word.crowd)) other.rooms.delete(word.room);
      this.#watchers.get(word.room)?.();
    } else this.#ask(word.node);
  }

  /** Once a beat: the question may be lost, and so may its answer. */
  #ask(of: string): void {
    if (this.#asking.has(of)) return;
    this.#asking.add(of);
    this.#tell({ say: 'ask', node: this.#me, of });
  }

  /** Many may ask at once, as when a node is new: they are told together. */
  #answer({ node, of }: { readonly node: string; readonly of: string }): void {
    if (!this.#others.has(node)) this.#ask(node);
    if (of !== this.#me || this.#asked) return;
    this.#asked = true;
    setImmediate(() => {
      this.#asked = false;
      this.#tell({ say: 'all', node: this.#me, count: this.#count, rooms: [...this.#own] });
    });
  }

  #know(node: string, count: number, rooms: Map<RoomId, Crowd>): void {
    this.#asking.delete(node);
    const before = this.#others.get(node)?.rooms ?? new Map<RoomId, Crowd>();
    this.#others.set(node, { count, silent: 0, rooms });
    for (const room of new Set([...before.keys(), ...rooms.keys()])) this.#watchers.get(room)?.();
  }

  #noticeSilence(): void {
    for (const [node, other] of this.#others) {
      other.silent += 1;
      if (other.silent > mostSilent) this.#gone(node);
    }
  }

  #gone(node: string): void {
    const rooms = this.#others.get(node)?.rooms.keys() ?? [];
    this.#others.delete(node);
    for (const room of rooms) this.#watchers.get(room)?.();
  }
}
