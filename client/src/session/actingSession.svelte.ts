import type { CommandId, PersonId, RoomId } from '#shared/ids.ts';
import type { Answer, CommandMessage, Handshake } from '#shared/protocol/messages.ts';
import type { Foresee } from '#shared/replica/foreseen.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import type { AfterLoss } from './afterLoss.svelte.ts';
import { newSecret } from './device.ts';
import { DeviceDrafts } from './drafts.svelte.ts';
import { refusalWords } from './refusalWords.ts';
import { RoomSession } from './roomSession.svelte.ts';

/** A room that cannot write just now is asked again this often, so long apart in milliseconds. */
const mostTries = 4;
const tryAgainAfter = 1_500;

interface Unsettled {
  readonly message: CommandMessage;
  readonly settle: (answer: Answer) => void;
}

/** The store of a page on which somebody does things: what is asked of the room, until it is answered. */
export class ActingSession extends RoomSession {
  readonly #drafts: DeviceDrafts;
  // No screen looks at it.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #unsettled = new Map<CommandId, Unsettled>();
  /** What has acted: a log that goes back loses it, and this page has it still. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #acted = new Map<CommandId, CommandMessage>();
  /** Fetched with the first thing somebody does. */
  #afterLoss: AfterLoss | null = null;
  /** What is pressed while older things are sent again comes after them. */
  #settling: Promise<void> | null = null;
  #foresee: Foresee | null = null;
  #refusal = $state<string | null>(null);

  constructor(room: RoomId, auth: Handshake) {
    super(room, auth);
    this.#drafts = new DeviceDrafts(room);
  }

  override get drafts() {
    return this.#drafts;
  }
  override get refusal() {
    return this.#refusal;
  }

  override dismiss(): void {
    this.#refusal = null;
  }

  override showAtOnce(foresee: Foresee): void {
    this.#foresee = foresee;
  }

  override async send(command: PersonCommand, as?: PersonId): Promise<Answer> {
    this.#refusal = null;
    if (this.socket.connected) await this.#settling;
    const answer = await this.#ask({ id: newSecret(), command, ...(as !== undefined && { as }) });
    this.#refusal = refusalWords(answer);
    if (answer.ok && command.type === 'leave') {
      this.#drafts.wipe();
      this.#letGo();
    }
    return answer;
  }

  protected override told(): void {
    this.#settling = this.#settle(this.again);
    super.told();
  }

  protected override ended(): void {
    this.#drafts.close();
    this.#letGo();
  }

  /** Nothing that somebody wrote stays in this page when they go. */
  #letGo(): void {
    this.#acted.clear();
    this.#afterLoss?.end();
  }

  #ask(message: CommandMessage): Promise<Answer> {
    if (!this.socket.connected) return Promise.resolve({ ok: false, trouble: 'not-connected' });
    const { id, command, as } = message;
    const shown = as === undefined && this.#foresee?.(id, command);
    if (shown) this.held = this.held?.asked(shown) ?? null;
    return new Promise((settle) => {
      this.#unsettled.set(id, { message, settle });
      this.#emit(message);
    });
  }

  #emit(message: CommandMessage, tries = 1): void {
    const { id } = message;
    this.socket.emit('command', message, (answer) => {
      const unsettled = this.#unsettled.get(id);
      if (!unsettled) return;
      // Whether it acted is not known: asked again under the same id, it acts once.
      const open = !answer.ok && 'trouble' in answer && answer.trouble === 'store-unavailable';
      if (open && tries < mostTries) {
        // Whoever pressed is told at once; the words go when it is done after all.
        this.#refusal = refusalWords(answer);
        setTimeout(() => this.socket.connected && this.#emit(message, tries + 1), tryAgainAfter);
        return;
      }
      if (tries > 1) this.#refusal = null;
      this.#unsettled.delete(id);
      const answered = this.held?.answered(id, answer.ok ? answer.version : null) ?? null;
      this.held = answer.ok ? (answered?.seated(answer.seat) ?? null) : answered;
      if (answer.ok && answer.acted) this.#keep(message);
      unsettled.settle(answer);
    });
  }

  #keep(message: CommandMessage): void {
    this.#acted.set(message.id, message);
    if (this.#afterLoss) return;
    // What does not come is asked for again with the next thing that is done.
    import('./afterLoss.svelte.ts').then(
      ({ AfterLoss }) => (this.#afterLoss ??= new AfterLoss(this, this.socket, this.#acted)),
      () => undefined,
    );
  }

  /** What was asked before the line went is asked once more, under its own id, after what came before it. */
  async #settle(again: boolean): Promise<void> {
    const unsettled = [...this.#unsettled.keys()];
    if (!this.waiting) await this.#afterLoss?.look();
    if (!again) return;
    for (const id of unsettled) {
      const message = this.#unsettled.get(id)?.message;
      if (message) this.#emit(message);
    }
  }
}
