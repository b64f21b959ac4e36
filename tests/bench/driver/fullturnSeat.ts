import { randomBytes } from 'node:crypto';
import { protocolVersion, type Answer, type Frame, type Snapshot } from '#shared/protocol/messages.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { SocketIoLine } from './socketIoLine.ts';

const pages = { room: 'participant', console: 'console', wall: 'wall' };
let commands = 0;

/** A page of Fullturn without a screen, written from docs/protocol.md. */
export class FullturnSeat {
  readonly #line: SocketIoLine;

  private constructor(line: SocketIoLine) {
    this.#line = line;
  }

  /** Resolves when it has been told the room, and with what it was told. */
  static async open(origin: string, link: string): Promise<{ seat: FullturnSeat; snapshot: Snapshot }> {
    const { pathname, hash } = new URL(link, origin);
    const [, kind = '', room = ''] = pathname.split('/');
    const device = kind === 'room' ? { device: randomBytes(16).toString('base64url') } : {};
    const page = pages[kind as keyof typeof pages];
    const auth = { protocol: protocolVersion, room, page, link: hash.slice(1), ...device };
    const told = Promise.withResolvers<Snapshot>();
    const line = await SocketIoLine.open(origin, auth, (event, message) => {
      if (event === 'snapshot') told.resolve(bodyOf(message) as Snapshot);
    });
    return { seat: new FullturnSeat(line), snapshot: await told.promise };
  }

  /** What its screen is told of cards, from now on. */
  hear(told: (message: Buffer) => void): void {
    this.#line.hear = (event, message) => {
      if (event === 'frame' || event === 'snapshot') told(message);
    };
  }

  /** Resolves with the next frame for which `find` finds something, and with what it found. */
  find<T>(find: (frame: Frame) => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      this.#line.hear = (event, message) => {
        const found = event === 'frame' ? find(bodyOf(message) as Frame) : undefined;
        if (found !== undefined) resolve(found);
      };
    });
  }

  async send(command: PersonCommand): Promise<Answer> {
    return (await this.#line.ask('command', { id: `bench-${++commands}-command`, command })) as Answer;
  }

  /** Throws when it is refused. */
  async must(command: PersonCommand): Promise<Extract<Answer, { ok: true }>> {
    const answer = await this.send(command);
    if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    return answer;
  }

  close(): void {
    this.#line.close();
  }
}

const bodyOf = (message: Buffer): unknown => (JSON.parse(message.toString('utf8', 2)) as unknown[])[1];
