import { instant, type Instant } from '#shared/time.ts';

/** A moment on this device by both its clocks, in milliseconds. */
export interface Reading {
  readonly wall: number;
  /** Never set and never stepped, but it may rest while the device sleeps. */
  readonly steady: number;
}

const samplesKept = 8;
/** The two clocks apart by more than this, in milliseconds: the device slept, or its clock was set. */
const stepped = 200;

/** Whether the wall clock was set, or the device slept, between two readings. */
export const hasStepped = (from: Reading, to: Reading): boolean =>
  Math.abs(to.wall - from.wall - (to.steady - from.steady)) > stepped;

/**
 * Store time, from this device's clock and how far the two are apart: taken from the quickest of the last round trips,
 * because half of a short one can be wrong by little.
 */
export class ClockOffset {
  #samples: readonly { readonly offset: number; readonly trip: number }[] = [];
  #offset = 0;
  #rate = 1;

  /** Store time at a moment of this device's wall clock, in milliseconds. */
  at(wall: number): Instant {
    return instant(wall * this.#rate + this.#offset);
  }

  /**
   * Takes what the server said in passing, until a round trip is measured. `rate` is how many seconds of
   * store time pass in one second.
   */
  guess(told: Instant, rate: number, at: Reading): void {
    this.#rate = rate;
    if (this.#samples.length === 0) this.#offset = told - at.wall * rate;
  }

  /** A round trip during which the clock was set says nothing. */
  sample(told: Instant, asked: Reading, answered: Reading): void {
    if (hasStepped(asked, answered)) return;
    const trip = answered.steady - asked.steady;
    this.#samples = [...this.#samples, { offset: told - (asked.wall + trip / 2) * this.#rate, trip }].slice(
      -samplesKept,
    );
    this.#offset = this.#samples.reduce((best, one) => (one.trip < best.trip ? one : best)).offset;
  }

  /** Old round trips hold no more: this clock or the server's has changed. */
  startOver(): void {
    this.#samples = [];
  }
}
