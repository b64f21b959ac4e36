import type { RoomId } from '#shared/ids.ts';
import type { Head } from './eventStore.ts';

export type OnPoke = (head: Head | null) => void;

/** Who in this process wants to hear that a room's log has moved. */
export class Pokes {
  readonly #listeners = new Map<RoomId, Set<{ readonly onPoke: OnPoke }>>();

  subscribe(room: RoomId, onPoke: OnPoke): () => void {
    const listener = { onPoke };
    const listeners = this.#listeners.get(room) ?? new Set();
    this.#listeners.set(room, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(room) === listeners) this.#listeners.delete(room);
    };
  }

  /** Later, so that a listener never runs inside the call that moved the log. Null: to where is not known. */
  poke(room: RoomId, head: Head | null): void {
    const listeners = this.#listeners.get(room);
    if (listeners === undefined) return;
    queueMicrotask(() => {
      for (const listener of listeners) listener.onPoke(head);
    });
  }

  /** For when pokes may have been lost. */
  pokeAll(): void {
    for (const room of this.#listeners.keys()) this.poke(room, null);
  }
}
