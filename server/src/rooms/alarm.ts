import { between, duration, seconds, type Duration, type Instant } from '#shared/time.ts';

/** A timer never runs longer than this: long ones overflow, and clocks step (D7). */
const longest = seconds(60);

/** The one way to wait: takes a `Duration`, so that an instant cannot slip in as a delay. */
export function schedule(delay: Duration, run: () => void): () => void {
  const timer = setTimeout(run, Math.max(0, delay));
  timer.unref();
  return () => clearTimeout(timer);
}

/** Rings once `now()` has reached the instant it is set to; setting it again moves it. */
export class Alarm {
  readonly #now: () => Instant;
  readonly #rate: number;
  readonly #ring: () => void;
  #cancel: (() => void) | null = null;
  #due: Instant | null = null;

  /** `rate` is how many seconds pass by `now` in one second. */
  constructor(now: () => Instant, rate: number, ring: () => void) {
    this.#now = now;
    this.#rate = rate;
    this.#ring = ring;
  }

  set(due: Instant | null): void {
    // Most of what happens in a room moves no deadline.
    if (due === this.#due) return;
    this.#due = due;
    this.#wait();
  }

  #wait(): void {
    this.#cancel?.();
    this.#cancel = null;
    const due = this.#due;
    if (due === null) return;
    const wait = duration(Math.min(between(this.#now(), due) / this.#rate, longest));
    this.#cancel = schedule(wait, () => {
      if (this.#now() < due) return this.#wait();
      // Set to the same again, it would ring again.
      this.#due = null;
      this.#ring();
    });
  }
}
