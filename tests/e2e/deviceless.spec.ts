import { readFile } from 'node:fs/promises';
import { expect, type Locator } from '@playwright/test';
import { becomeCoachee, comeIn, detailsOf, endSession, openRoom } from './support/joining.ts';
import { laptop, phone, projector, test, type Screen } from './support/house.ts';

async function addPerson(facilitator: Screen, name: string): Promise<void> {
  await facilitator.press('Add a person without a device');
  await facilitator.write('Name of the person without a device', name);
  await facilitator.page.getByRole('button', { name: 'Add', exact: true }).click();
}

/** What the console offers in this person's name. */
async function voiceOf(facilitator: Screen, name: string): Promise<Locator> {
  await detailsOf(facilitator, name);
  return facilitator.page.getByRole('group', { name: `${name} says` });
}
const say = (voice: Locator, words: string) =>
  voice.getByRole('button', { name: words, exact: true }).click();

test('a coach without a device has their turns and a voice on the board like anyone', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const { joinLink, wallLink } = await openRoom(house, joel);
  await wall.page.goto(wallLink);
  await comeIn(joel, [amina, ben], joinLink);
  await addPerson(joel, 'Dee');
  await wall.sees('4 of 6 here');
  const dee = await voiceOf(joel, 'Dee');
  await say(dee, 'Coach');
  await expect(dee.getByRole('button', { name: 'Coach', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  for (const box of await dee.getByRole('checkbox').all()) {
    await box.click();
    await expect(box).toBeChecked();
  }
  await joel.sees('agreed 5 of 5');
  await becomeCoachee(joel, amina);
  await joel.begin('Agreements & roles');
  await joel.begin('Focus');
  await joel.begin('Timed listening');
  await expect(dee.getByRole('button'), 'nobody but the coachee has a word in listening').toHaveCount(0);
  const asking = amina.page.getByText('Joel asks: shall we go on to Paraphrase?');
  await joel.pressUntil(/^Ask Amina to go on/, () => expect(asking).toBeVisible({ timeout: 800 }));
  await amina.press('Yes');

  await ben.press('Pass this time');
  await say(dee, 'Takes the floor');
  await expect(wall.page.getByTestId('floor')).toContainText('Dee');
  await amina.sees('Dee has the floor');
  await dee.getByLabel('Card').fill('You want to begin without defending');
  await say(dee, 'Put on the board');
  await expect(dee.getByLabel('Card')).toHaveValue('');
  await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
  await wall.sees('You want to begin without defending');
  await joel.page.getByRole('button', { name: 'Time', exact: true }).click();
  await say(dee, 'Has finished');
  await joel.sees('Everyone had their turn.');

  await joel.begin('Questions');
  await say(dee, 'Raises a hand');
  await joel.press('Give Dee the floor');
  await expect(wall.page.getByTestId('floor')).toContainText('Dee');
  await dee.getByLabel('Card').fill('Who could you ask first?');
  await say(dee, 'Put on the board');
  await amina.sees('Who could you ask first?');
  await say(dee, 'Has finished');

  await joel.begin('Reflect & plan');
  await joel.begin('Close');
  await say(dee, 'Passes');
  await expect(dee.getByRole('button', { name: 'Passes', exact: true })).toHaveCount(0);
  await joel.hasNo('Give Dee the floor');
  await endSession(joel);
  await wall.sees('Thank you for the time you gave each other');
});

test('a coachee without a device keeps every power of theirs', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const ben = await house.screen('Ben', phone);
  const { joinLink, wallLink } = await openRoom(house, joel);
  await wall.page.goto(wallLink);
  await comeIn(joel, [ben], joinLink);
  await addPerson(joel, 'Dee');
  const dee = await voiceOf(joel, 'Dee');
  await say(dee, 'Coachee');
  await joel.press(/1 offer/);
  await joel.press('Ask Dee');
  await say(dee, 'Yes, coachee today');
  await ben.sees('Dee is the coachee today');
  await joel.begin('Agreements & roles');
  await joel.begin('Focus');
  await dee.getByLabel('Card').fill('How do I begin the parents’ evening?');
  await say(dee, 'Put on the board');
  await joel.begin('Timed listening');
  await joel.pressUntil(/^Ask Dee to go on/, () =>
    expect(dee.getByRole('button', { name: 'Yes, go on' })).toBeVisible({ timeout: 800 }),
  );
  await say(dee, 'Not yet');
  await wall.sees('Timed listening');
  await joel.pressUntil(/^Ask Dee to go on/, () =>
    expect(dee.getByRole('button', { name: 'Yes, go on' })).toBeVisible({ timeout: 800 }),
  );
  await say(dee, 'Yes, go on');
  await ben.press('Take the floor');
  await ben.press('Finish');
  await say(dee, 'That fits');
  await joel.begin('Questions');
  await joel.begin('Reflect & plan');
  await dee.getByLabel('My step').fill('Open with one question');
  expect(await ben.words()).not.toContain('Open with one question');
  await say(dee, 'Put the step on the board');
  await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
  await wall.sees('Open with one question');
  await joel.begin('Close');
  await endSession(joel);
  await ben.sees('Dee’s step stays with Dee.');

  await joel.sees('Dee takes the record on a device of their own');
  const stranger = await house.screen('stranger', phone);
  const own = await house.screen('Dee', phone);
  for (const screen of [stranger, own]) {
    await screen.page.goto(joinLink);
    await screen.sees('This session has ended, and nobody new comes in.');
    await screen.write('What was your name here?', 'Dee');
    await screen.press('Knock');
    await screen.sees('You have knocked');
    if (screen === own) break;
    await joel.press('Turn Dee away');
    await screen.sees('You are not let in just now');
  }
  await joel.sees('Turned away · 1');
  await joel.press('Let Dee in');
  await own.sees('Only you decide what leaves this room.');
  const saving = own.page.waitForEvent('download');
  await own.press('Save my copy');
  const saved = await readFile(await (await saving).path(), 'utf8');
  expect(saved).toContain('Open with one question');
  expect(saved).toContain('How do I begin the parents’ evening?');
  expect(await stranger.words()).not.toContain('Open with one question');
  await joel.sees('Somebody’s device is gone?');
});
