/// <reference lib="dom" />
import { expect } from '@playwright/test';
import { laptop, projector, test, type Screen } from './support/house.ts';
import { openMeeting } from './support/meeting.ts';
import { UnderWay } from './support/underWay.ts';

/** No word of the wall reaches out of it: whatever is cut there, nobody can scroll to. */
const fits = (wall: Screen): Promise<void> =>
  expect
    .poll(() =>
      wall.page.locator('.w').evaluate((w) => {
        const inside = w.closest('.wall')!.getBoundingClientRect();
        const out = [...w.querySelectorAll('h1, p, li, small, svg')].filter((each) => {
          const { right, bottom } = each.getBoundingClientRect();
          return right > inside.right + 1 || bottom > inside.bottom + 1;
        });
        return out.map((each) => each.textContent);
      }),
    )
    .toEqual([]);

test('the wall’s words are as large as the back row needs them', async ({ house }) => {
  const { joel, wall } = await openMeeting(house);
  const title = wall.page.getByRole('heading', { level: 1 });
  const height = () => title.evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize));
  const ordinary = await height();

  await test.step('three lines on the wall, one press on the console', async () => {
    await joel.press('Back-row check');
    await wall.sees('Can the back row read this?');
    await expect(wall.page.getByText('If you can read this, raise your hand.')).toHaveCount(3);
    await joel.sees('Which is the smallest line the back row can read?');
    await fits(wall);
    await house.pictures('back-row');
    await joel.press('L: the back row is far');
    await wall.seesNot('Can the back row read this?');
    await expect.poll(height).toBeGreaterThan(ordinary * 1.1);
  });

  await test.step('the size stays, through every part and a reload', async () => {
    await fits(wall);
    await joel.begin('Agreements & roles');
    await wall.sees('No pupils’ names.');
    await fits(wall);
    await joel.begin('Focus');
    await wall.page.reload();
    await wall.sees('Focus');
    expect(await height()).toBeGreaterThan(ordinary * 1.1);
    await fits(wall);
    await joel.page.getByText('Room size').first().click();
    await joel.press('S: the back row is near');
    await expect.poll(height).toBeLessThan(ordinary);
    await fits(wall);
  });
});

test('the curtain hides every word of the session until it is opened', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  await meeting.writes('Ben', 'card-1', 'What would Samira say?');
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  for (const screen of house.screens) await meeting.seat(screen);
  const curtain = joel.page.getByRole('button', { name: 'Curtain', exact: true });
  await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
  await wall.sees('What would Samira say?');

  await test.step('closed by its button: the time, one line, and nothing else', async () => {
    await curtain.click();
    await wall.sees('The wall rests for now.');
    const words = await wall.words();
    for (const hidden of ['Samira', 'Amina', 'Questions']) expect(words).not.toContain(hidden);
    expect(await wall.time(), 'whole minutes').toBeNull();
    await expect(wall.page.getByTestId('time')).toContainText('min');
    await joel.sees('The curtain is closed. The room sees only the time.');
    await expect(curtain).toHaveAttribute('aria-pressed', 'true');
    await fits(wall);
    await house.pictures('curtain');
  });

  await test.step('opened by the same button, on what is behind it', async () => {
    await curtain.click();
    await wall.sees('What would Samira say?');
    await joel.seesNot('The curtain is closed. The room sees only the time.');
  });

  await test.step('and both by the clicker’s key', async () => {
    await joel.page.keyboard.press('b');
    await wall.sees('The wall rests for now.');
    await expect(async () => {
      await joel.page.keyboard.press('.');
      await expect(wall.page.getByText('What would Samira say?')).toBeVisible({ timeout: 800 });
    }).toPass();
  });
});
