import { expect } from '@playwright/test';
import { test } from '../support/house.ts';
import { eachTab } from './eachTab.ts';
import { faultsOf } from './faultsOf.ts';
import { allSizes } from './sizes.ts';
import { Stage } from './stage.ts';
import { walk, type View } from './walk.ts';

test.use({ clockwork: 'movable' });

for (const light of ['daylight', 'dimmed'] as const)
  test(`pictures of every screen, ${light}`, async ({ house }) => {
    const folder = process.env.PICTURES!;
    const stage = await Stage.open(house);
    await stage.setWall({ dimmed: light === 'dimmed' });
    const found: string[] = [];
    let scenes = 0;

    async function lookAt({ scene, name, kind, screen: { page } }: View, nth: string): Promise<void> {
      for (const size of allSizes[kind]) {
        await page.setViewportSize(size);
        await eachTab(page, async (tab) => {
          const shown = [nth, scene, name, ...(tab ? [tab] : [])].join('-');
          const picture = `${shown}-${size.width}x${size.height}-${light}`;
          const faults = await faultsOf(page, kind);
          found.push(...faults.map((fault) => `${picture}: ${fault}`));
          await page.screenshot({ path: `${folder}/${picture}.png` });
        });
      }
    }

    await walk(stage, async (views) => {
      const nth = String(++scenes).padStart(2, '0');
      await Promise.all(views.map((view) => lookAt(view, nth)));
    });
    expect(found.join('\n')).toBe('');
  });
