import { createSubscriber } from 'svelte/reactivity';
import { instant, type Instant } from '#shared/time.ts';

/** How often screens look at the time, in milliseconds: every second shows within a quarter of it. */
const tick = 250;
const sampleAgainAfter = 60_000;
const samplesAtOnce = 5;
const samplesKept = 8;
/** Wall and monotonic clock apart by more than this, in milliseconds: the device slept, or its clock was set. */
const stepped = 1_500;

type AskTime = () => Promise<Instant>;

/**
 * Store time on this device: its own clock plus an offset, taken from the quickest of a few round
 * trips. Nothing is counted, so a page that slept shows the right time at once.
 */
export class ServerClock {
  readonly #ask: AskTime;
  readonly #subscribe: () => void;
  #samples: { readonly offset: number; readonly trip: number }[] = [];
  #offset = 0;
  #sampledAt = 0;
  #apart = Date.now() - performance.now();

  constructor(ask: AskTime) {
    this.#ask = ask;
    this.#subscribe = createSubscriber((update) => {
      const timer = setInterval(() => {
        this.#watch();
        update();
      }, tick);
      const seen = () => {
        if (document.visibilityState === 'visible') void this.measure();
        update();
      };
      document.addEventListener('visibilitychange', seen);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', seen);
      };
    });
  }

  /** Changes by itself while somebody looks. */
  get now(): Instant {
    this.#subscribe();
    return instant(Date.now() + this.#offset);
  }

  /** A first guess, until round trips are measured. */
  guess(now: Instant): void {
    if (this.#samples.length === 0) this.#offset = now - Date.now();
  }

  async measure(): Promise<void> {
    this.#sampledAt = Date.now();
    for (let i = 0; i < samplesAtOnce; i++) {
      const asked = Date.now();
      const told = await this.#ask().catch(() => null);
      if (told === null) return;
      const trip = Date.now() - asked;
      this.#samples = [...this.#samples, { offset: told - (asked + trip / 2), trip }].slice(-samplesKept);
      this.#offset = this.#samples.reduce((best, one) => (one.trip < best.trip ? one : best)).offset;
    }
  }

  #watch(): void {
    const apart = Date.now() - performance.now();
    if (Math.abs(apart - this.#apart) > stepped) {
      this.#samples = [];
      void this.measure();
    } else if (Date.now() - this.#sampledAt > sampleAgainAfter) {
      void this.measure();
    }
    this.#apart = apart;
  }
}
