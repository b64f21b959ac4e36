import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

interface Reached {
  readonly node: number;
  readonly answer: IncomingMessage;
  /** The line to the node, where it has changed to another protocol. */
  readonly far?: Duplex;
}

/**
 * What deploy/haproxy.cfg does, in a hundred lines: each browser stays with its node by a cookie, as
 * polling needs, and is given another one when its own is gone or about to stop. For one machine only.
 */
export class Proxy {
  readonly #server: Server;
  readonly #ports: readonly number[];
  readonly #open = new Set<Socket>();
  #turn = 0;

  private constructor(ports: readonly number[]) {
    this.#ports = ports;
    this.#server = createServer((from, to) => {
      void this.#reach(from).then((reached) => {
        if (!reached) return to.writeHead(503).end();
        to.writeHead(reached.answer.statusCode!, headersFor(from, reached)).flushHeaders();
        return reached.answer.on('error', () => to.destroy()).pipe(to);
      });
    });
    this.#server.on('upgrade', (from: IncomingMessage, near: Duplex, first: Buffer) => {
      const line = withFirst(near, first);
      line.on('error', () => line.destroy());
      void this.#reach(from).then((reached) => {
        if (!reached?.far) return line.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n');
        const headers = headersFor(from, reached).map((one, i) => (i % 2 === 0 ? `${one}: ` : `${one}\r\n`));
        line.write(`HTTP/1.1 101 Switching Protocols\r\n${headers.join('')}\r\n`);
        join(line, reached.far);
      });
    });
    this.#server.on('connection', (socket) => {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
    });
  }

  /** Listens on `port` of this machine, any free one for 0, before nodes on these ports. */
  static async start(port: number, nodes: readonly number[]): Promise<Proxy> {
    const proxy = new Proxy(nodes);
    proxy.#server.listen(port, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
  }

  /** The node of its cookie, else the next in turn; another one when that does not answer. */
  async #reach(from: IncomingMessage): Promise<Reached | null> {
    const first = nodeOf(from) ?? this.#turn++;
    for (let i = 0; i < this.#ports.length; i++) {
      const node = (first + i) % this.#ports.length;
      const reached = await ask(from, node, this.#ports[node]!);
      if (reached !== 'another') return reached;
    }
    return null;
  }
}

/** A body is sent on once, so what has one goes to another node only if this one did not even listen. */
function ask(from: IncomingMessage, node: number, port: number): Promise<Reached | 'another' | null> {
  const { method, url: path, socket } = from;
  const bare = method === 'GET' || method === 'HEAD';
  const forwarded = [from.headers['x-forwarded-for'] ?? [], socket.remoteAddress ?? []].flat().join(', ');
  const connection = from.headers.upgrade === undefined ? 'close' : 'upgrade';
  const headers = { ...from.headers, connection, 'x-forwarded-for': forwarded };
  const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
  let heard = false;
  asked.once('socket', (far) =>
    far.once('connect', () => {
      heard = true;
      if (bare) asked.end();
      else from.pipe(asked);
    }),
  );
  return new Promise((resolve) => {
    asked.on('error', () => resolve(heard && !bare ? null : 'another'));
    asked.once('upgrade', (answer, far, first) => resolve({ node, answer, far: withFirst(far, first) }));
    asked.once('response', (answer) => {
      const leaving = bare && answer.statusCode === 503;
      if (leaving) answer.resume();
      resolve(leaving ? 'another' : { node, answer });
    });
  });
}

/** What came in one packet with the change of protocol belongs to the new one: a node greets at once. */
function withFirst(line: Duplex, first: Buffer): Duplex {
  if (first.length > 0) line.unshift(first);
  return line;
}

const cookie = 'fullturn-node';
const nodeOf = ({ headers }: IncomingMessage): number | null => {
  const [, found] = new RegExp(`\\b${cookie}=(\\d)`).exec(headers.cookie ?? '') ?? [];
  return found === undefined ? null : Number(found);
};

/** As the node answered, name and value by turns, with the cookie where it is new. */
function headersFor(from: IncomingMessage, { node, answer, far }: Reached): string[] {
  const { rawHeaders } = answer;
  const kept = rawHeaders.filter((_, i) => far || rawHeaders[i - (i % 2)]!.toLowerCase() !== 'connection');
  if (nodeOf(from) === node) return kept;
  return [...kept, 'set-cookie', `${cookie}=${node}; Path=/; HttpOnly; SameSite=Lax`];
}

function join(near: Duplex, far: Duplex): void {
  near.pipe(far).pipe(near);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const)
    one.on('error', () => other.destroy()).on('close', () => other.destroy());
}
