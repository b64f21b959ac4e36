import type { RoomId } from '#shared/ids.ts';
import type { Bus } from './bus.ts';

/** For nodes in one process: a server that runs alone, and tests of several. */
export class MemoryBus implements Bus {
  readonly #listeners: ((word: string) => void)[] = [];
  readonly #receivers = new Map<string, (room: RoomId, letter: string) => void>();

  /** Later, so that no listener runs inside the call that says something. */
  say(word: string): void {
    queueMicrotask(() => {
      for (const heard of this.#listeners) heard(word);
    });
  }

  listen(heard: (word: string) => void): void {
    this.#listeners.push(heard);
  }

  send(to: string, room: RoomId, letter: string): void {
    queueMicrotask(() => this.#receivers.get(to)?.(room, letter));
  }

  receive(name: string, got: (room: RoomId, letter: string) => void): void {
    this.#receivers.set(name, got);
  }
}
