import { expect, test as base } from '@playwright/test';
import { findRedis, redisMissing } from '../../scripts/redis.ts';
import { axeFinds, axeFindsDimmed, axeFindsForced } from './look/axe.ts';
import { faultsOf } from './look/faultsOf.ts';
import { tellingSizes } from './look/sizes.ts';
import { House, laptop, phone, projector } from './support/house.ts';
import { Nodes } from './support/nodes.ts';
import { UnderWay } from './support/underWay.ts';

const test = base.extend<{ house: House<Nodes> }>({
  house: async ({ browser }, use) => {
    const house = new House(browser, await Nodes.start());
    await use(house);
    await house.close();
  },
});

if (findRedis() === null && process.env.CI === 'true') throw new Error(redisMissing);
test.skip(findRedis() === null, redisMissing);

test('what Redis lost is done again by the pages, and who did what cannot be is told so', async ({
  house,
}) => {
  const meeting = await UnderWay.begin(house, 'ask', { practice: true });
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', phone);
  const wall = await house.screen('wall', projector);
  for (const screen of [joel, ben, wall]) await meeting.seat(screen);
  meeting.leaveToScreens();
  const question = 'What would the quietest parent need?';
  const line = 'The first run was over before it began';
  const lost = ({ page }: typeof ben) =>
    page.getByRole('region', { name: 'The server has lost the last moments' });
  const writes = async (field: string, words: string) => {
    await ben.press('Board');
    await ben.page.getByRole('button', { name: 'Write a card' }).first().click();
    await ben.write(field, words);
    await ben.press('Put on the board');
    await ben.sees(words);
    await ben.press('Close the board');
  };

  const putBack = house.app.keepRedis();
  await writes('A question for the board', question);
  await joel.begin('Practice');
  await joel.press('Pause');
  await joel.sees('Paused');
  await writes('A line about a run', line);
  await ben.press('Board');
  await putBack();

  await test.step('what somebody wrote is on the board again', async () => {
    await expect(joel.page.getByRole('heading', { level: 1, name: 'Questions' })).toBeVisible();
    await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
    await wall.sees(question);
  });

  await test.step('what moved the meeting waits for a person to decide it again', async () => {
    await expect(lost(joel)).toContainText('You went on to the next phase.');
    await expect(lost(joel)).toContainText('You paused the time.');
  });

  await test.step('what was written in a phase that is no more lies on its author’s device', async () => {
    await expect(lost(ben)).toContainText(line);
    await expect(ben.page.getByRole('status'), 'it is read out').toContainText(line);
    await expect(lost(ben)).not.toContainText(question);
    for (const screen of [joel, wall]) expect(await screen.words()).not.toContain(line);
  });

  await test.step('it is drawn well and can be read by everyone', async () => {
    for (const [{ page, name }, kind] of [
      [joel, 'console'],
      [ben, 'page'],
    ] as const) {
      expect(await axeFinds(page), name).toEqual([]);
      expect(await axeFindsForced(page), `${name}, forced colours`).toEqual([]);
      expect(await axeFindsDimmed(page), `${name}, dimmed`).toEqual([]);
      for (const size of tellingSizes[kind]) {
        await page.setViewportSize(size);
        expect(await faultsOf(page, kind), `${name}, ${size.width} × ${size.height}`).toEqual([]);
      }
    }
  });

  await test.step('it can be read and pressed over an open board, and outlives it', async () => {
    await ben.press('Close the board');
    await expect(lost(ben)).toBeVisible();
    await ben.press('I have read it');
    await expect(lost(ben)).toHaveCount(0);
    await ben.press('Board');
    await ben.sees(question);
    await expect(ben.page.getByLabel('Only on this device')).toHaveValue(line);
  });
});
