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

/** What axe finds serious or critical on a page, in sentences. */
export const axeFinds = (page: Page): Promise<string[]> => finds(page, null);

/** The same of its colours alone, for another light. */
export const axeFindsOfColours = (page: Page): Promise<string[]> => finds(page, ofColours);
