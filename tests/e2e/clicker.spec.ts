import { expect } from '@playwright/test';
import { laptop, test } from './support/house.ts';
import { UnderWay } from './support/underWay.ts';

test('a presenter remote leads, goes back, blanks the wall, and ends nothing by itself', async ({
  house,
}) => {
  const meeting = await UnderWay.begin(house, 'focus');
  const joel = await house.screen('Joel', laptop);
  await meeting.seat(joel);
  const { page } = joel;
  const room = () => meeting.page('Joel').state;
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  await expect(heading('Focus')).toBeVisible();

  await test.step('Next is the big button, and a clicker that bounces presses it once', async () => {
    await meeting.does('Joel', { type: 'pause' });
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await expect(heading('Timed listening')).toBeVisible();
    expect(room().ask, 'nobody was asked by the second press').toBeNull();
  });

  await test.step('Back goes back; Start starts, and neither Start nor Stop loads the page anew or stops', async () => {
    await page.evaluate(() => Object.assign(window, { still: true }));
    await page.keyboard.press('PageUp');
    await expect(heading('Focus')).toBeVisible();
    await expect.poll(() => room().run?.clock.kind).toBe('paused');
    await page.keyboard.press('F5');
    await expect.poll(() => room().run?.clock.kind).toBe('running');
    await page.keyboard.press('Escape');
    await joel.press('Keys');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('F5');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await page.evaluate(() => 'still' in window)).toBe(true);
    expect(room().run?.clock.kind).toBe('running');
  });

  await test.step('Blank draws the curtain, and opens it again', async () => {
    await page.keyboard.press('.');
    await expect.poll(() => room().wall.curtain).toBe(true);
    await expect(async () => {
      await page.keyboard.press('b');
      await expect.poll(() => room().wall.curtain, { timeout: 800 }).toBe(false);
    }).toPass({ timeout: 15_000 });
  });

  await test.step('with remote control off the keys are the browser’s', async () => {
    await page.getByRole('switch', { name: 'Remote control' }).click();
    await page.keyboard.press('.');
    await page.keyboard.press('PageDown');
    await page.getByRole('switch', { name: 'Remote control' }).click();
    await expect(heading('Focus')).toBeVisible();
    expect(room().wall.curtain).toBe(false);
  });

  await test.step('at the last part Next asks, and a second Next is no yes', async () => {
    while (room().run?.phase !== 'close') await meeting.next();
    await expect(heading('Close')).toBeVisible();
    const dialog = page.getByRole('dialog');
    await expect(async () => {
      await page.keyboard.press('PageDown');
      await expect(dialog).toBeVisible({ timeout: 800 });
    }).toPass({ timeout: 15_000 });
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(room().endedAt).toBeNull();
  });
});
