import { peopleInARoom } from '../scenario.ts';
import { percentile } from '../report/statistics.ts';

/** What came of one stretch of changes. */
export interface Tallied {
  /** Changes that were acknowledged, and those that were not. */
  readonly made: number;
  readonly refused: number;
  /** Screens told of a change: at most eight for each, its author's own included. */
  readonly delivered: number;
  /** What is missing of eight for each acknowledged change. */
  readonly lost: number;
  /** From saying it until a screen was told, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Counts, for each change from one number on, whom it has reached. */
export class Tally {
  readonly #first: number;
  readonly #saidAt: number[] = [];
  /** One bit for each person of its room. */
  readonly #told: number[] = [];
  readonly #made: boolean[] = [];
  readonly #trips: number[] = [];
  #answered = 0;

  constructor(first: number) {
    this.#first = first;
  }

  /** The number of the next change. */
  get next(): number {
    return this.#first + this.#saidAt.length;
  }

  say(): number {
    const change = this.next;
    this.#saidAt.push(performance.now());
    this.#told.push(0);
    return change;
  }

  answered(change: number, made: boolean): void {
    this.#made[change - this.#first] = made;
    if (made) this.#answered += 1;
  }

  /** A person's screen was told; a second time, or of something earlier, counts for nothing. */
  told(change: number, person: number): void {
    const at = change - this.#first;
    const before = this.#told[at];
    const bit = 1 << person;
    if (before === undefined || before & bit) return;
    this.#told[at] = before | bit;
    this.#trips.push(performance.now() - this.#saidAt[at]!);
  }

  get complete(): boolean {
    return this.#trips.length >= this.#answered * peopleInARoom;
  }

  get result(): Tallied {
    const missing = this.#told.map((told, at) => (this.#made[at] ? peopleInARoom - bitsOf(told) : 0));
    return {
      made: this.#answered,
      refused: this.#saidAt.length - this.#answered,
      delivered: this.#trips.length,
      lost: missing.reduce((sum, each) => sum + each, 0),
      p50: percentile(this.#trips, 50),
      p99: percentile(this.#trips, 99),
    };
  }
}

function bitsOf(mask: number): number {
  let bits = 0;
  for (let left = mask; left > 0; left >>= 1) bits += left & 1;
  return bits;
}
