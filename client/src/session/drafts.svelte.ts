import { deviceStorage } from './deviceStorage.ts';
import type { Drafts } from './session.ts';

/** Drafts in this device's storage, one entry each, under the room they belong to. */
export class DeviceDrafts implements Drafts {
  readonly #prefix: string;
  /** Every change makes another: a map that tells of each key by itself would be one more kilobyte. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  #texts = $state.raw<ReadonlyMap<string, string>>(new Map());

  constructor(room: string) {
    this.#prefix = `fullturn.draft.${room}.`;
    for (const key of deviceStorage.keys()) this.#take(key, deviceStorage.read(key));
    // Another tab of the same person writes into the same drafts; the newest words count on both.
    addEventListener('storage', this.#onStorage);
  }

  read(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  write(name: string, text: string): void {
    if (text === '') return this.clear(name);
    this.#set(name, text);
    deviceStorage.write(this.#prefix + name, text);
  }

  clear(name: string): void {
    this.#set(name, null);
    deviceStorage.remove(this.#prefix + name);
  }

  /** Nothing of this room stays on a device that leaves it for good. */
  wipe(): void {
    for (const name of [...this.#texts.keys()]) this.clear(name);
  }

  close(): void {
    removeEventListener('storage', this.#onStorage);
  }

  readonly #onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key) this.#take(key, newValue);
  };

  #set(name: string, text: string | null): void {
    if (text === (this.#texts.get(name) ?? null)) return;
    const others = [...this.#texts].filter(([one]) => one !== name);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity
    this.#texts = new Map(text === null ? others : [...others, [name, text]]);
  }

  #take(key: string, text: string | null): void {
    if (!key.startsWith(this.#prefix)) return;
    this.#set(key.slice(this.#prefix.length), text);
  }
}
