import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * Somebody's own line to the server. It can be cut: what goes over it is lost, and nothing new connects.
 * Or held: nothing arrives, and nothing is lost.
 */
export class Line {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  #cut = false;
  #held = false;

  private constructor(port: number) {
    this.#server = createServer((near) => {
      if (this.#cut) return void near.destroy();
      const far = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.#open.delete(from);
          to.destroy();
        });
        // Pages that poll may open another connection meanwhile.
        if (this.#held) from.pause();
      }
    });
  }

  static async to(port: number): Promise<Line> {
    const line = new Line(port);
    line.#server.listen(0, '127.0.0.1');
    await once(line.#server, 'listening');
    return line;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  hold(): void {
    this.#held = true;
    for (const socket of this.#open) socket.pause();
  }

  release(): void {
    this.#held = false;
    for (const socket of this.#open) socket.resume();
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#open) socket.destroy();
  }

  mend(): void {
    this.#cut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
