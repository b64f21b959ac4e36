import type { CommandId } from '#shared/ids.ts';
import { mostKept, type Answer, type CommandMessage } from '#shared/protocol/messages.ts';
import type { CommandType, PersonCommand } from '#shared/room/commands.ts';
import type { RoomSocket } from './socket.ts';

interface Page {
  readonly socket: Pick<RoomSocket, 'connected' | 'timeout'>;
  /** What has acted, in its order. What is not in the log again, and will not be, is taken out. */
  readonly acted: Map<CommandId, CommandMessage>;
  /** For whoever did it to read: what was not done again. */
  tell(messages: readonly CommandMessage[]): void;
}

/** How long an answer is waited for, in milliseconds. */
const answerWithin = 5_000;
/** When the server cannot answer it is asked again after this, in milliseconds. */
const askAgainAfter = 1_500;

/**
 * What people wrote and what they said of themselves. All else moves the meeting, or lets somebody in or
 * out, or is a consent: a person decides that again, on the room as it is by then.
 */
const sentAgain: ReadonlySet<CommandType> = new Set([
  'join',
  'rename',
  'agree',
  'askForAgreement',
  'sayReady',
  'offer',
  'signal',
  'passAlways',
  'raiseHand',
  'lowerHand',
  'writeCard',
  'editCard',
  'moveCard',
  'setAside',
  'bringBack',
  'releaseCard',
  'forgetCard',
  'shareStep',
] as const satisfies readonly CommandType[]);

/**
 * After a log that went back: what this page had been told is done, and no longer is, it sends again under
 * the same ids, in the order in which it was done, or tells. What is in the log after all acts no second time.
 */
export class BringBack {
  readonly #page: Page;
  #looking: Promise<void> | null = null;
  #onceMore = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** To be called whenever the room was told anew. Resolves when all was sent again that can be by now. */
  look(): Promise<void> {
    this.#onceMore = this.#looking !== null;
    this.#looking ??= this.#look();
    return this.#looking;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#later);
    try {
      do {
        this.#onceMore = false;
        await this.#sendAgain(await this.#lost());
      } while (this.#onceMore);
    } catch {
      // The server could not answer. Where the line has gone, the next snapshot has this page look.
      if (this.#page.socket.connected) this.#later = setTimeout(() => void this.look(), askAgainAfter);
    } finally {
      this.#looking = null;
    }
  }

  async #lost(): Promise<readonly CommandMessage[]> {
    const { acted } = this.#page;
    for (const id of [...acted.keys()].slice(0, -mostKept)) acted.delete(id);
    if (acted.size === 0) return [];
    const lost = await this.#ask<readonly CommandId[] | null>('lost', [...acted.keys()]);
    if (lost === null) throw new Error('The server cannot tell.');
    return lost.flatMap((id) => acted.get(id) ?? []);
  }

  async #sendAgain(lost: readonly CommandMessage[]): Promise<void> {
    const left: CommandMessage[] = [];
    try {
      for (const message of lost) {
        const answer = mayGo(message.command, left) && (await this.#ask<Answer>('command', message));
        if (answer && 'trouble' in answer) throw new Error(answer.trouble);
        if (answer && answer.ok && answer.acted) continue;
        this.#page.acted.delete(message.id);
        if (!answer || (!answer.ok && message.command.type !== 'join')) left.push(message);
      }
    } finally {
      if (left.length > 0) this.#page.tell(left);
    }
  }

  /** Rejects when no answer comes, at once when the line goes. */
  async #ask<Told>(event: 'lost' | 'command', what: unknown): Promise<Told> {
    const { socket } = this.#page;
    if (!socket.connected) throw new Error('The line is down.');
    return (await socket.timeout(answerWithin).emitWithAck(event, what as never)) as Told;
  }
}

/** Not on a card that an earlier command was refused for: it may have become another's meanwhile. */
const mayGo = (command: PersonCommand, left: readonly CommandMessage[]): boolean =>
  sentAgain.has(command.type) &&
  !left.some(({ command: one }) => cardOf(one) && cardOf(one) === cardOf(command));

const cardOf = (command: PersonCommand): string | null => ('card' in command ? command.card : null);
