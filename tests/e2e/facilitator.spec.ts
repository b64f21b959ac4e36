import { expect } from '@playwright/test';
import { minutes } from '#shared/time.ts';
import { becomeCoachee, comeIn, detailsOf, endSession, openRoom } from './support/joining.ts';
import { Heard } from './support/heard.ts';
import { laptop, phone, projector, test, type Screen } from './support/house.ts';

/** Up to the paraphrase round; listening ends with the coachee's yes. */
async function leadToParaphrase(facilitator: Screen, coachee: Screen) {
  await facilitator.begin('Agreements & roles');
  await facilitator.begin('Focus');
  await facilitator.begin('Timed listening');
  const asking = coachee.page.getByText('Joel asks: shall we go on to Paraphrase?');
  await facilitator.pressUntil(/^Ask Amina to go on/, () => expect(asking).toBeVisible({ timeout: 800 }));
  await coachee.press('Yes');
  await coachee.sees('Paraphrase');
}

test.describe('the facilitator’s laptop is closed in the paraphrase round', () => {
  test.use({ clockwork: 'movable' });

  test('the time goes on, and the deputy takes over and leads to the end', async ({ house }) => {
    const joel = await house.screen('Joel', laptop);
    const wall = await house.screen('wall', projector);
    const amina = await house.screen('Amina', phone);
    const ben = await house.screen('Ben', phone);
    const chloe = await house.screen('Chloé', phone);
    const heard = new Heard(chloe.page);
    const { joinLink, wallLink } = await openRoom(house, joel);
    await comeIn(joel, [amina, ben, chloe], joinLink);
    await wall.page.goto(wallLink);
    const details = await detailsOf(joel, 'Ben');
    await details.getByRole('switch', { name: 'Leads on if I am gone' }).click();
    await joel.sees('leads on if you are gone');
    await becomeCoachee(joel, amina);
    await leadToParaphrase(joel, amina);
    await ben.press('Take the floor');
    await ben.write('What I heard', 'You want a calm start');

    await joel.page.getByRole('radio', { name: 'All' }).click();
    await expect.poll(() => wall.time()).not.toBeNull();
    const consoleUrl = joel.page.url();
    const context = joel.page.context();
    const before = (await wall.time())!;
    await joel.page.close();
    house.screens.splice(house.screens.indexOf(joel), 1);
    await expect.poll(() => heard.all.includes('personAway'), { timeout: 30_000 }).toBe(true);
    await house.app.moveOn(minutes(1));

    await chloe.page.reload();
    await chloe.sees('Ben has the floor');
    await chloe.hasNo('Take over');
    await ben.page.reload();
    await ben.sees('You were named to go on if the facilitator is gone.');
    await ben.press('Take over');
    await ben.sees('Paraphrase');
    await expect(ben.button(/^Start questions/)).toBeVisible();
    await wall.page.reload();
    await wall.sees('Paraphrase');
    expect(await wall.time(), 'the time ran on').toBeLessThanOrEqual(before - 60);

    await test.step('the one who was gone comes back to the console beside them', async () => {
      const back = await context.newPage();
      await back.goto(consoleUrl);
      await expect(back.getByRole('button', { name: /^Start questions/ })).toBeVisible();
      await back.close();
    });

    await ben.begin('Questions');
    await chloe.press('Raise hand');
    await ben.press('People');
    await ben.press('Give Chloé the floor');
    await chloe.sees('You have the floor');
    await chloe.press('Finish');
    await ben.press('Run');
    await ben.begin('Reflect & plan');
    await ben.begin('Close');
    await endSession(ben);
    for (const screen of [wall, amina, chloe])
      await screen.sees('Thank you for the time you gave each other');
  });

  test('without a deputy the group is asked, and never the coachee', async ({ house }) => {
    const joel = await house.screen('Joel', laptop);
    const amina = await house.screen('Amina', phone);
    const ben = await house.screen('Ben', laptop);
    const heard = new Heard(ben.page);
    const { joinLink } = await openRoom(house, joel);
    await comeIn(joel, [amina, ben], joinLink);
    await becomeCoachee(joel, amina);
    await joel.begin('Agreements & roles');
    await joel.page.context().close();
    house.screens.splice(house.screens.indexOf(joel), 1);
    await expect.poll(() => heard.all.includes('personAway'), { timeout: 30_000 }).toBe(true);
    await house.app.moveOn(minutes(1));
    await amina.page.reload();
    await amina.sees('You are the coachee today');
    await amina.hasNo('Take over');
    await ben.page.reload();
    await ben.sees('Nobody is facilitating just now.');
    await ben.press('Not now');
    await ben.hasNo('Take over');
    await ben.page.reload();
    await ben.press('Take over');
    await ben.begin('Focus');
    await amina.sees('Focus');
  });
});

test('facilitating is asked for and accepted, shared and given back', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const chloe = await house.screen('Chloé', phone);
  const { joinLink } = await openRoom(house, joel);
  await comeIn(joel, [amina, ben, chloe], joinLink);
  await becomeCoachee(joel, amina);

  await test.step('nobody is pressed: not now is an answer', async () => {
    const details = await detailsOf(joel, 'Ben');
    await details.getByRole('button', { name: 'Instead of me' }).click();
    await details.getByText('Asked to facilitate.').waitFor();
    await ben.sees('Joel asks: would you facilitate from here on?');
    for (const screen of [amina, chloe]) expect(await screen.words()).not.toContain('would you facilitate');
    await ben.press('Not now');
    await details.getByRole('button', { name: 'With me' }).click();
  });

  await test.step('two facilitate, and one of them gives it back', async () => {
    await ben.sees('Joel asks: would you facilitate together?');
    await ben.press('Yes, I will');
    await ben.sees('What the room sees');
    await ben.begin('Agreements & roles');
    await joel.begin('Focus');
    const own = await detailsOf(joel, 'Joel');
    await own.getByRole('button', { name: 'I stop facilitating' }).click();
    await joel.sees('Ben is facilitating now');
    await joel.sees('You are a coach');
    await joel.seesNot('What the room sees');
    await ben.begin('Timed listening');
    await joel.sees('Give your whole attention.');
  });

  await test.step('a quiet signal in listening is for the facilitator alone', async () => {
    await chloe.press('More');
    await chloe.press('I need the facilitator');
    await chloe.sees('The facilitator knows and comes to you.');
    await ben.sees('Somebody asks for you quietly.');
    for (const screen of [amina, joel]) expect(await screen.words()).not.toContain('asks for you quietly');
    await ben.press('Show who');
    await ben.press('I am coming to Chloé');
    await expect(chloe.button('I need the facilitator')).toBeVisible();
    await ben.seesNot('Somebody asks for you quietly.');
    await chloe.press('I need the facilitator');
    await ben.sees('Somebody asks for you quietly.');
    await chloe.press('Take it back');
    await ben.seesNot('Somebody asks for you quietly.');
  });
});

test('a group’s own words for the roles show wherever a role is named', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const { joinLink } = await openRoom(house, joel);
  await comeIn(joel, [amina, ben], joinLink);
  await joel.page.getByText('How we name things').click();
  const field = joel.page.getByLabel('Our word for Coach', { exact: true });
  await field.fill('Listener');
  await field.press('Enter');
  await expect(ben.button('Listener')).toBeVisible();
  await joel.page.getByLabel('Our word for Coachee').fill('Thinker');
  await joel.page.getByLabel('Our word for Coachee').press('Tab');
  await amina.press('Thinker');
  await joel.press(/1 offer/);
  await joel.press('Ask Amina');
  await amina.press('Yes, I would');
  await ben.sees('Today’s Thinker: Amina');
  await joel.begin('Agreements & roles');
  await joel.begin('Focus');
  await ben.sees('Your role: Listener');
  await amina.sees('Your role: Thinker');
});

test('a facilitator who would like to be the coachee hands the console over, and then offers like anyone', async ({
  house,
}) => {
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', laptop);
  const dee = await house.screen('Dee', phone);
  const { joinLink } = await openRoom(house, joel);
  await comeIn(joel, [ben, dee], joinLink);
  await joel.press('I would like to be the coachee');
  await joel.sees('Somebody else takes the console first.');
  await joel.press('Ask Ben to facilitate');
  await joel.sees('Ben is asked. The answer comes from their own screen.');
  await ben.press('Yes, I will');
  await ben.sees('Before the start');
  await joel.sees('Ben is facilitating now');
  await joel.page.getByRole('button', { name: 'Coachee' }).click();
  await ben.press(/1 offer/);
  await ben.press('Ask Joel');
  await joel.press('Yes, I would');
  await joel.sees('You are the coachee today');
  await dee.sees('Joel is the coachee today');
  await ben.hasNo('I would like to be the coachee');
});
