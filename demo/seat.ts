import type { PersonId } from '#shared/ids.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { personById } from '#shared/room/people.ts';
import type { Instant } from '#shared/time.ts';
import type { Page } from '#tests/support/page.ts';
import { nextAct } from './acts/nextAct.ts';

/** How long somebody's own page has to be closed until the simulated person goes on: a reload is shorter. */
const backAfter = 5_000;
/** What was refused is not tried again at once. */
const restAfterRefusal = 1_000;

export interface SeatWorld {
  /** Store time. */
  now(): Instant;
  /** How many pages are open for this person, the simulated one included. */
  pagesOf(person: PersonId): Promise<number>;
  /** Whether the moment for this has not come yet. */
  waits(command: PersonCommand): boolean;
  taken(name: string): void;
  givenBack(name: string): void;
  refused(name: string, command: PersonCommand, why: string): void;
}

/** One simulated person: a page without a screen, which acts until somebody opens a page for the same seat. */
export class Seat {
  readonly name: string;
  /** The path that leads to this very seat. */
  readonly link: string;
  readonly page: Page;
  readonly #world: SeatWorld;
  #doing: Promise<void> | null = null;
  #restsUntil = 0;
  /** The version that their latest command led to: nothing is done on an older one. */
  #upTo = 0;
  /** When somebody's own page was last seen open; null where the simulated person acts. */
  #seenOpen: number | null = null;

  constructor(name: string, link: string, page: Page, world: SeatWorld) {
    this.name = name;
    this.link = link;
    this.page = page;
    this.#world = world;
  }

  /** Comes in, or knocks where there is a waiting room. */
  async joins(): Promise<void> {
    await this.page.send({ type: 'join', name: this.name });
  }

  /** Looks whether there is something to do, and does it; never two things at once. */
  look(): void {
    if (!this.page.isTold || this.page.ended !== null) return;
    this.#doing ??= this.#look().finally(() => (this.#doing = null));
  }

  /** Closes the page, once what was asked has been answered. */
  async leave(): Promise<void> {
    await this.#doing;
    this.page.close();
  }

  async #look(): Promise<void> {
    if (!(await this.#isTaken())) await this.#act();
  }

  async #isTaken(): Promise<boolean> {
    const { person } = this.page.replica.seat;
    const now = performance.now();
    if (person !== null && (await this.#world.pagesOf(person)) > 1) {
      if (this.#seenOpen === null) this.#world.taken(this.name);
      this.#seenOpen = now;
    } else if (this.#seenOpen !== null && now - this.#seenOpen > backAfter) {
      this.#seenOpen = null;
      this.#world.givenBack(this.name);
    }
    return this.#seenOpen !== null;
  }

  async #act(): Promise<void> {
    const { confirmed: room, sealed, seat, version } = this.page.replica;
    if (performance.now() < this.#restsUntil || version < this.#upTo) return;
    const me = personById(room, seat.person);
    const command = me && nextAct({ room, sealed, me, now: this.#world.now() });
    if (!command || this.#world.waits(command)) return;
    const answer = await this.page.send(command);
    if (answer.ok) this.#upTo = answer.version;
    else {
      this.#restsUntil = performance.now() + restAfterRefusal;
      this.#world.refused(this.name, command, 'rejection' in answer ? answer.rejection : answer.trouble);
    }
  }
}
