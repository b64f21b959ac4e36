import type { IncomingMessage } from 'node:http';
import { duration, seconds, type Duration } from '#shared/time.ts';
import { schedule } from '../rooms/alarm.ts';
import type { RoomServer, RoomSocket } from './roomSocket.ts';

/** So many pages a second come back, to other nodes or to this one's successor. */
const pagesASecond = 500;
const least = seconds(1);
const most = seconds(20);
/** The last of them need a moment to hang up. */
const lastMoment = seconds(0.5);

/** Over how long so many pages are asked to come back. */
export const spreadOf = (pages: number): Duration =>
  duration(Math.min(most, Math.max(least, (pages / pagesASecond) * 1000)));

/**
 * A node that is about to stop: no page connects any more, and those that are connected are told when
 * to come back. Until then everything they do is done.
 */
export class Leaving {
  readonly #io: RoomServer;
  #left: Promise<void> | null = null;

  constructor(io: RoomServer) {
    this.#io = io;
    io.engine.use(
      (request: IncomingMessage & { _query: { sid?: string } }, response: Response, next: () => void) => {
        if (this.#left === null || request._query.sid !== undefined) return next();
        // A proxy takes this for "ask another node".
        if (request.headers.upgrade === undefined) response.writeHead(503, { connection: 'close' }).end();
        else request.socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
      },
    );
  }

  get begun(): boolean {
    return this.#left !== null;
  }

  /** Resolves when all have gone, twenty seconds and a half later at the latest. */
  begin(): Promise<void> {
    this.#left ??= this.#sendAll();
    return this.#left;
  }

  async #sendAll(): Promise<void> {
    const pages = [...this.#io.of('/').sockets.values()];
    const spread = spreadOf(pages.length);
    for (const page of pages) page.emit('leaving', { inMs: duration(Math.floor(Math.random() * spread)) });
    await Promise.race([Promise.all(pages.map(gone)), after(duration(spread + lastMoment))]);
  }
}

type Response = { writeHead(status: number, headers: object): { end(): void } };

const gone = (page: RoomSocket): Promise<void> =>
  new Promise((resolve) => page.once('disconnect', () => resolve()));
const after = (delay: Duration): Promise<void> => new Promise((resolve) => void schedule(delay, resolve));
