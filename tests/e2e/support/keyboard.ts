/// <reference lib="dom" />
import { expect, type Locator } from '@playwright/test';
import type { Screen } from './house.ts';

/** Somebody who has no mouse: they go from control to control, see where they are, and press. */
export class Keyboard {
  readonly #screen: Screen;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  get #keys() {
    return this.#screen.page.keyboard;
  }

  /** Goes there with Tab alone, in `within` presses at most. Resolves with how many it took. */
  async to(what: Locator, within = 40): Promise<number> {
    await expect(what).toBeVisible();
    for (let tabs = 0; tabs <= within; tabs++) {
      if (await what.evaluate((element) => element === document.activeElement)) return tabs;
      await this.#keys.press('Tab');
      expect(await this.#screen.page.evaluate(standing), 'where the focus is, is seen').toBeNull();
    }
    throw new Error(`${String(what)} is more than ${within} tabs away.`);
  }

  async press(name: string | RegExp, within?: number): Promise<number> {
    return this.enter(this.#screen.button(name), within);
  }

  async enter(what: Locator, within?: number): Promise<number> {
    const tabs = await this.to(what, within);
    await this.#keys.press('Enter');
    return tabs;
  }

  /** Two presses in quick succession count as one: presses until it has acted. */
  async pressUntil(name: string | RegExp, acted: () => Promise<void>): Promise<void> {
    await this.to(this.#screen.button(name));
    await expect(async () => {
      await this.#keys.press('Enter');
      await acted();
    }).toPass({ timeout: 15_000 });
  }

  async tick(what: Locator): Promise<void> {
    await this.to(what);
    await this.#keys.press('Space');
  }

  async write(label: string | RegExp, text: string): Promise<void> {
    await this.to(this.#screen.page.getByLabel(label));
    await this.#keys.type(text);
  }

  /** From the head of the page, as somebody who has just come: by the first link past all that stands between. */
  async skip(words: string): Promise<void> {
    await this.#screen.page.reload();
    await this.enter(this.#screen.page.getByRole('link', { name: words }), 1);
  }

  /** What has the focus has these words: whoever pressed something that went away is not lost. */
  async standsOn(words: string | RegExp): Promise<void> {
    await expect(this.#screen.page.locator(':focus')).toContainText(words);
  }
}

/** What is wrong with how the focus shows; null when nothing is. Runs in the page. */
function standing(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused instanceof HTMLDialogElement) return null;
  const name = `${focused.outerHTML.slice(0, 160)}`;
  const drawn = (one: Element | null | undefined) => {
    if (!one) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  };
  if (!drawn(focused) && !drawn(focused.nextElementSibling)) return `no ring: ${name}`;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const places = [0.5, 0.1, 0.9].map(
    (part) => [left + (right - left) * part, top + (bottom - top) * part] as const,
  );
  const seen = places.some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (focused.contains(there) || there.contains(focused) || drawn(there));
  });
  return seen ? null : `covered or out of sight: ${name}`;
}
