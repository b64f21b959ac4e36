import type { CommandId, PersonId } from '#shared/ids.ts';
import type { CommandMessage } from '#shared/protocol/messages.ts';
import { mount, unmount } from 'svelte';
import { keepForMe } from '../board/keptDrafts.ts';
import { BringBack } from './bringBack.ts';
import LostForGood from './LostForGood.svelte';
import { isKept } from './lostWords.ts';
import type { Drafts } from './session.ts';
import type { RoomSocket } from './socket.ts';

interface Page {
  readonly socket: RoomSocket;
  readonly acted: Map<CommandId, CommandMessage>;
  readonly drafts: Drafts;
  nameOf(person: PersonId): string | null;
}

/**
 * What is ready for a log that goes back, in a file that comes with the first thing somebody does: no
 * page waits for it to stand, and walls never ask for it.
 */
export class AfterLoss {
  readonly #page: Page;
  readonly #bringBack: BringBack;
  #left = $state.raw<readonly CommandMessage[]>([]);
  #notice: Record<string, never> | null = null;

  constructor(page: Page) {
    this.#page = page;
    this.#bringBack = new BringBack({ ...page, tell: (messages) => this.#tell(messages) });
    page.socket.on('frame', ({ events }) => {
      for (const event of events) if (event.type === 'cardForgotten') this.#forget(event.card);
    });
  }

  look(): Promise<void> {
    return this.#bringBack.look();
  }

  #tell(messages: readonly CommandMessage[]): void {
    for (const message of messages) {
      const { command } = message;
      if (command.type === 'writeCard' && isKept(message))
        keepForMe(this.#page.drafts, command.card, command.zone, command.text);
    }
    this.#left = [...this.#left, ...messages];
    this.#notice ??= mount(LostForGood, { target: document.body, props: this.#props() });
  }

  #props() {
    const messages = () => this.#left;
    return {
      get messages() {
        return messages();
      },
      nameOf: (person: PersonId) => this.#page.nameOf(person),
      onread: () => this.end(),
    };
  }

  /** Takes what was told from the screen. */
  end(): void {
    if (this.#notice) void unmount(this.#notice);
    this.#notice = null;
    this.#left = [];
  }

  /** Words that are forgotten go from here as well. */
  #forget(card: string): void {
    const { acted } = this.#page;
    for (const [id, { command }] of acted)
      if ('card' in command && command.card === card && 'text' in command) acted.delete(id);
  }
}
