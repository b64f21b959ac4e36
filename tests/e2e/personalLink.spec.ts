import { expect } from '@playwright/test';
import { Heard } from './support/heard.ts';
import { laptop, phone, projector, test, type Screen } from './support/house.ts';
import { comeIn, knock, openRoom } from './support/joining.ts';
import { carries } from './support/qrCode.ts';

/** Makes a personal link on the console, and takes it from the dialog. */
async function linkFor(facilitator: Screen, name: string): Promise<string> {
  await facilitator.press('Make a personal link');
  await facilitator.write('Who the link is for', name);
  await facilitator.press('Make the link');
  const dialog = facilitator.page.getByRole('dialog');
  const link = await dialog.getByLabel('The link', { exact: true }).inputValue();
  await carries(dialog.getByRole('img', { name: 'The link as a picture to scan' }), link);
  await dialog.getByRole('button', { name: 'Done' }).click();
  return link;
}

test('a personal link leads one person in at once, and nobody after them', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const eve = await house.screen('Eve', phone);
  const zed = await house.screen('Zed', phone);
  const { code } = await openRoom(house, joel);
  const link = await linkFor(joel, 'Eve Adamczyk');
  expect(new URL(link).origin, 'one that others can reach').toBe(new URL(joel.page.url()).origin);
  expect(new URL(link).pathname + new URL(link).search, 'no name where a server would log it').not.toMatch(
    /eve|adamczyk/i,
  );

  await eve.page.goto(link);
  await expect(eve.page.getByLabel('What shall we call you?')).toHaveValue('Eve Adamczyk');
  expect(eve.page.url(), 'nor the secret in the address bar').not.toContain('#');
  await eve.write('What shall we call you?', 'Eve');
  await eve.press('Come in');
  await eve.sees('Today I could be');
  await joel.sees('Eve');
  await joel.seesNot('Personal links not used yet');

  await test.step('on another device it is refused in words, and the code leads to the door', async () => {
    const heard = new Heard(zed.page);
    await zed.page.goto(link);
    await zed.sees('This link has been used');
    expect(heard.all).not.toContain('Joel');
    await zed.page.getByRole('link', { name: 'Enter the code' }).click();
    await zed.page
      .getByLabel('Enter the nine digits on the wall')
      .pressSequentially(code.replaceAll(' ', ''));
    await zed.write('What shall we call you?', 'Zed');
    await zed.press('Knock');
    await zed.sees('You have knocked');
  });

  await test.step('on its person’s device it stays theirs', async () => {
    await eve.page.goto(link);
    await eve.sees('Today I could be');
  });
});

test('a lock and a withdrawal beat a personal link', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const eve = await house.screen('Eve', phone);
  await openRoom(house, joel);
  const [own, other] = [await linkFor(joel, 'Eve'), await linkFor(joel, '')];
  await joel.page.getByText('Personal links not used yet · 2').click();

  await joel.page.getByText('People wait here until you let them in.').click();
  const lock = joel.page.getByRole('switch', { name: 'Lock the room' });
  await lock.click();
  await expect(lock).toBeChecked();
  await eve.page.goto(own);
  await eve.sees('The room is locked');
  await lock.click();
  await expect(lock).not.toBeChecked();
  await eve.page.getByRole('link', { name: 'Try again' }).click();
  await expect(eve.page.getByLabel('What shall we call you?')).toHaveValue('Eve');

  await joel.press('Withdraw the link for Eve');
  await eve.sees('This link does not open the room');
  await eve.page.goto(other);
  await expect(eve.page.getByLabel('What shall we call you?')).toHaveValue('');
  await eve.write('What shall we call you?', 'Eve');
  await eve.press('Come in');
  await eve.sees('Today I could be');
});

test('another code clears the door, and whoever is in stays', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const zed = await house.screen('Zed', phone);
  const { code, joinLink } = await openRoom(house, joel);
  await comeIn(joel, [amina], joinLink);
  await knock(zed, joinLink);
  await joel.sees('1 person is at the door.');
  await joel.page.getByText('People wait here until you let them in.').click();
  await joel.press('New code');
  await joel.sees('The old code, picture and link lead nobody in any more.');
  await joel.press('Change the code');
  await zed.sees('This link does not open the room');
  await joel.seesNot('1 person is at the door.');
  await joel.seesNot(code);
  await amina.sees('Today I could be');
});

test('a wall let in by mistake is sent out, and does not come back by itself', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const { code, joinLink } = await openRoom(house, joel);
  await wall.page.goto(joinLink.replace('/room/', '/wall/'));
  await joel.press('Let this wall in');
  await wall.sees(code);
  await joel.page.getByText('Walls let in with the code · 1').click();
  await joel.press(/^Send the wall out/);
  await wall.sees('This wall is out of the room');
  await wall.page.reload();
  await wall.sees('The facilitator has not let this wall in.');
  await wall.seesNot(code);
  await joel.page.getByText('Turned away · 1').click();
  await joel.press('Let this wall in');
  await wall.sees(code);
});
