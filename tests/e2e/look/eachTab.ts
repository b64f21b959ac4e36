import type { Page } from '@playwright/test';

/** Consoles narrower than this show one part at a time; in pixels. */
const narrow = 1000;

/** Looks at a page, and on a narrow console at each of its parts, unless a dialog is in front. */
export async function eachTab(page: Page, look: (tab: string) => Promise<void>): Promise<void> {
  await look('');
  if (page.viewportSize()!.width >= narrow) return;
  const tabs = page.getByRole('navigation', { name: 'Parts of the console' }).getByRole('button');
  const names = await tabs.allInnerTexts();
  if (names.length === 0 || (await page.locator('dialog[open]').count()) > 0) return;
  const stood = await page.locator('nav [aria-current=page]').innerText();
  const go = (name: string) => tabs.filter({ hasText: name }).click();
  for (const name of names.filter((one) => one !== stood)) {
    await go(name);
    await look(name);
  }
  await go(stood);
}
