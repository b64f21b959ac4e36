import { WebSocket } from 'ws';

type Hear = (event: string, message: Buffer) => void;
interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (why: Error) => void;
}

/**
 * Socket.IO over a WebSocket by hand. Its own client costs more to hear with than a server to say, and the
 * clients would be what is measured.
 */
export class SocketIoLine {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  hear: Hear;

  private constructor(socket: WebSocket, hear: Hear) {
    this.#socket = socket;
    this.hear = hear;
  }

  /** Resolves when it is let in; rejects when it is not. */
  static open(origin: string, auth: object, hear: Hear): Promise<SocketIoLine> {
    const address = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, { origin, perMessageDeflate: false, skipUTF8Validation: true });
    const line = new SocketIoLine(socket, hear);
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.once('close', (code) => {
        const why = new Error(`The line was closed: ${code}`);
        reject(why);
        for (const waiting of line.#waiting.values()) waiting.reject(why);
      });
      socket.on('message', (message: Buffer) => {
        const kind = message.toString('latin1', 0, 2);
        if (kind === '42') line.hear(message.toString('latin1', 4, message.indexOf('"', 4)), message);
        else if (kind === '43') line.#answer(message);
        else if (kind === '2') socket.send('3');
        else if (kind === '40') resolve(line);
        else if (kind === '44') reject(new Error(message.toString()));
        else if (kind.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`);
      });
    });
  }

  ask(event: string, argument: object): Promise<unknown> {
    const id = ++this.#asked;
    this.#socket.send(`42${id}${JSON.stringify([event, argument])}`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  close(): void {
    this.#socket.terminate();
  }

  #answer(message: Buffer): void {
    const begins = message.indexOf('[');
    const id = Number(message.toString('latin1', 2, begins));
    const [answer] = JSON.parse(message.toString('utf8', begins)) as unknown[];
    this.#waiting.get(id)?.resolve(answer);
    this.#waiting.delete(id);
  }
}
