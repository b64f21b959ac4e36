import { expect } from '@playwright/test';
import { gather } from './support/gather.ts';
import { laptop, phone, test } from './support/house.ts';

test('a practice: somebody shows it, three runs with swapped parts, a remark after each', async ({
  house,
}) => {
  const { joel, wall, people } = await gather(
    house,
    { Amina: phone, Ben: laptop, Dee: phone, Ines: laptop },
    { practice: true, observes: ['Ines'] },
  );
  const [amina, ben, dee, ines] = ['Amina', 'Ben', 'Dee', 'Ines'].map((name) => people[name]!);
  const floor = () => wall.page.getByTestId('floor');
  const everybody = [amina!, ben!, dee!, ines!];

  await test.step('the practice comes after the questions', async () => {
    for (const part of ['Agreements & roles', 'Focus', 'Timed listening']) await joel.begin(part);
    await amina!.press('I am done early');
    await amina!.press('Yes, end this part');
    for (const screen of everybody) await screen.sees('Paraphrase');
    await joel.begin('Questions');
    await joel.begin('Practice');
    for (const screen of [wall, ...everybody]) await screen.sees('Can we do it together?');
    for (const screen of everybody) await screen.sees('It will be imperfect, and that is normal.');
  });

  await test.step('parts are taken by whoever wishes, and shown first by somebody else', async () => {
    await amina!.hasNo('I can show it');
    await ben!.press('I can show it');
    await dee!.hasNo('I can show it');
    await dee!.press('I can play the other part');
    await amina!.press('Begin');
    await expect(floor()).toContainText('Ben with Dee');
    await amina!.press('End the run');
    await ines!.hasNo('I say one thing');
  });

  await test.step('a first run, and one thing somebody saw', async () => {
    await amina!.press('Short runs');
    await amina!.press('Begin run 1');
    await expect(floor()).toContainText('Amina with Dee');
    await expect(floor()).toContainText('run 1');
    for (const screen of everybody)
      await expect(screen.page.getByTestId('run')).toHaveText(/^Run 1, 0:\d\d$/);
    await amina!.press('End the run');
    await wall.sees('One thing seen or heard.');
    await amina!.hasNo('I say one thing');
    await ines!.press('I say one thing');
    await expect(floor()).toContainText('Ines');
    const time = (await ines!.page.getByTestId('time').boundingBox())!;
    const bar = (await ines!.button('Finish').boundingBox())!;
    expect(time.y + time.height, 'the time stands above the bar').toBeLessThan(bar.y);
    await ines!.press('Finish');
    await dee!.hasNo('I say one thing');
  });

  await test.step('the second run has its parts swapped; the facilitator ends it', async () => {
    await amina!.press('Swap the parts');
    for (const screen of everybody) await screen.sees('Parts are swapped');
    await amina!.press('Begin run 2');
    await expect(floor()).toContainText('Dee with Amina');
    await joel.press('End the run');
    await ben!.press('I say one thing');
    await ben!.press('Finish');
  });

  await test.step('the third run is begun by the facilitator; the coachee ends it, and then the practice', async () => {
    await joel.press('Begin run 3');
    await expect(floor()).toContainText('run 3');
    await amina!.press('End the run');
    await dee!.press('I say one thing');
    await dee!.press('Finish');
    await amina!.press('Enough');
    await amina!.press('Yes, end this part');
    for (const screen of [wall, ...everybody]) await screen.sees('Reflect & plan');
  });
});
