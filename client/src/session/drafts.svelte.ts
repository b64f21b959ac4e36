import { SvelteMap } from 'svelte/reactivity';
import type { Drafts } from './session.ts';

/** Drafts in this device's storage, one entry each, under the room they belong to. */
export class DeviceDrafts implements Drafts {
  readonly #prefix: string;
  readonly #texts = new SvelteMap<string, string>();

  constructor(room: string) {
    this.#prefix = `fullturn.draft.${room}.`;
    for (const [key, text] of Object.entries(localStorage) as [string, string][])
      if (key.startsWith(this.#prefix)) this.#texts.set(key.slice(this.#prefix.length), text);
  }

  read(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  write(name: string, text: string): void {
    if (text === '') return this.clear(name);
    this.#texts.set(name, text);
    localStorage.setItem(this.#prefix + name, text);
  }

  clear(name: string): void {
    this.#texts.delete(name);
    localStorage.removeItem(this.#prefix + name);
  }

  /** Nothing of this room stays on a device that leaves it for good. */
  wipe(): void {
    for (const name of [...this.#texts.keys()]) this.clear(name);
  }
}
