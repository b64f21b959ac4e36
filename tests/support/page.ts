import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { io, type Socket } from 'socket.io-client';
import {
  protocolVersion,
  type Answer,
  type ClientToServer,
  type Handshake,
  type Presence,
  type ServerToClient,
  type Waiting,
} from '#shared/protocol/messages.ts';
import { Replica } from '#shared/replica/replica.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import type { PersonId, RunId } from '#shared/ids.ts';

const kinds: Readonly<Record<string, Handshake['page']>> = {
  room: 'participant',
  console: 'console',
  wall: 'wall',
};

/** A page without a screen: written from docs/protocol.md, as another client would be. */
export class Page {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  /** Everything the server ever sent here, as it came. */
  readonly heard: unknown[] = [];
  readonly device: string;
  readonly isWall: boolean;
  #replica: Replica | null = null;
  #presence: Presence = { connected: [], walls: 0 };
  #picture: string | null = null;
  #waiting: (() => void)[] = [];
  #ended: string | null = null;
  #atTheDoor: Waiting | null = null;

  /** `from`: the address a proxy says it comes from. */
  constructor(
    origin: string,
    link: string,
    device = randomBytes(16).toString('base64url'),
    from: string | null = null,
  ) {
    const url = new URL(link, origin);
    const [, kind = '', room = ''] = url.pathname.split('/');
    this.device = device;
    const page = kinds[kind] ?? 'participant';
    this.isWall = page === 'wall';
    const auth: Handshake = {
      protocol: protocolVersion,
      room,
      page,
      link: url.hash.slice(1),
      ...(page === 'console' ? {} : { device }),
    };
    this.socket = io(origin, {
      auth: { ...auth },
      transports: ['websocket'],
      extraHeaders: { origin, ...(from !== null && { 'x-forwarded-for': from }) },
      forceNew: true,
    });
    this.socket.onAny((...message: unknown[]) => this.heard.push(message));
    this.socket.on('snapshot', (snapshot) => {
      this.#presence = snapshot.presence;
      this.#become(Replica.from(snapshot, this.#replica));
    });
    this.socket.on('presence', (presence) => {
      this.#presence = presence;
      this.#wake();
    });
    this.socket.on('frame', (frame) => {
      const next = this.#replica?.frame(frame);
      if (next) this.#become(next);
      else this.socket.emit('resync');
    });
    this.socket.on('box', (entries) => {
      if (this.#replica) this.#become(this.#replica.box(entries));
    });
    this.socket.on('artifact', ({ id }) => {
      this.#picture = id;
      this.#wake();
    });
    this.socket.on('waiting', (waiting) => {
      this.#atTheDoor = waiting;
      this.#wake();
    });
    this.socket.on('farewell', (why) => this.#end(why));
    this.socket.on('connect_error', (error) => this.#end(error.message));
  }

  get isTold(): boolean {
    return this.#replica !== null;
  }
  get replica(): Replica {
    if (!this.#replica) throw new Error('This page has not been told the room.');
    return this.#replica;
  }
  get state() {
    return this.replica.confirmed;
  }
  get person(): PersonId {
    return this.replica.seat.person!;
  }
  get run(): RunId {
    return this.state.run!.id;
  }
  /** What it was told while it stands at the door. */
  get atTheDoor(): Waiting | null {
    return this.#atTheDoor;
  }
  get ended(): string | null {
    return this.#ended;
  }

  /** Resolves when `holds` is true of what the server has told, now or later. */
  async until(holds: (replica: Replica) => boolean): Promise<void> {
    while (!this.#replica || !holds(this.#replica)) await this.#next();
  }

  told = (): Promise<void> => this.until(() => true);

  /** Resolves when it was told that these people are connected, in whatever order, and so many walls. */
  async untilPresent({ connected, walls }: Presence): Promise<void> {
    const wanted = [connected.toSorted(), walls];
    while (!isDeepStrictEqual([this.#presence.connected.toSorted(), this.#presence.walls], wanted))
      await this.#next();
  }

  /** Resolves with where the picture for the wall is, once it was told of one; or that there is none. */
  async untilPicture(shown: boolean): Promise<string> {
    while ((this.#picture !== null) !== shown) await this.#next();
    return this.#picture ?? '';
  }

  /** Resolves when it stands at the door, in this state. */
  waits = (state: Waiting['state']): Promise<void> => this.waitsUntil((waiting) => waiting.state === state);

  /** Resolves when it stands at the door and `holds` is true of what it was told there. */
  async waitsUntil(holds: (waiting: Waiting) => boolean): Promise<void> {
    while (!this.#atTheDoor || !holds(this.#atTheDoor)) await this.#next();
  }

  /** Resolves with the word the server sent this page away with. */
  async sentAway(): Promise<string> {
    while (this.#ended === null) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.#ended;
  }

  async send(command: PersonCommand, id = randomBytes(12).toString('base64url')): Promise<Answer> {
    return this.sendAs(command, undefined, id);
  }

  /** In the name of somebody without a device. */
  async sendAs(
    command: PersonCommand,
    as: PersonId | undefined,
    id = randomBytes(12).toString('base64url'),
  ): Promise<Answer> {
    const answer = await this.socket.emitWithAck('command', { id, command, ...(as !== undefined && { as }) });
    if (answer.ok && this.#replica) this.#become(this.#replica.seated(answer.seat));
    return answer;
  }

  close(): void {
    this.socket.disconnect();
  }

  #next(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() =>
        this.#ended === null ? resolve() : reject(new Error(`Sent away: ${this.#ended}`)),
      );
    });
  }

  #become(replica: Replica): void {
    this.#replica = replica;
    this.#wake();
  }

  #end(why: string): void {
    this.#ended = why;
    this.socket.disconnect();
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
