import { createSubscriber } from 'svelte/reactivity';
import type { Instant } from '#shared/time.ts';
import { ClockOffset, hasStepped, type Reading } from './clockOffset.ts';

/** How often screens look at the time, in milliseconds: every second shows within a quarter of it. */
const tick = 250;
const measureAgainAfter = 60_000;
const samplesAtOnce = 5;

const read = (): Reading => ({ wall: Date.now(), steady: performance.now() });

/** Store time for screens. Nothing is counted, so a page that slept shows the right time at once. */
export class ServerClock {
  readonly #ask: () => Promise<Instant>;
  readonly #subscribe: () => void;
  readonly #offset = new ClockOffset();
  #seen = read();
  #measuredAt = this.#seen;

  /** `ask` goes to the server and back for store time; it rejects when it does not get there. */
  constructor(ask: () => Promise<Instant>) {
    this.#ask = ask;
    this.#subscribe = createSubscriber((update) => {
      const look = () => {
        this.#watch();
        update();
      };
      const timer = setInterval(look, tick);
      document.addEventListener('visibilitychange', look);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', look);
      };
    });
  }

  /** Changes by itself while somebody looks. */
  get now(): Instant {
    this.#subscribe();
    return this.#offset.at(Date.now());
  }

  /** Begins anew with another connection: it may lead to a server that was started meanwhile. */
  connected(told: Instant, rate: number): void {
    this.#offset.startOver();
    this.#offset.guess(told, rate, read());
    void this.#measure();
  }

  async #measure(): Promise<void> {
    this.#measuredAt = read();
    for (let i = 0; i < samplesAtOnce; i++) {
      const asked = read();
      const told = await this.#ask().catch(() => null);
      if (told === null) return;
      this.#offset.sample(told, asked, read());
    }
  }

  #watch(): void {
    const now = read();
    if (hasStepped(this.#seen, now)) {
      this.#offset.startOver();
      void this.#measure();
    } else if (now.wall - this.#measuredAt.wall > measureAgainAfter) {
      void this.#measure();
    }
    this.#seen = now;
  }
}
