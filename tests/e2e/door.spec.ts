import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { becomeCoachee, codeOn, comeIn, detailsOf, knock, linkOfCode, openRoom } from './support/joining.ts';
import { Heard } from './support/heard.ts';
import { laptop, phone, projector, test } from './support/house.ts';

test('a stranger in the waiting room sees and receives nothing until they are let in', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const zed = await house.screen('Zed', laptop);
  const uma = await house.screen('Uma', phone);
  const { joinLink } = await openRoom(house, joel);
  await comeIn(joel, [amina], joinLink);

  const heard = new Heard(zed.page);
  await knock(zed, joinLink);
  await knock(uma, joinLink);
  await joel.sees('2 people are at the door.');
  await joel.sees('Zed');
  await amina.page.getByRole('button', { name: 'Observer' }).click();
  await amina.press('Ask for another');
  await amina.write('What else do you need from this group?', 'Phones face down');
  await amina.press('Add for everyone');
  await joel.press('Start agreements & roles · 5 min');
  await amina.sees('Phones face down');

  const nothingOfTheRoom = async () => {
    expect(
      heard.messages.filter((message) => message !== 'waiting'),
      'only what is about themselves',
    ).toEqual([]);
    for (const word of ['Amina', 'Joel', 'Phones face down', 'standard-1', 'Uma'])
      expect(heard.all).not.toContain(word);
    const words = await zed.words();
    for (const word of ['Amina', 'Joel', 'Phones face down', 'Agreements']) expect(words).not.toContain(word);
  };
  await nothingOfTheRoom();
  expect(heard.messages.length, 'the page was told that it waits').toBeGreaterThan(0);

  await test.step('who is turned away stays out, over a reload as well', async () => {
    await joel.press('Turn Zed away');
    await zed.sees('You are not let in just now');
    await zed.page.reload();
    await zed.sees('You are not let in just now');
    await joel.press('Admit all');
    await uma.sees('Today I could be');
    await zed.sees('You are not let in just now');
    await nothingOfTheRoom();
  });

  await test.step('a slip can be mended', async () => {
    await joel.page.getByText('Turned away ·').click();
    await joel.press('Let Zed in');
    await zed.sees('Today I could be');
    expect(heard.messages).toContain('snapshot');
  });

  await test.step('a locked room lets nobody new in, and whoever was here comes back', async () => {
    const late = await house.screen('Late', laptop);
    await joel.page.getByText('People wait here until you let them in.').click();
    await joel.page.getByRole('switch', { name: 'Lock the room' }).click();
    await expect(joel.page.getByRole('switch', { name: 'Lock the room' })).toBeChecked();
    await late.page.goto(joinLink);
    await late.sees('The room is locked');
    await uma.page.reload();
    await uma.sees('Today I could be');
    await joel.page.getByRole('switch', { name: 'Lock the room' }).click();
    await expect(joel.page.getByRole('switch', { name: 'Lock the room' })).not.toBeChecked();
    await late.page.getByRole('link', { name: 'Try again' }).click();
    await late.write('What shall we call you?', 'Late');
    await late.press('Knock');
    await late.sees('You have knocked');
  });
});

test('a removed person is out on every tab at once, and no old way leads back', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const rex = await house.screen('Rex', laptop);
  const wall = await house.screen('wall', projector);
  const { code, joinLink, wallLink } = await openRoom(house, joel);
  await comeIn(joel, [amina, rex], joinLink);
  await wall.page.goto(wallLink);
  await wall.sees(code);
  const tabs = [rex.page, await rex.page.context().newPage(), await rex.page.context().newPage()];
  for (const tab of tabs.slice(1)) {
    await tab.goto(joinLink);
    await expect(tab.getByText('Today I could be')).toBeVisible();
  }

  const details = await detailsOf(joel, 'Rex');
  await details.getByRole('button', { name: 'Take out of the room' }).click();
  await joel.sees('They are out at once on every device, and stay out.');
  await joel.press('Take Rex out');

  for (const tab of tabs) await expect(tab.getByText('You are out of this room')).toBeVisible();
  await expect.poll(() => codeOn(wall), 'the code on the wall changes').not.toBe(code);
  await amina.sees('Today I could be');
  for (const tab of tabs) {
    await tab.reload();
    await expect(tab.getByText('You are out of this room')).toBeVisible();
  }

  const elsewhere = await house.screen('Rex elsewhere', phone);
  await elsewhere.page.goto(joinLink);
  await elsewhere.sees('This link does not open the room');
  await elsewhere.page.goto(`${house.app.origin}/join`);
  await elsewhere.page
    .getByLabel('Enter the nine digits on the wall')
    .pressSequentially(code.replaceAll(' ', ''));
  await elsewhere.sees('No room has that code.');
  await knock(elsewhere, await linkOfCode(house, joel, await codeOn(wall)));
});

test('a wall by code shows two words until the facilitator knows them', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const { code } = await openRoom(house, joel);
  const heard = new Heard(wall.page);
  await wall.page.goto(`${house.app.origin}/join?wall`);
  await wall.page
    .getByLabel('Enter the nine digits to show the wall')
    .pressSequentially(code.replaceAll(' ', ''));
  await wall.sees('Ask the facilitator to let this wall in.');
  const [first, second] = await wall.page.locator('.check b').allInnerTexts();
  await joel.sees('A wall is at the door.');
  await joel.sees(`A wall: ${first} ${second}`);
  await joel.hasNo('Admit all');
  expect(heard.all, 'nothing of the room').not.toContain('Joel');
  expect(await wall.words()).not.toContain(code);
  await wall.page.reload();
  await expect(wall.page.locator('.check b').first(), 'the same words after a reload').toHaveText(first!);
  await joel.press('Let this wall in');
  await wall.sees(code);
  await wall.page.reload();
  await wall.sees(code);
});

test('Sam and Sam 2 are told apart until one renames', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const one = await house.screen('Sam', laptop);
  const two = await house.screen('Sam', phone);
  const { joinLink } = await openRoom(house, joel);
  await comeIn(joel, [one, two], joinLink);
  const people = joel.page.getByRole('region', { name: 'People' });
  await expect(people.getByRole('button', { name: /^Sam 2\b/ })).toBeVisible();
  await two.page.getByText('Sam 2').first().waitFor();
  await two.press('More');
  await two.write('My name', 'Samira');
  await two.press('Change my name');
  await expect(people.getByRole('button', { name: /^Samira\b/ })).toBeVisible();
  await expect(people.getByRole('button', { name: /^Sam 2\b/ })).toHaveCount(0);
});

test('a dead phone comes back as the same person on another device', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const { joinLink } = await openRoom(house, joel);
  await comeIn(joel, [amina, ben], joinLink);
  await becomeCoachee(joel, amina);
  await amina.page.context().close();
  house.screens.splice(house.screens.indexOf(amina), 1);
  const people = joel.page.getByRole('region', { name: 'People' });
  await expect(people.getByText(/^away \d/), 'the room has noticed').toBeVisible({ timeout: 30_000 });

  const again = await house.screen('Amina', laptop);
  await again.page.goto(joinLink);
  await again.page.getByLabel('I was here before, on another device').check();
  await again.sees('Write the name you had here.');
  expect(await again.words(), 'no names at the door').not.toContain('Ben');
  await again.write('What shall we call you?', 'Amina');
  await again.press('Knock');
  await joel.sees('says they were here before');
  await joel.sees('Somebody is at the door who says they were here before.');
  await joel.hasNo('Admit all');
  const who = joel.page.getByLabel('Who Amina at the door is');
  await expect(who.locator('option:checked')).toHaveText('This is Amina, who was here before');
  await expect(who.getByRole('option'), 'nobody whose device is here').toHaveCount(2);
  await joel.press('Let Amina in');
  await again.sees('You are the coachee today');
  await expect(people.getByRole('button', { name: /^Amina/ }), 'one Amina').toHaveCount(1);
});

test('the recovery file opens the console again', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  await openRoom(house, joel);
  const saving = joel.page.waitForEvent('download');
  await joel.press('Save the key to this console');
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^fullturn-console-\d{9}\.txt$/);
  const text = await readFile(await file.path(), 'utf8');
  const link = /https?:\S+\/console\/\S+#\S+/.exec(text)![0];
  expect(text).toContain('keep it to yourself');

  const other = await house.screen('Joel elsewhere', laptop);
  await other.page.goto(link.replace(/^https?:\/\/[^/]+/, house.app.origin));
  await other.sees('Before the start');
  await expect(other.page.getByRole('region', { name: 'People' }).getByText('Joel')).toBeVisible();
  await other.press('Dimmed');
  await expect(joel.button('Dimmed')).toHaveAttribute('aria-pressed', 'true');
});
