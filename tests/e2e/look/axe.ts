/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import axe from 'axe-core';

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

/** Runs in the page; sent back as sentences, because all that axe has to say would take longer than its looking. */
async function run(only: readonly string[] | null): Promise<string[]> {
  const { axe: here } = globalThis as typeof globalThis & { axe: typeof axe };
  const { violations } = await here.run({
    preload: false,
    resultTypes: ['violations'],
    ...(only && { runOnly: { type: 'rule', values: [...only] } }),
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`));
}

async function finds(page: Page, only: readonly string[] | null): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(axe.source);
    await page.evaluate(tellForcedFill);
  }
  return page.evaluate(run, only);
}

/** Sets the light of a dimmed room on a page by hand, so that it can be seen on any, in a room or not. */
const setDimmed = (page: Page, dimmed: boolean): Promise<boolean> =>
  page.evaluate((on) => document.documentElement.classList.toggle('dimmed', on), dimmed);

/** What axe finds serious or critical on a page, in sentences. */
export const axeFinds = (page: Page): Promise<string[]> => finds(page, null);

/** The same of its colours alone, where the system forces its own. */
export async function axeFindsForced(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await finds(page, ofColours);
  await page.emulateMedia({ forcedColors: 'none' });
  return found;
}

/** The same of its colours alone, in a dimmed room. A page that is told of its room meanwhile is asked again. */
export async function axeFindsDimmed(page: Page): Promise<string[]> {
  let found: string[];
  do {
    await setDimmed(page, true);
    found = await finds(page, ofColours);
  } while (!(await page.evaluate(() => document.documentElement.classList.contains('dimmed'))));
  await setDimmed(page, false);
  return found;
}
