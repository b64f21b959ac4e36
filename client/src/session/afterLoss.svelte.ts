import type { CommandId, PersonId } from '#shared/ids.ts';
import type { CommandMessage } from '#shared/protocol/messages.ts';
import { personById } from '#shared/room/people.ts';
import { mount, unmount } from 'svelte';
import { keepForMe } from '../board/keptDrafts.ts';
import { BringBack } from './bringBack.ts';
import LostForGood from './LostForGood.svelte';
import { isKept } from './lostWords.ts';
import type { Session } from './session.ts';
import type { RoomSocket } from './socket.ts';

/**
 * What is ready for a log that goes back, in a file that comes with the first thing somebody does: no
 * page waits for it to stand, and walls never ask for it.
 */
export class AfterLoss {
  readonly #session: Pick<Session, 'room' | 'drafts'>;
  readonly #acted: Map<CommandId, CommandMessage>;
  readonly #bringBack: BringBack;
  #left = $state.raw<readonly CommandMessage[]>([]);
  #notice: Record<string, never> | null = null;

  constructor(
    session: Pick<Session, 'room' | 'drafts'>,
    socket: RoomSocket,
    acted: Map<CommandId, CommandMessage>,
  ) {
    this.#session = session;
    this.#acted = acted;
    this.#bringBack = new BringBack({ socket, acted, tell: (messages) => this.#tell(messages) });
    socket.on('frame', ({ events }) => {
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
        keepForMe(this.#session.drafts, command.card, command.zone, command.text);
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
      nameOf: (person: PersonId) => personById(this.#session.room, person)?.name ?? null,
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
    for (const [id, { command }] of this.#acted)
      if ('card' in command && command.card === card && 'text' in command) this.#acted.delete(id);
  }
}
