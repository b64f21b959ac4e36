import { expect } from '@playwright/test';
import { gather } from './support/gather.ts';
import { laptop, phone, test } from './support/house.ts';

test('who passes always is waited for in no round, says so once, and speaks after all', async ({ house }) => {
  const sizes = { Amina: laptop, Ben: phone, Dee: laptop };
  const { joel, wall, people } = await gather(house, sizes);
  const { Amina: amina, Ben: ben, Dee: dee } = people;
  const always = ben!.page.getByRole('switch', { name: 'Pass for me in every round' });
  await always.click();
  await expect(always).toBeChecked();
  await joel.begin('Agreements & roles');
  await joel.begin('Focus');
  await joel.begin('Timed listening');
  await amina!.press('I am done early');
  await amina!.press('Yes, end this part');

  await ben!.sees('You pass in every round.');
  await joel.sees('passes in every round');
  await joel.sees('0 of 1 had their turn');
  await joel.hasNo('Give Ben the floor');
  expect(await wall.words()).not.toMatch(/Ben|pass/);
  await dee!.press('Pass in every round');
  await joel.sees('Nobody wishes to speak in this round.');
  await wall.sees('The round rests.');

  await ben!.press('Speak after all');
  await expect(joel.button('Give Ben the floor')).toBeVisible();
  await test.step('a point of process, of who waits and of who passes, is nobody’s turn', async () => {
    const hands = joel.page.getByRole('region', { name: 'Hands' });
    for (const [name, screen] of [
      ['Dee', dee!],
      ['Ben', ben!],
    ] as const) {
      await screen.press('Point of process');
      await hands.getByRole('button', { name: `Give ${name} the floor` }).click();
      await expect(wall.page.getByTestId('floor')).toContainText(name);
      await wall.sees('a point of process');
      await joel.sees('0 of 1 had their turn');
      await screen.hasNo('Pass this time');
      await screen.press('Finish');
    }
    await ben!.sees('It is your turn');
  });
  await ben!.press('Take the floor');
  await expect(wall.page.getByTestId('floor')).toContainText('Ben');
  await ben!.press('Finish');

  await joel.begin('Questions');
  await dee!.press('Raise hand');
  await joel.press('Give Dee the floor');
  await dee!.press('Finish');
  await joel.begin('Reflect & plan');
  await joel.begin('Close');
  await expect(joel.button('Give Ben the floor')).toBeVisible();
  await joel.hasNo('Give Dee the floor');
  await dee!.page.getByRole('button', { name: 'More', exact: true }).click();
  await dee!.page.getByRole('switch', { name: 'Pass for me in every round' }).click();
  await expect(joel.button('Give Dee the floor')).toBeVisible();
});
