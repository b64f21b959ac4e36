/** So many at once, and so many a second on the whole. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** How fast one page may go. Answers at once, because nothing may come between a command and its queue. */
export class Pace {
  readonly #rate: Rate;
  #left: number;
  #at = performance.now();

  constructor(rate: Rate) {
    this.#rate = rate;
    this.#left = rate.burst;
  }

  take(): boolean {
    const { burst, perSecond } = this.#rate;
    const now = performance.now();
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
