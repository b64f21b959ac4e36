import { expect } from '@playwright/test';
import { test } from '../support/house.ts';
import { axeFinds, axeFindsDimmed, axeFindsForced } from './axe.ts';
import { eachTab } from './eachTab.ts';
import { faultsOf } from './faultsOf.ts';
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
    if (view.kind !== 'paper') {
      note(view, 'axe, forced colours', await axeFindsForced(page));
      note(view, 'axe, dimmed', await axeFindsDimmed(page));
    }
    for (const size of tellingSizes[view.kind]) {
      await page.setViewportSize(size);
      await eachTab(page, async (tab) => {
        note(view, `${size.width} × ${size.height} ${tab}`, await faultsOf(page, view.kind));
      });
    }
  }

  await walk(stage, async (views) => {
    await Promise.all(views.map(lookAt));
  });
  expect(found.join('\n')).toBe('');
});
