import type { CommandId, RoomId } from '#shared/ids.ts';
import type { Answer, Farewell, Handshake, Presence } from '#shared/protocol/messages.ts';
import { Replica } from '#shared/replica/replica.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { personById } from '#shared/room/people.ts';
import type { Instant } from '#shared/time.ts';
import { newSecret } from './device.ts';
import { DeviceDrafts } from './drafts.ts';
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
  readonly command: PersonCommand;
  readonly settle: (answer: Answer) => void;
}

/** The one store of a page that stands in a room. Mounted pages see it as `Session`. */
export class RoomSession {
  readonly drafts: DeviceDrafts;
  readonly #socket: RoomSocket;
  readonly #clock: ServerClock;
  readonly #id: RoomId;
  readonly #reachable = new Reachable();
  // No screen looks at it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #unsettled = new Map<CommandId, Unsettled>();
  /** After a lost connection, what is still open is asked once more, under its own id. */
  #again = false;
  #replica = $state.raw<Replica | null>(null);
  #presence = $state.raw<Presence>({ connected: [], walls: 0 });
  #connection = $state<Session['connection']>('connected');
  #refusal = $state<string | null>(null);
  #farewell = $state<Farewell | null>(null);
  #lost: ReturnType<typeof setTimeout> | undefined;

  constructor(room: RoomId, auth: Handshake) {
    this.#id = room;
    this.drafts = new DeviceDrafts(room);
    this.#socket = openSocket(auth, (why) => (this.#farewell = why));
    this.#clock = new ServerClock(() => this.#socket.timeout(5_000).emitWithAck('time'));
    this.#listen();
    this.#expect();
  }

  /** Null until the server has told the room. */
  get replica(): Replica | null {
    return this.#replica;
  }
  get farewell(): Farewell | null {
    return this.#farewell;
  }
  get room() {
    return this.#known.room;
  }
  get sealed() {
    return this.#known.sealed;
  }
  get power() {
    return this.#known.seat.power;
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
  get now(): Instant {
    return this.#clock.now;
  }
  get refusal() {
    return this.#refusal;
  }

  get joinLink() {
    return `${this.#reachable.origin}/room/${this.#id}#${this.room.door}`;
  }
  get joinHost() {
    return this.#reachable.origin.replace(/^https?:\/\//, '');
  }
  get wallLink() {
    return `/wall/${this.#id}#${this.room.door}`;
  }

  dismiss(): void {
    this.#refusal = null;
  }

  newId(): string {
    return newSecret();
  }

  async send(command: PersonCommand): Promise<Answer> {
    this.#refusal = null;
    const answer = await this.#ask(command);
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

  #ask(command: PersonCommand): Promise<Answer> {
    if (!this.#socket.connected) return Promise.resolve({ ok: false, trouble: 'not-connected' });
    const id = newSecret();
    this.#replica = this.#known.asked(id, command);
    return new Promise((settle) => {
      this.#unsettled.set(id, { command, settle });
      this.#emit(id, command);
    });
  }

  #emit(id: CommandId, command: PersonCommand, tries = 1): void {
    this.#socket.emit('command', { id, command }, (answer) => {
      const unsettled = this.#unsettled.get(id);
      if (!unsettled) return;
      // Whether it acted is not known: asked again under the same id, it acts once.
      const open = !answer.ok && 'trouble' in answer && answer.trouble === 'store-unavailable';
      if (open && tries < mostTries) {
        setTimeout(() => this.#socket.connected && this.#emit(id, command, tries + 1), tryAgainAfter);
        return;
      }
      this.#unsettled.delete(id);
      const answered = this.#known.answered(id, answer.ok ? answer.version : null);
      this.#replica = answer.ok ? answered.seated(answer.seat) : answered;
      unsettled.settle(answer);
    });
  }

  #listen(): void {
    this.#socket.on('snapshot', (snapshot) => {
      this.#connected();
      if (this.#again || !this.#replica) this.#clock.connected(snapshot.now);
      this.#presence = snapshot.presence;
      this.#replica = Replica.from(snapshot, this.#replica);
      if (this.#again) for (const [id, { command }] of this.#unsettled) this.#emit(id, command);
      this.#again = false;
    });
    this.#socket.on('frame', (frame) => {
      const next = this.#replica?.frame(frame);
      if (next) this.#replica = next;
      else this.#socket.emit('resync');
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

  #expect(): void {
    this.#lost ??= setTimeout(() => (this.#connection = 'lost'), lostAfter);
  }

  #connected(): void {
    clearTimeout(this.#lost);
    this.#lost = undefined;
    this.#connection = 'connected';
  }
}
