import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

/**
 * A WebSocket by hand, for what no client library lets one do: any header, any packet, and a reader
 * that stops reading. Answers pings like any other.
 */
export class RawSocket {
  /** The text of every frame, in order. */
  readonly heard: string[] = [];
  readonly #socket: Socket;
  #unread: Buffer;
  #ended = false;
  #waiting: (() => void)[] = [];

  private constructor(socket: Socket, head: Buffer) {
    this.#socket = socket;
    this.#unread = head;
    socket.on('data', (chunk: Buffer) => this.#read(chunk));
    socket.on('error', () => this.#end());
    socket.on('close', () => this.#end());
    this.#read(Buffer.alloc(0));
  }

  /** The open connection, or the status it was refused with. */
  static open(origin: string, headers: Readonly<Record<string, string>>): Promise<RawSocket | number> {
    const asked = request(`${origin}/socket.io/?EIO=4&transport=websocket`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers,
      },
    });
    return new Promise((resolve, reject) => {
      asked.once('upgrade', (_response, socket: Socket, head) => resolve(new RawSocket(socket, head)));
      asked.once('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.once('error', reject);
      asked.end();
    });
  }

  /** Connected from our own pages' origin, with nothing said yet. */
  static async ofOurs(origin: string): Promise<RawSocket> {
    const opened = await RawSocket.open(origin, { origin });
    if (typeof opened === 'number') throw new Error(`Refused with ${opened}.`);
    return opened;
  }

  /** Says the handshake and waits for the room. */
  async enter(words: object): Promise<this> {
    this.send(`40${JSON.stringify(words)}`);
    await this.until((heard) => heard.some((text) => text.startsWith('42["snapshot"')));
    return this;
  }

  send(packet: string | Buffer): void {
    this.#socket.write(masked(typeof packet === 'string' ? 1 : 2, Buffer.from(packet as string)));
  }

  /** From now on what the server sends stays in the line. */
  stopReading(): void {
    this.#socket.pause();
  }

  readAgain(): void {
    this.#socket.resume();
  }

  async until(holds: (heard: readonly string[]) => boolean): Promise<void> {
    while (!holds(this.heard)) {
      if (this.#ended) throw new Error('The server has hung up.');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async hungUp(): Promise<void> {
    while (!this.#ended) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, chunk]);
    for (let frame = nextFrame(this.#unread); frame; frame = nextFrame(this.#unread)) {
      this.#unread = this.#unread.subarray(frame.end);
      if (frame.kind === 8) this.#socket.end();
      else if (frame.text === '2') this.send('3');
      else this.heard.push(frame.text);
    }
    this.#wake();
  }

  #end(): void {
    this.#ended = true;
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function masked(kind: 1 | 2, payload: Buffer): Buffer {
  const mask = randomBytes(4);
  const { length } = payload;
  const size = length < 126 ? [0x80 | length] : [0x80 | 126, length >> 8, length & 0xff];
  const body = payload.map((byte, i) => byte ^ mask[i % 4]!);
  return Buffer.concat([Buffer.from([0x80 | kind, ...size]), mask, body]);
}

function nextFrame(data: Buffer): { kind: number; text: string; end: number } | null {
  if (data.length < 2) return null;
  const short = data[1]! & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (data.length < start) return null;
  const length = short < 126 ? short : short === 126 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  const end = start + length;
  if (data.length < end) return null;
  return { kind: data[0]! & 0x0f, text: data.toString('utf8', start, end), end };
}
