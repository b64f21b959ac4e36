import type { PhaseId } from '#shared/ids.ts';
import { timeLeft } from '#shared/room/clock.ts';
import type { Wall } from '#shared/room/state.ts';
import { duration, instant, type Duration } from '#shared/time.ts';
import type { App } from '../support/app.ts';
import type { House, Screen } from '../support/house.ts';
import type { Line } from '../support/line.ts';
import { timePasses } from '../support/timePasses.ts';
import { UnderWay } from '../support/underWay.ts';
import { screens, type ScreenName } from './scene.ts';
import { tellingSizes } from './sizes.ts';

/** A session with its clock in hand, and the screens of some who are in it. */
export class Stage {
  readonly house: House<App>;
  readonly meeting: UnderWay;
  readonly #screens: Readonly<Record<ScreenName, Screen>>;
  /** Over which the console, the wall, the coachee and one who waits are connected. */
  readonly line: Line;
  #moved = duration(0);

  private constructor(
    house: House<App>,
    meeting: UnderWay,
    line: Line,
    shown: Readonly<Record<ScreenName, Screen>>,
  ) {
    this.house = house;
    this.meeting = meeting;
    this.line = line;
    this.#screens = shown;
  }

  /** `house` has a movable clock. Everyone is in the room, and nobody has offered anything yet. */
  static async open(house: House<App>): Promise<Stage> {
    const meeting = await UnderWay.open(house, {
      coaches: ['Ben', 'Dee', 'Chloé'],
      observers: ['Ines'],
      practice: true,
      keptMinutes: 7 * 24 * 60,
    });
    const line = await house.line();
    const { paper: _, ...devices } = screens;
    const opened = Object.entries(devices).map(async ([name, { kind, name: whose }]) => {
      const screen = await house.screen(whose, tellingSizes[kind].at(-1)!);
      const own = ['console', 'wall', 'coachee', 'waiter'].includes(name) ? line.origin : undefined;
      if (name !== 'outside' && name !== 'newWall') await meeting.seat(screen, own);
      return [name, screen] as const;
    });
    const shown = Object.fromEntries(await Promise.all(opened)) as Record<ScreenName, Screen>;
    return new Stage(house, meeting, line, shown);
  }

  readonly screen = (name: ScreenName): Screen => this.#screens[name === 'paper' ? 'coachee' : name];

  /** Begins the parts up to this one. */
  async begin(part: PhaseId): Promise<void> {
    while (this.meeting.page('Joel').state.run?.phase !== part) await this.meeting.next();
  }

  async pass(by: Duration): Promise<void> {
    await timePasses(this.house, by);
    this.#moved = duration(this.#moved + by);
  }

  /** Lets the running part's time go by until so much is left of it; negative is extra time. */
  async letPass(left: Duration): Promise<void> {
    const { run } = this.meeting.page('Joel').state;
    const now = instant(Date.now() + this.#moved);
    // A slow machine may have let more pass by itself.
    await this.pass(duration(Math.max(0, Math.round(timeLeft(run!.clock, now)! - left))));
  }

  setWall(change: Partial<Wall>): Promise<void> {
    return this.meeting.does('Joel', { type: 'setWall', wall: change });
  }
}
