import type { Page } from '@playwright/test';
import { pageFaults } from './pageFaults.ts';
import { paperFaults } from './paperFaults.ts';
import { readPage } from './readPage.ts';
import { readSheets } from './readSheets.ts';
import type { Kind } from './sizes.ts';

/** What is wrong with a page as it stands there now, in sentences. */
export async function faultsOf(page: Page, kind: Kind): Promise<string[]> {
  const drawn = pageFaults(await readPage(page), kind);
  return kind === 'paper' ? [...drawn, ...paperFaults(await readSheets(page))] : drawn;
}
