import { test } from '@playwright/test';
import type { Screen } from '../support/house.ts';
import { screens, type ScreenName } from './scene.ts';
import { scenes } from './scenes.ts';
import type { Kind } from './sizes.ts';
import type { Stage } from './stage.ts';

/** A screen of a scene, standing there to be looked at. */
export interface View {
  readonly scene: string;
  readonly name: ScreenName;
  readonly kind: Kind;
  readonly screen: Screen;
}

/** Goes through the whole session and shows each of its screens at each scene. */
export async function walk(stage: Stage, look: (views: readonly View[]) => Promise<void>): Promise<void> {
  for (const { name: scene, go, shows } of scenes)
    await test.step(scene, async () => {
      await go(stage);
      const shown = Object.entries(shows) as [ScreenName, string | RegExp | null][];
      const views = shown.map(([name, words]) => ({
        scene,
        name,
        kind: screens[name].kind,
        screen: stage.screen(name),
        words,
      }));
      for (const { screen, words } of views) if (words !== null) await screen.sees(words);
      await look(views);
    });
}
