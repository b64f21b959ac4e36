import type { Bus } from './bus.ts';

/** For nodes in one process: a server that runs alone, and tests of several. */
export class MemoryBus implements Bus {
  readonly #listeners: ((word: string) => void)[] = [];

  /** Later, so that no listener runs inside the call that says something. */
  say(word: string): void {
    queueMicrotask(() => {
      for (const heard of this.#listeners) heard(word);
    });
  }

  listen(heard: (word: string) => void): void {
    this.#listeners.push(heard);
  }
}
