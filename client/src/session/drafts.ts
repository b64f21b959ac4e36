import { SvelteMap } from 'svelte/reactivity';
import { deviceStorage } from './deviceStorage.ts';
import type { Drafts } from './session.ts';

/** Drafts in this device's storage, one entry each, under the room they belong to. */
export class DeviceDrafts implements Drafts {
  readonly #prefix: string;
  readonly #texts = new SvelteMap<string, string>();

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
    this.#texts.set(name, text);
    deviceStorage.write(this.#prefix + name, text);
  }

  clear(name: string): void {
    this.#texts.delete(name);
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

  #take(key: string, text: string | null): void {
    if (!key.startsWith(this.#prefix)) return;
    const name = key.slice(this.#prefix.length);
    if (text === null) this.#texts.delete(name);
    else this.#texts.set(name, text);
  }
}
