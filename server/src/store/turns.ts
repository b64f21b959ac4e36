/** A moment that comes for all who wait for it at once. */
export class Turns {
  #coming: PromiseWithResolvers<void> | null = null;

  get awaited(): boolean {
    return this.#coming !== null;
  }

  /** Resolves when the event loop has heard what lay waiting. */
  next(): Promise<void> {
    if (this.#coming === null) setImmediate(() => this.come());
    return this.whenItComes();
  }

  /** Resolves with `come`. */
  whenItComes(): Promise<void> {
    this.#coming ??= Promise.withResolvers();
    return this.#coming.promise;
  }

  come(): void {
    this.#coming?.resolve();
    this.#coming = null;
  }
}
