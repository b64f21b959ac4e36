/// <reference lib="dom" />
import { expect, test as base, type Browser, type Locator, type Page } from '@playwright/test';
import { App, type Clockwork } from './app.ts';
import { Line } from './line.ts';

export const laptop = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };
export const projector = { width: 1024, height: 768 };

/** One screen in the room, in a browser of its own. */
export class Screen {
  readonly name: string;
  readonly page: Page;

  constructor(name: string, page: Page) {
    this.name = name;
    this.page = page;
  }

  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name });
  press = (name: string | RegExp): Promise<void> => this.button(name).click();
  sees = (text: string | RegExp): Promise<void> => expect(this.page.getByText(text).first()).toBeVisible();

  /** Presses what may ask for a second press, because two in quick succession count as one, until it has acted. */
  async pressUntil(name: string | RegExp, acted: () => Promise<void>): Promise<void> {
    await expect(async () => {
      const button = this.button(name).first();
      // What acted late has taken the button away: nobody waits for it to come back.
      if ((await button.isVisible()) && (await button.isEnabled({ timeout: 800 })))
        await button.click({ timeout: 3_000 });
      await acted();
    }).toPass({ timeout: 15_000 });
  }

  /** The console's one primary button: begins the part of this name. */
  begin = (part: string): Promise<void> =>
    this.pressUntil(new RegExp(`^Start ${part}`, 'i'), () =>
      expect(this.page.getByRole('heading', { level: 1, name: part })).toBeVisible({ timeout: 800 }),
    );

  seesNot = (text: string | RegExp): Promise<void> => expect(this.page.getByText(text)).toHaveCount(0);
  hasNo = (name: string | RegExp): Promise<void> => expect(this.button(name)).toHaveCount(0);

  async write(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByLabel(label).fill(text);
  }

  /** Everything on the page, hidden or not, and what the fields hold. */
  words(): Promise<string> {
    return this.page.evaluate(() => {
      const fields = [...document.querySelectorAll('input, textarea')] as HTMLInputElement[];
      return [document.documentElement.textContent, ...fields.map((field) => field.value)].join('\n');
    });
  }

  /** The time on this screen in seconds; negative is extra. Null where minutes or no clock are shown. */
  async time(): Promise<number | null> {
    const text = await this.page.getByTestId('time').first().innerText();
    const [, extra, minutes, seconds] = /(\+?)(\d+):(\d\d)/.exec(text) ?? [];
    if (minutes === undefined || seconds === undefined) return null;
    return (extra ? -1 : 1) * (Number(minutes) * 60 + Number(seconds));
  }
}

/** Where the pages come from: one server, or what stands before several. */
export interface Served {
  readonly port: number;
  readonly origin: string;
  stop(): Promise<void>;
}

/** What a school's network is like. `host`: a name that browsers do not hold for secure. */
export interface Network {
  readonly host?: 'school.test';
  readonly webSocketsBlocked?: boolean;
}

/** A server and everybody's screens. */
export class House<App extends Served = Served> {
  readonly app: App;
  readonly screens: Screen[] = [];
  readonly #browser: Browser;
  readonly #lines: Line[] = [];
  readonly #endings: (() => void)[] = [];
  readonly #network: Network;

  constructor(browser: Browser, app: App, network: Network = {}) {
    this.#browser = browser;
    this.app = app;
    this.#network = network;
  }

  /** Where people find it. */
  get origin(): string {
    return `http://${this.#network.host ?? '127.0.0.1'}:${this.app.port}`;
  }

  async screen(name: string, viewport: { width: number; height: number }, hasTouch = false): Promise<Screen> {
    const context = await this.#browser.newContext({
      viewport,
      hasTouch,
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    if (this.#network.webSocketsBlocked)
      await context.routeWebSocket(/./, (line) => line.close({ code: 1011, reason: 'blocked' }));
    const page = await context.newPage();
    page.on('pageerror', (error) => {
      throw new Error(`On ${name}'s screen: ${error.message}`);
    });
    const screen = new Screen(name, page);
    this.screens.push(screen);
    return screen;
  }

  /** Whose screen it is; of the wall, `wall`. */
  called(name: string): Screen {
    return this.screens.find((screen) => screen.name === name)!;
  }

  /** A line of their own for somebody whose connection is to fail. */
  async line(): Promise<Line> {
    const line = await Line.to(this.app.port);
    this.#lines.push(line);
    return line;
  }

  /** All screens show the same time, within a second. */
  async showSameTime(): Promise<void> {
    await expect(async () => {
      const times = await Promise.all(this.screens.map((screen) => screen.time()));
      const known = times.filter((time) => time !== null);
      expect(known).toHaveLength(this.screens.length);
      expect(Math.max(...known) - Math.min(...known)).toBeLessThanOrEqual(1);
    }).toPass({ timeout: 10_000 });
  }

  /** What a test opened besides screens and lines. */
  atEnd(ending: () => void): void {
    this.#endings.push(ending);
  }

  async close(): Promise<void> {
    for (const ending of this.#endings) ending();
    for (const { page } of this.screens) await page.context().close();
    for (const line of this.#lines) line.close();
    await this.app.stop();
  }
}

/** A test with a house of its own, which is cleared away however the test ends. */
export const test = base.extend<{ house: House<App>; clockwork: Clockwork; network: Network }>({
  clockwork: ['real', { option: true }],
  network: [{}, { option: true }],
  house: async ({ browser, clockwork, network }, use) => {
    const house = new House(browser, await App.start(clockwork), network);
    await use(house);
    await house.close();
  },
});
