/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Colours are another matter in each light; all else axe looks at is the same page. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Chromium tells the fill of letters as it was before it forced their colour, and axe asks for the fill. */
const tellForcedFill = () => {
  type Read = (this: CSSStyleDeclaration, name: string) => string;
  const read: Read = Reflect.get(CSSStyleDeclaration.prototype, 'getPropertyValue');
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return read.call(this, name === '-webkit-text-fill-color' ? 'color' : name);
  };
};

async function sentences(page: Page, only: readonly string[] | null): Promise<string[]> {
  // The library is half a megabyte, and a page keeps it.
  const there = await page.evaluate(() => 'axe' in globalThis);
  if (!there) await page.evaluate(tellForcedFill);
  const axe = new AxeBuilder({ page, ...(there && { axeSource: 'axe' }) }).setLegacyMode();
  axe.options({ preload: false, resultTypes: ['violations'] });
  const { violations } = await (only === null ? axe : axe.withRules([...only])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}

/** What axe finds serious or critical on a page, in sentences. */
export const axeFinds = (page: Page): Promise<string[]> => sentences(page, null);

/** The same of its colours alone, for another light. */
export const axeFindsOfColours = (page: Page): Promise<string[]> => sentences(page, ofColours);
