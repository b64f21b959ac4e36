import { setTimeout as wait } from 'node:timers/promises';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { newSecret } from '#server/secrets.ts';
import { seconds } from '#shared/time.ts';
import { Page } from '#tests/support/page.ts';
import { cast } from './script/cast.ts';
import { Seat, type SeatWorld } from './seat.ts';

/** People come in so long apart, in store time. */
const apart = seconds(4);

/** The simulated people, each on a page of their own. */
export class Company {
  /** The first of them has the console. */
  readonly seats: readonly [Seat, ...Seat[]];
  #looking: NodeJS.Timeout | undefined;

  constructor(origin: string, { room, links }: OpenedRoom, world: SeatWorld) {
    const [first, ...others] = cast;
    this.seats = [
      new Seat(first.name, links.console, new Page(origin, links.console), world),
      ...others.map(({ name }) => {
        const device = newSecret();
        return new Seat(name, `/console/${room}#${device}`, new Page(origin, links.join, device), world);
      }),
    ];
  }

  /** Resolves when everyone has come in, or knocks. `speed`: seconds of store time in one second. */
  async gather(speed: number): Promise<void> {
    const [facilitator, ...others] = this.seats;
    await facilitator.page.told();
    await facilitator.joins();
    // At the least twenty looks a second, so that nobody is slow at high speed.
    this.#looking = setInterval(() => this.#look(), Math.max(50, 400 / speed));
    for (const seat of others) {
      await wait(apart / speed);
      await seat.page.waits('unnamed');
      await seat.joins();
    }
  }

  async leave(): Promise<void> {
    clearInterval(this.#looking);
    await Promise.all(this.seats.map((seat) => seat.leave()));
  }

  #look(): void {
    for (const seat of this.seats) seat.look();
  }
}
