import type { PersonId, RoomId } from '#shared/ids.ts';
import type { Answer, Farewell, Handshake, Presence, Seat, Waiting } from '#shared/protocol/messages.ts';
import type { Foresee } from '#shared/replica/foreseen.ts';
import { Replica } from '#shared/replica/replica.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { acting } from '#shared/room/actor.ts';
import { personById } from '#shared/room/people.ts';
import { latest, type Instant } from '#shared/time.ts';
import { withArrivals } from './arrivals.ts';
import { ShownArtifact } from '../artifact/shownArtifact.svelte.ts';
import { newSecret } from './device.ts';
import { ServerClock } from './serverClock.ts';
import { Reachable } from './reachable.svelte.ts';
import type { Drafts, Session } from './session.ts';
import { openSocket, type RoomSocket } from './socket.ts';

/** A connection that comes back within this, in milliseconds, is not worth a word. */
const lostAfter = 3_000;

/**
 * The one store of a page that stands in a room, as the wall has it, which only shows. Mounted pages see it
 * as `Session`. Who does something there has an `ActingSession`.
 */
export class RoomSession implements Session {
  readonly artifact: ShownArtifact;
  protected readonly socket: RoomSocket;
  readonly #clock: ServerClock;
  readonly #id: RoomId;
  readonly #reachable = new Reachable();
  /** By address. The wall shows one on several of its pictures. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #qrCodes = new Map<string, readonly string[]>();
  /** The line was lost since the room was told. */
  protected again = false;
  protected held = $state.raw<Replica | null>(null);
  #waiting = $state.raw<Waiting | null>(null);
  #wall = $state.raw<string | null>(null);
  #presence = $state.raw<Presence>({ connected: [], walls: 0 });
  #connection = $state<Session['connection']>('connected');
  #farewell = $state<Farewell | null>(null);
  #lost: ReturnType<typeof setTimeout> | undefined;

  constructor(room: RoomId, auth: Handshake) {
    this.#id = room;
    this.socket = openSocket(auth, (why) => {
      this.#farewell = why;
      this.ended();
    });
    this.artifact = new ShownArtifact(room, auth.device ?? auth.link, this.socket);
    this.#clock = new ServerClock(() => this.socket.timeout(5_000).emitWithAck('time'));
    this.#listen();
    this.#expect();
  }

  /** Null until the server has told the room. */
  get replica(): Replica | null {
    return this.held;
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
    return this.held ? latest(now, this.held.confirmed.changedAt) : now;
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
    const rows = (await this.socket.timeout(5_000).emitWithAck('qr', address)) as readonly string[] | null;
    if (!rows) throw new Error('The server draws no QR code of this.');
    this.#qrCodes.set(address, rows);
    return rows;
  }
  get wallLink() {
    return `/wall/${this.#id}#${this.#wall ?? this.room.door}`;
  }

  /** What only looks at a room has no drafts, asks for nothing, and is refused nothing. */
  get drafts(): Drafts {
    return { read: () => '', write: () => undefined, clear: () => undefined };
  }
  get refusal(): string | null {
    return null;
  }
  dismiss(): void {}
  showAtOnce(_foresee: Foresee): void {}
  newId(): string {
    return newSecret();
  }
  send(_command: PersonCommand, _as?: PersonId): Promise<Answer> {
    return Promise.resolve({ ok: false, rejection: 'role/wall-only-shows' });
  }

  close(): void {
    clearTimeout(this.#lost);
    this.ended();
    this.socket.disconnect();
  }

  get #known(): Replica {
    if (!this.held) throw new Error('No page is mounted before its room is known.');
    return this.held;
  }

  #listen(): void {
    this.socket.on('snapshot', (snapshot) => {
      this.#connected();
      if (this.again || !this.held) this.#clock.connected(snapshot.now, snapshot.rate);
      this.#presence = snapshot.presence;
      this.#waiting = null;
      this.#wall = snapshot.wall;
      this.held = Replica.from(snapshot, this.held);
      this.told();
    });
    this.socket.on('waiting', (waiting) => {
      this.#connected();
      this.#waiting = waiting;
      this.told();
    });
    this.socket.on('frame', (frame) => {
      const next = this.held?.frame(frame);
      if (!next) return void this.socket.emit('resync');
      this.held = next;
      this.#presence = withArrivals(this.#presence, frame.events);
    });
    this.socket.on('box', (entries) => {
      this.held = this.held?.box(entries) ?? null;
    });
    this.socket.on('presence', (presence) => {
      this.#presence = presence;
    });
    this.socket.on('disconnect', () => {
      this.again = true;
      this.#expect();
    });
  }

  /** The room was told, or a page at the door was told of itself. */
  protected told(): void {
    this.again = false;
  }

  /** This page is sent away, or leaves by itself. */
  protected ended(): void {}

  #expect(): void {
    this.#lost ??= setTimeout(() => (this.#connection = 'lost'), lostAfter);
  }

  #connected(): void {
    clearTimeout(this.#lost);
    this.#lost = undefined;
    this.#connection = 'connected';
  }
}
