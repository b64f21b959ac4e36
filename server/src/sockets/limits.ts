import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Wrong codes and links, by address: a whole school may come from one, so only failures count. */
const triesByAddress = { points: 20, duration: 60 };
/** The same over all addresses, against guessing from many (docs/decisions/0005-limits.md). */
const triesByAll = { points: 600, duration: 60 };
/** Rooms opened, by address. */
const roomsByAddress = { points: 60, duration: 3600 };
/** Commands of one page: forty at once, and five a second on the whole. */
const burst = 40;
const perSecond = 5;

/** Counts what one address or page does too often. Nothing of it is written anywhere. */
export class Limits {
  readonly #tries = new RateLimiterMemory(triesByAddress);
  readonly #allTries = new RateLimiterMemory(triesByAll);
  readonly #rooms = new RateLimiterMemory(roomsByAddress);

  /** Whether this address may still try codes and links. */
  async mayTry(address: string): Promise<boolean> {
    const [own, all] = await Promise.all([this.#tries.get(address), this.#allTries.get('all')]);
    return (own?.remainingPoints ?? 1) > 0 && (all?.remainingPoints ?? 1) > 0;
  }

  async failedTry(address: string): Promise<void> {
    await Promise.all([taken(this.#tries.consume(address)), taken(this.#allTries.consume('all'))]);
  }

  mayOpenRoom = (address: string): Promise<boolean> => taken(this.#rooms.consume(address));
}

const taken = (consumed: Promise<unknown>): Promise<boolean> =>
  consumed.then(
    () => true,
    () => false,
  );

/** How fast one page asks for things. Answers at once, because nothing may come between a command and its queue. */
export class Pace {
  #left = burst;
  #at = performance.now();

  take(): boolean {
    const now = performance.now();
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
