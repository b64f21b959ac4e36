/**
 * This device's storage, by key. Where a browser forbids it or it is full, words stay in memory for as
 * long as the page does: nothing that is typed may fail because of it.
 */
class DeviceStorage {
  readonly #memory = new Map<string, string>();

  keys(): string[] {
    return [...new Set([...(this.#stored()?.keys() ?? []), ...this.#memory.keys()])];
  }

  read(key: string): string | null {
    return this.#memory.get(key) ?? this.#stored()?.get(key) ?? null;
  }

  write(key: string, text: string): void {
    try {
      localStorage.setItem(key, text);
      this.#memory.delete(key);
    } catch {
      this.#memory.set(key, text);
    }
  }

  remove(key: string): void {
    this.#memory.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      // What could not be written is not there either.
    }
  }

  #stored(): Map<string, string> | null {
    try {
      return new Map(Object.entries(localStorage) as [string, string][]);
    } catch {
      return null;
    }
  }
}

export const deviceStorage = new DeviceStorage();
