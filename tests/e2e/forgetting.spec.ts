import { expect } from '@playwright/test';
import { laptop, phone, projector, test } from './support/house.ts';
import { UnderWay } from './support/underWay.ts';

const planted = 'Zaunkönig unter der Treppe 鶺鴒';
const noted = 'Only for Ben himself 翡翠';
const queued = 'A question Ben never asked 山雀';

test('kept as long as was promised, shorter when somebody says so, and forgotten at once by the coachee', async ({
  house,
}) => {
  const meeting = await UnderWay.begin(house, 'ask', { keptMinutes: 7 * 24 * 60 });
  await meeting.writes('Ben', 'card-1', planted);
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const wall = await house.screen('wall', projector);
  for (const screen of [joel, amina, ben, wall]) await meeting.seat(screen);
  await test.step('what is noted or prepared is on its own device', async () => {
    await ben.write('My question', queued);
    await ben.write('My notes', noted);
    for (const screen of [joel, amina, wall])
      for (const words of [noted, queued]) expect(await screen.words()).not.toContain(words);
  });
  await meeting.does('Joel', { type: 'endSession' });
  meeting.leaveToScreens();

  await test.step('the facilitator makes it shorter, and it stays shorter', async () => {
    await joel.press('1 day after the end');
    await expect(joel.button('7 days after the end')).toHaveCount(0);
    await expect(joel.button('1 day after the end')).toHaveCount(0);
    await joel.press('1 hour after the end');
    await expect(joel.page.getByRole('group', { name: 'Forget it sooner:' })).toHaveCount(0);
    await expect(ben.button('Forget it now'), 'it is not about Ben').toHaveCount(0);
  });

  await test.step('the coachee is asked once, and can leave it', async () => {
    await amina.press('Forget it now');
    await amina.sees('Save what you want to keep first.');
    await amina.press('Not yet');
    await amina.seesNot('Save what you want to keep first.');
  });

  const keys = house.app.keys();
  expect(house.app.finds(planted, keys), 'the scan can find it').toBe(true);
  expect(house.app.finds(planted, [])).toBe(false);
  for (const words of [noted, queued])
    expect(house.app.finds(words, keys), 'it never left the device').toBe(false);

  await test.step('forgotten: on every screen, by every link, and in the data folder', async () => {
    await amina.press('Forget it now');
    await amina.press('Forget it now');
    for (const screen of [joel, amina, ben, wall]) await screen.sees('This room has been forgotten');
    await expect(() => expect(house.app.finds(planted, keys)).toBe(false)).toPass();
    for (const screen of [joel, ben]) {
      await screen.page.goto(house.app.origin);
      await screen.page.goto(house.app.origin + meeting.room.links.join);
      await screen.sees('There is no such room');
    }
    expect(await amina.page.evaluate(() => Object.keys(localStorage).length)).toBe(0);
  });
});
