import { expect } from '@playwright/test';
import { test } from '../support/house.ts';
import { axeFinds, axeFindsOfColours } from './axe.ts';
import { pageFaults } from './pageFaults.ts';
import { readPage } from './readPage.ts';
import { tellingSizes } from './sizes.ts';
import { Stage } from './stage.ts';
import { walk, type View } from './walk.ts';

test.use({ clockwork: 'movable' });

test('every screen of a whole session is drawn well and can be read by everyone', async ({ house }) => {
  test.setTimeout(480_000);
  const stage = await Stage.open(house);
  const found: string[] = [];
  const note = ({ scene, name }: View, how: string, faults: readonly string[]) =>
    found.push(...faults.map((fault) => `${scene}, ${name}, ${how}: ${fault}`));

  async function lookAt(view: View): Promise<void> {
    const { page } = view.screen;
    note(view, 'axe', await axeFinds(page));
    await page.emulateMedia({ forcedColors: 'active' });
    note(view, 'axe, forced colours', await axeFindsOfColours(page));
    await page.emulateMedia({ forcedColors: 'none' });
    for (const size of tellingSizes[view.kind]) {
      await page.setViewportSize(size);
      note(view, `${size.width} × ${size.height}`, pageFaults(await readPage(page), view.kind === 'wall'));
    }
  }

  async function lookAtDimmed(view: View): Promise<void> {
    const { page } = view.screen;
    await expect(page.locator('html.dimmed')).toHaveCount(1);
    note(view, 'axe, dimmed', await axeFindsOfColours(page));
  }

  await walk(stage, async (views) => {
    await Promise.all(views.map(lookAt));
    const inRoom = views.filter(({ name }) => name !== 'outside' && name !== 'newWall');
    if (inRoom.length === 0 || !stage.canDim) return;
    await stage.setWall({ dimmed: true });
    await Promise.all(inRoom.map(lookAtDimmed));
    await stage.setWall({ dimmed: false });
  });
  expect(found.join('\n')).toBe('');
});
