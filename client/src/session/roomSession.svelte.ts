import type { CommandId, PersonId, RoomId } from '#shared/ids.ts';
import type {
  Answer,
  CommandMessage,
  Farewell,
  Handshake,
  Presence,
  Seat,
  Waiting,
} from '#shared/protocol/messages.ts';
import type { Foresee } from '#shared/replica/foreseen.ts';
import { Replica } from '#shared/replica/replica.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { acting } from '#shared/room/actor.ts';
import { personById } from '#shared/room/people.ts';
import { latest, type Instant } from '#shared/time.ts';
import { withArrivals } from './arrivals.ts';
import type { BringBack } from './bringBack.ts';
import { ShownArtifact } from '../artifact/shownArtifact.svelte.ts';
import { newSecret } from './device.ts';
import { DeviceDrafts } from './drafts.svelte.ts';
import { refusalWords } from './refusalWords.ts';
import { ServerClock } from './serverClock.ts';
import { Reachable } from './reachable.svelte.ts';
import type { Session } from './session.ts';
import { openSocket, type RoomSocket } from './socket.ts';

/** A connection that comes back within this, in milliseconds, is not worth a word. */
const lostAfter = 3_000;

/** A room that cannot write just now is asked again this often, so long apart in milliseconds. */
const mostTries = 4;
const tryAgainAfter = 1_500;

interface Unsettled {
  readonly message: CommandMessage;
  /** How many events this page knew when it was done. */
  readonly seen: number;
  readonly settle: (answer: Answer) => void;
}

/** The one store of a page that stands in a room. Mounted pages see it as `Session`. */
export class RoomSession {
  readonly drafts: DeviceDrafts;
  readonly artifact: ShownArtifact;
  readonly #socket: RoomSocket;
  readonly #clock: ServerClock;
  readonly #id: RoomId;
  readonly #reachable = new Reachable();
  // No screen looks at it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #unsettled = new Map<CommandId, Unsettled>();
  /** Keeps what has acted. Fetched with the first of it, so not by walls. */
  #bringBack: Promise<BringBack | null> | null = null;
  /** By address. The wall shows one on several of its pictures. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #qrCodes = new Map<string, readonly string[]>();
  /** After a lost connection, what is still open is asked once more, under its own id. */
  #again = false;
  #foresee: Foresee | null = null;
  #replica = $state.raw<Replica | null>(null);
  #waiting = $state.raw<Waiting | null>(null);
  #wall = $state.raw<string | null>(null);
  #presence = $state.raw<Presence>({ connected: [], walls: 0 });
  #connection = $state<Session['connection']>('connected');
  #refusal = $state<string | null>(null);
  #farewell = $state<Farewell | null>(null);
  #lost: ReturnType<typeof setTimeout> | undefined;

  constructor(room: RoomId, auth: Handshake) {
    this.#id = room;
    this.drafts = new DeviceDrafts(room);
    this.#socket = openSocket(auth, (why) => (this.#farewell = why));
    this.artifact = new ShownArtifact(room, auth.device ?? auth.link, this.#socket);
    this.#clock = new ServerClock(() => this.#socket.timeout(5_000).emitWithAck('time'));
    this.#listen();
    this.#expect();
  }

  /** Null until the server has told the room. */
  get replica(): Replica | null {
    return this.#replica;
  }
  /** What a page at the door knows of itself; null once it is let in. */
  get waiting(): Waiting | null {
    return this.#waiting;
  }
  get farewell(): Farewell | null {
    return this.#farewell;
  }
  get id() {
    return this.#id;
  }
  get room() {
    return this.#known.room;
  }
  get sealed() {
    return this.#known.sealed;
  }
  get power(): Seat['power'] {
    const { power, person } = this.#known.seat;
    if (power === 'wall') return power;
    const { kind } = acting(this.room, { kind: power, person });
    return kind === 'facilitator' ? kind : 'participant';
  }
  get me() {
    return personById(this.room, this.#known.seat.person);
  }
  get pending() {
    return this.#known.waiting;
  }
  get presence() {
    return this.#presence;
  }
  get connection() {
    return this.#connection;
  }
  /** Never before what has just happened: no part would have more time left than it began with. */
  get now(): Instant {
    const now = this.#clock.now;
    return this.#replica ? latest(now, this.#replica.confirmed.changedAt) : now;
  }
  get refusal() {
    return this.#refusal;
  }

  get joinLink() {
    return this.personalLink(this.room.door);
  }
  get joinHost() {
    return this.#reachable.origin.replace(/^https?:\/\//, '');
  }
  personalLink(secret: string): string {
    return `${this.#reachable.origin}/room/${this.#id}#${secret}`;
  }
  async qrCode(address: string): Promise<readonly string[]> {
    const known = this.#qrCodes.get(address);
    if (known) return known;
    const rows = (await this.#socket.timeout(5_000).emitWithAck('qr', address)) as readonly string[] | null;
    if (!rows) throw new Error('The server draws no QR code of this.');
    this.#qrCodes.set(address, rows);
    return rows;
  }
  get wallLink() {
    return `/wall/${this.#id}#${this.#wall ?? this.room.door}`;
  }

  dismiss(): void {
    this.#refusal = null;
  }

  showAtOnce(foresee: Foresee): void {
    this.#foresee = foresee;
  }

  newId(): string {
    return newSecret();
  }

  async send(command: PersonCommand, as?: PersonId): Promise<Answer> {
    this.#refusal = null;
    const answer = await this.#ask({ id: newSecret(), command, ...(as !== undefined && { as }) });
    this.#refusal = refusalWords(answer);
    if (answer.ok && command.type === 'leave') this.drafts.wipe();
    return answer;
  }

  close(): void {
    clearTimeout(this.#lost);
    this.drafts.close();
    this.#socket.disconnect();
  }

  get #known(): Replica {
    if (!this.#replica) throw new Error('No page is mounted before its room is known.');
    return this.#replica;
  }

  #ask(message: CommandMessage): Promise<Answer> {
    if (!this.#socket.connected) return Promise.resolve({ ok: false, trouble: 'not-connected' });
    const { id, command, as } = message;
    const shown = as === undefined && this.#foresee?.(id, command);
    if (shown) this.#replica = this.#replica?.asked(shown) ?? null;
    const seen = this.#replica?.version ?? 0;
    return new Promise((settle) => {
      this.#unsettled.set(id, { message, seen, settle });
      this.#emit(message);
    });
  }

  #emit(message: CommandMessage, tries = 1): void {
    const { id } = message;
    this.#socket.emit('command', message, (answer) => {
      const unsettled = this.#unsettled.get(id);
      if (!unsettled) return;
      // Whether it acted is not known: asked again under the same id, it acts once.
      const open = !answer.ok && 'trouble' in answer && answer.trouble === 'store-unavailable';
      if (open && tries < mostTries) {
        // Whoever pressed is told at once; the words go when it is done after all.
        this.#refusal = refusalWords(answer);
        setTimeout(() => this.#socket.connected && this.#emit(message, tries + 1), tryAgainAfter);
        return;
      }
      if (tries > 1) this.#refusal = null;
      this.#unsettled.delete(id);
      const answered = this.#replica?.answered(id, answer.ok ? answer.version : null) ?? null;
      this.#replica = answer.ok ? (answered?.seated(answer.seat) ?? null) : answered;
      if (answer.ok && answer.acted) this.#keep(unsettled);
      unsettled.settle(answer);
    });
  }

  #keep({ message, seen }: Unsettled): void {
    this.#bringBack ??= import('./afterLoss.ts').then(
      ({ afterLoss }) =>
        afterLoss({
          socket: this.#socket,
          version: () => this.#replica?.version ?? 0,
          send: (again) => this.#ask(again),
        }),
      () => (this.#bringBack = null),
    );
    void this.#bringBack.then((bringBack) => bringBack?.keep(message, seen));
  }

  #listen(): void {
    this.#socket.on('snapshot', (snapshot) => {
      this.#connected();
      if (this.#again || !this.#replica) this.#clock.connected(snapshot.now, snapshot.rate);
      this.#presence = snapshot.presence;
      this.#waiting = null;
      this.#wall = snapshot.wall;
      this.#replica = Replica.from(snapshot, this.#replica);
      void this.#settle();
    });
    this.#socket.on('waiting', (waiting) => {
      this.#connected();
      this.#waiting = waiting;
      void this.#settle();
    });
    this.#socket.on('frame', (frame) => {
      const next = this.#replica?.frame(frame);
      if (!next) return void this.#socket.emit('resync');
      this.#replica = next;
      this.#presence = withArrivals(this.#presence, frame.events);
    });
    this.#socket.on('box', (entries) => {
      this.#replica = this.#replica?.box(entries) ?? null;
    });
    this.#socket.on('presence', (presence) => {
      this.#presence = presence;
    });
    this.#socket.on('disconnect', () => {
      this.#again = true;
      this.#expect();
    });
  }

  /** What was asked before the line went is asked once more, under its own id, after what came before it. */
  async #settle(): Promise<void> {
    const again = this.#again;
    this.#again = false;
    const unsettled = [...this.#unsettled.keys()];
    if (!this.#waiting) await (await this.#bringBack)?.look();
    if (!again) return;
    for (const id of unsettled) {
      const message = this.#unsettled.get(id)?.message;
      if (message) this.#emit(message);
    }
  }

  #expect(): void {
    this.#lost ??= setTimeout(() => (this.#connection = 'lost'), lostAfter);
  }

  #connected(): void {
    clearTimeout(this.#lost);
    this.#lost = undefined;
    this.#connection = 'connected';
  }
}
