import type { CommandId } from '#shared/ids.ts';
import type { Rejection } from '#shared/room/rejections.ts';

/** So many refusals a room remembers; a page repeats only what it has just asked. */
const most = 256;

/** What was refused lately, by command, so that a repeat gets the same answer. */
export class Refusals {
  readonly #rejections = new Map<CommandId, Rejection>();

  add(command: CommandId, rejection: Rejection): void {
    this.#rejections.set(command, rejection);
    const [oldest] = this.#rejections.keys();
    if (this.#rejections.size > most && oldest !== undefined) this.#rejections.delete(oldest);
  }

  get(command: CommandId): Rejection | null {
    return this.#rejections.get(command) ?? null;
  }
}
