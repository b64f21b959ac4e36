import { readFile } from 'node:fs/promises';
import { expect, test as base } from '@playwright/test';
import { coachee } from '#demo/script/coachee.ts';
import { DemoProcess } from './support/demoProcess.ts';
import { laptop, phone, projector, Screen } from './support/house.ts';

const test = base.extend<{ demo: DemoProcess }>({
  demo: async ({ browserName: _ }, use) => {
    const demo = new DemoProcess('--speed', '30', '--minutes', '20');
    await use(demo);
    await demo.stop();
  },
});

test('a whole session at thirty times its speed, with two seats taken by hand in the middle', async ({
  browser,
  demo,
}) => {
  const open = async (name: string, viewport: typeof phone): Promise<Screen> => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', acceptDownloads: true });
    const screen = new Screen(name, await context.newPage());
    await screen.page.goto(await demo.link(name));
    return screen;
  };
  const wall = await open('Wall', projector);
  await demo.says('Agreements & roles');
  await demo.says('Amina is the coachee.');

  const amina = await test.step('whoever opens Amina’s link is Amina', async () => {
    await demo.says('Timed listening');
    const screen = await open('Amina', phone);
    await demo.says('Amina’s seat is yours');
    await screen.press('Pause');
    await wall.sees('Paused');
    return screen;
  });

  await test.step('whoever opens the console facilitates, and the simulated facilitator keeps quiet', async () => {
    const joel = await open('Console', laptop);
    await demo.says('Joel’s seat is yours');
    await joel.sees('Paused');
    await amina.press('Go on');
    await joel.pressUntil(/^Pause/, () => expect(joel.button(/^Resume/)).toBeVisible({ timeout: 800 }));
    await wall.sees('Paused');
    await joel.pressUntil(/^Resume/, () => expect(joel.button(/^Pause/)).toBeVisible({ timeout: 800 }));
    const aMinuteOfExtraTime = async () => expect(await wall.time()).toBeLessThan(-60);
    await expect(aMinuteOfExtraTime, 'nobody advances, and time goes fast').toPass({ timeout: 30_000 });
    await wall.sees('Timed listening');
    await joel.page.context().close();
    await demo.says('Joel is simulated again');
  });

  await test.step('the others go on to the end, and Amina takes the record', async () => {
    await demo.says('The session has ended.');
    for (const screen of [wall, amina]) await screen.sees('Thank you for the time you gave each other');
    const saving = amina.page.waitForEvent('download');
    await amina.press('Save my copy');
    expect(await readFile(await (await saving).path(), 'utf8')).toContain(coachee.focusThen);
    expect(demo.said).not.toContain('Refused');
    expect(demo.said).not.toContain('Amina is simulated again');
  });
  for (const { page } of [wall, amina]) await page.context().close();
});
