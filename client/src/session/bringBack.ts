import type { CommandId } from '#shared/ids.ts';
import { mostKept, type Answer, type CommandMessage } from '#shared/protocol/messages.ts';
import type { RoomSocket } from './socket.ts';

/** One that does things in a room. */
export interface Page {
  readonly socket: Pick<RoomSocket, 'connected' | 'timeout'>;
  /** How many events of the log it knows. */
  version(): number;
  send(message: CommandMessage): Promise<Answer>;
  /** What could not be brought back, for whoever did it to read. */
  tell(messages: readonly CommandMessage[]): void;
}

interface Acted {
  readonly message: CommandMessage;
  /** How many events whoever did it had seen. */
  readonly seen: number;
}

/** How long an answer is waited for, in milliseconds. */
const answerWithin = 5_000;
/** When the server cannot answer it is asked again after this, in milliseconds. */
const askAgainAfter = 1_500;
/** What others did before is waited for as long as the room moves, and this much longer, in milliseconds. */
const patience = 3_000;
const lookEvery = 50;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * After a log that went back: what this page had been told is done, and no longer is, it sends again under
 * the same ids, each when the room is where it was when it was done. What is in the log after all acts no
 * second time.
 */
export class BringBack {
  readonly #page: Page;
  /** The latest of what has acted, in its order: a log that goes back loses it, and this page has it still. */
  readonly #acted = new Map<CommandId, Acted>();
  #looking: Promise<void> | null = null;
  #onceMore = false;

  constructor(page: Page) {
    this.#page = page;
  }

  keep(message: CommandMessage, seen: number): void {
    this.#acted.set(message.id, { message, seen });
    const [oldest] = this.#acted.keys();
    if (this.#acted.size > mostKept && oldest !== undefined) this.#acted.delete(oldest);
  }

  /** To be called whenever the room was told anew. Resolves when everything was sent again that can be by now. */
  look(): Promise<void> {
    this.#onceMore = this.#looking !== null;
    this.#looking ??= this.#look();
    return this.#looking;
  }

  async #look(): Promise<void> {
    do {
      this.#onceMore = false;
      const lost = await this.#lost();
      if (lost === null) setTimeout(() => void this.look(), askAgainAfter);
      else await this.#sendAgain(lost.flatMap((id) => this.#acted.get(id) ?? []));
    } while (this.#onceMore);
    this.#looking = null;
  }

  /** Null when the server cannot tell. While the line is down nothing: the snapshot after it has one look again. */
  async #lost(): Promise<readonly CommandId[] | null> {
    const { socket } = this.#page;
    if (!socket.connected) return [];
    const asked = socket.timeout(answerWithin).emitWithAck('lost', [...this.#acted.keys()]);
    return (await asked.catch(() => null)) as readonly CommandId[] | null;
  }

  async #sendAgain(lost: readonly Acted[]): Promise<void> {
    const refused: CommandMessage[] = [];
    /** Events that nobody has brought back. */
    let missing = 0;
    for (const { message, seen } of lost) {
      missing = await this.#until(seen, missing);
      const answer = await this.#send(message);
      if (answer.ok || !('rejection' in answer)) continue;
      this.#acted.delete(message.id);
      // Who came in by the door meanwhile need not come in again.
      if (message.command.type !== 'join') refused.push(message);
    }
    if (refused.length > 0) this.#page.tell(refused);
  }

  /** Resolves when others have done again what was there to see. */
  async #until(seen: number, missing: number): Promise<number> {
    let version = this.#page.version();
    for (let quiet = 0; version + missing < seen; quiet += lookEvery) {
      if (quiet >= patience) return seen - version;
      await pause(lookEvery);
      if (this.#page.version() !== version) quiet = 0;
      version = this.#page.version();
    }
    return missing;
  }

  /** At the pace the server takes. */
  async #send(message: CommandMessage): Promise<Answer> {
    for (;;) {
      const answer = await this.#page.send(message);
      if (answer.ok || !('trouble' in answer) || answer.trouble !== 'too-fast') return answer;
      await pause(askAgainAfter);
    }
  }
}
