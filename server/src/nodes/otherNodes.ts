import { randomUUID } from 'node:crypto';
import type { RoomId } from '#shared/ids.ts';
import { seconds } from '#shared/time.ts';
import { schedule } from '../rooms/alarm.ts';
import type { Bus } from './bus.ts';
import { isNobody, nobody, together, type Crowd } from './crowd.ts';
import type { PictureMark } from './pictureMark.ts';

/** What a node says of a room. */
interface Account {
  readonly crowd: Crowd;
  readonly picture: PictureMark | null;
}

type Word =
  /** The `count`th thing this node has said of its rooms. */
  | {
      readonly say: 'room';
      readonly node: string;
      readonly count: number;
      readonly room: RoomId;
      readonly crowd: Crowd;
      readonly picture: PictureMark | null;
    }
  | {
      readonly say: 'all';
      readonly node: string;
      readonly count: number;
      readonly rooms: readonly (readonly [RoomId, Crowd, PictureMark | null])[];
    }
  | { readonly say: 'beat'; readonly node: string; readonly count: number }
  /** Somebody missed something that `of` said. */
  | { readonly say: 'ask'; readonly node: string; readonly of: string }
  | { readonly say: 'bye'; readonly node: string };

interface Other {
  count: number;
  /** How often this node heard itself since it last heard that one. */
  silent: number;
  readonly rooms: Map<RoomId, Account>;
}

/** Who wants to know what other nodes have of a room. */
interface Watcher {
  /** What `in` or `pictures` answers may have changed. */
  changed(): void;
  /** Another node has sent something. */
  got(letter: string): void;
}

const beatEvery = seconds(2);
/** A node that is silent for so many beats is gone, and its people with it. */
const mostSilent = 3;

const nothing: Account = { crowd: nobody, picture: null };
const isNothing = ({ crowd, picture }: Account): boolean => isNobody(crowd) && picture === null;

/**
 * Who is in which room on the other nodes and what it shows, by their own word. Nodes count what they say,
 * so a lost word is noticed with the next beat and asked for. Silence is measured in beats of this node that
 * came back over the same bus: while the bus is away nobody is taken for gone.
 */
export class OtherNodes {
  /** By which the others know this one; another one after each start. */
  readonly me = randomUUID();
  readonly #bus: Bus;
  readonly #own = new Map<RoomId, Account>();
  readonly #others = new Map<string, Other>();
  readonly #watchers = new Map<RoomId, Watcher>();
  #count = 0;
  readonly #asking = new Set<string>();
  #asked = false;
  #cancelBeat: () => void = () => {};

  constructor(bus: Bus) {
    this.#bus = bus;
    bus.listen((word) => this.#heard(JSON.parse(word) as Word));
    bus.receive(this.me, (room, letter) => this.#watchers.get(room)?.got(letter));
    this.#beat();
  }

  /** Tells the others who is in a room on this node. */
  say(room: RoomId, crowd: Crowd): void {
    this.#account(room, { ...(this.#own.get(room) ?? nothing), crowd });
  }

  /** Tells the others which picture of a room this node has, or knows to be over. */
  show(room: RoomId, picture: PictureMark | null): void {
    this.#account(room, { ...(this.#own.get(room) ?? nothing), picture });
  }

  /** Who is in a room on all other nodes. */
  in(room: RoomId): Crowd {
    return together([...this.#others.values()].map(({ rooms }) => (rooms.get(room) ?? nothing).crowd));
  }

  /** Which pictures the other nodes have of a room, or know to be over. */
  pictures(room: RoomId): { readonly node: string; readonly mark: PictureMark }[] {
    return [...this.#others].flatMap(([node, { rooms }]) => {
      const mark = rooms.get(room)?.picture ?? null;
      return mark === null ? [] : [{ node, mark }];
    });
  }

  /** To one of them, which gets it if it holds this room. It may be lost. */
  send(to: string, room: RoomId, letter: string): void {
    this.#bus.send(to, room, letter);
  }

  /** One watcher a room. */
  watch(room: RoomId, watcher: Watcher): () => void {
    this.#watchers.set(room, watcher);
    return () => {
      if (this.#watchers.get(room) === watcher) this.#watchers.delete(room);
    };
  }

  /** The others need not wait for the silence. */
  stop(): void {
    this.#cancelBeat();
    this.#tell({ say: 'bye', node: this.me });
  }

  #account(room: RoomId, account: Account): void {
    const before = this.#own.get(room) ?? nothing;
    if (JSON.stringify(before) === JSON.stringify(account)) return;
    if (isNothing(account)) this.#own.delete(room);
    else this.#own.set(room, account);
    this.#count += 1;
    this.#tell({ say: 'room', node: this.me, count: this.#count, room, ...account });
  }

  #tell(word: Word): void {
    this.#bus.say(JSON.stringify(word));
  }

  #beat(): void {
    this.#asking.clear();
    this.#tell({ say: 'beat', node: this.me, count: this.#count });
    this.#cancelBeat = schedule(beatEvery, () => this.#beat());
  }

  #heard(word: Word): void {
    if (word.node === this.me) {
      if (word.say === 'beat') this.#noticeSilence();
      return;
    }
    const other = this.#others.get(word.node);
    if (other) other.silent = 0;
    if (word.say === 'bye') this.#gone(word.node);
    else if (word.say === 'all') this.#know(word.node, word.count, accountsOf(word.rooms));
    else if (word.say === 'ask') this.#answer(word);
    else if (word.say === 'beat' && word.count === other?.count) return;
    else if (word.say === 'room' && other && word.count === other.count + 1) {
      other.count = word.count;
      const { crowd, picture } = word;
      if (isNothing({ crowd, picture })) other.rooms.delete(word.room);
      else other.rooms.set(word.room, { crowd, picture });
      this.#watchers.get(word.room)?.changed();
    } else this.#ask(word.node);
  }

  /** Once a beat: the question may be lost, and so may its answer. */
  #ask(of: string): void {
    if (this.#asking.has(of)) return;
    this.#asking.add(of);
    this.#tell({ say: 'ask', node: this.me, of });
  }

  /** Many may ask at once, as when a node is new: they are told together. */
  #answer({ node, of }: { readonly node: string; readonly of: string }): void {
    if (!this.#others.has(node)) this.#ask(node);
    if (of !== this.me || this.#asked) return;
    this.#asked = true;
    setImmediate(() => {
      this.#asked = false;
      const rooms = [...this.#own].map(([room, { crowd, picture }]) => [room, crowd, picture] as const);
      this.#tell({ say: 'all', node: this.me, count: this.#count, rooms });
    });
  }

  #know(node: string, count: number, rooms: Map<RoomId, Account>): void {
    this.#asking.delete(node);
    const before = this.#others.get(node)?.rooms ?? new Map<RoomId, Account>();
    this.#others.set(node, { count, silent: 0, rooms });
    for (const room of new Set([...before.keys(), ...rooms.keys()])) this.#watchers.get(room)?.changed();
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
    for (const room of rooms) this.#watchers.get(room)?.changed();
  }
}

const accountsOf = (rooms: readonly (readonly [RoomId, Crowd, PictureMark | null])[]): Map<RoomId, Account> =>
  new Map(rooms.map(([room, crowd, picture]) => [room, { crowd, picture }]));
