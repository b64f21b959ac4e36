import type { Page } from '@playwright/test';

/** Everything the server sends to a page over WebSockets, from before it is opened. */
export class Heard {
  readonly #frames: string[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#frames.push(String(payload)));
    });
  }

  /** All frames as one text. */
  get all(): string {
    return this.#frames.join('\n');
  }

  /** Names of the messages, as Socket.IO writes them: `42["waiting",{…}]`. */
  get messages(): string[] {
    return this.#frames.flatMap((frame) => /^42\["(\w+)"/.exec(frame)?.[1] ?? []);
  }
}
