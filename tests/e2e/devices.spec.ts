/// <reference lib="dom" />
import { expect } from '@playwright/test';
import { seconds } from '#shared/time.ts';
import { laptop, phone, projector, test, type House, type Screen } from './support/house.ts';
import { openMeeting } from './support/meeting.ts';
import { countStrokes, wakeLock } from './support/stubs.ts';
import { timePasses } from './support/timePasses.ts';
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

test.describe('as the time of a part goes by', () => {
  test.use({ clockwork: 'movable' });

  /** A console, a wall and a coach in questions, which have 14 minutes. */
  async function inQuestions(house: House) {
    const meeting = await UnderWay.begin(house, 'ask');
    const [joel, wall, ben] = [
      await house.screen('Joel', laptop),
      await house.screen('wall', projector),
      await house.screen('Ben', phone),
    ];
    const seat = async () => {
      for (const screen of house.screens) await meeting.seat(screen);
      await wall.sees('Questions');
    };
    /** Until there are so many seconds left, by the console's own clock. */
    const until = async (left: number) => {
      const now = (await joel.time())!;
      await timePasses(house, seconds(now - left));
      await expect.poll(() => joel.time()).toBeLessThanOrEqual(left);
    };
    return { meeting, joel, wall, ben, seat, until };
  }

  test('every page says the milestones, once and in one place', async ({ house }) => {
    const { joel, wall, ben, seat, until } = await inQuestions(house);
    await seat();
    const said = [
      [
        410,
        'Half of the time is left in Questions.',
        'Half of the time is left',
        'Half of the time is left.',
      ],
      [115, 'Two minutes left in Questions.', '2 minutes left', '2 minutes left.'],
      [55, 'One minute left in Questions.', '1 minute left', '1 minute left.'],
      [
        -1,
        'Questions is at zero. Nothing moves by itself.',
        'Time. Finish your thought.',
        'Time. Finish your thought.',
      ],
    ] as const;
    const voices = (screen: Screen, words: string) =>
      screen.page.getByRole('status').and(screen.page.getByText(words, { exact: true }));
    await expect(voices(joel, 'Questions has started.')).toHaveCount(1);
    await expect(voices(wall, 'Questions has begun.')).toHaveCount(1);
    for (const [left, onConsole, onWall, onPhone] of said) {
      await until(left);
      await expect(voices(joel, onConsole)).toHaveCount(1);
      await expect(voices(wall, onWall)).toHaveCount(1);
      await expect(voices(ben, onPhone)).toHaveCount(1);
    }
  });

  test('one chosen screen chimes, once, and everybody reads it', async ({ house }) => {
    const { joel, wall, ben, seat, until } = await inQuestions(house);
    const all = await Promise.all([joel, wall, ben].map(({ page }) => countStrokes(page)));
    const strokes = () => Promise.all(all.map((count) => count()));
    await seat();
    const chooses = async (name: string) => {
      await joel.page.getByRole('group', { name: 'Chime' }).getByRole('button', { name }).click();
    };

    await test.step('choosing a screen lets it be heard there, or says that it sleeps', async () => {
      await joel.page.getByText('Room size and chime').click();
      await chooses('Here');
      await expect.poll(strokes).toEqual([1, 0, 0]);
      await chooses('The wall');
      await wall.page.keyboard.press('Shift');
      await expect.poll(strokes).toEqual([1, 1, 0]);
      await house.pictures('chime');
    });

    await test.step('one minute left: one stroke on the wall, words for all', async () => {
      await until(62);
      for (const screen of [joel, wall, ben]) await screen.sees('Chime: one minute left');
      await expect.poll(strokes).toEqual([1, 2, 0]);
      await house.pictures('chime-words');
    });

    await test.step('the wall is loaded again at zero: no second sound', async () => {
      await until(2);
      for (const screen of [joel, wall, ben]) await screen.sees('Chime: the time is up');
      await expect.poll(strokes).toEqual([1, 4, 0]);
      await wall.page.reload();
      await wall.page.keyboard.press('Shift');
      await wall.sees('Time. Finish your thought.');
      expect((await strokes())[1], 'the key that wakes it, and no more').toBeLessThanOrEqual(1);
    });
  });
});

test('a screen is kept awake, or says what to do', async ({ house }) => {
  const { joel, wall, amina } = await openMeeting(house);
  const screens = [joel, wall, amina];
  const dims = 'This screen may dim. Turn off sleep in its settings for now.';
  const begin = (how: 'granted' | 'refused' | 'absent') =>
    Promise.all(
      screens.map(async ({ page }) => {
        const held = await wakeLock(page, how);
        await page.reload();
        return held;
      }),
    );

  await test.step('where a browser cannot: in words, before the start', async () => {
    await begin('absent');
    for (const screen of [joel, wall]) await screen.sees(dims);
    await amina.sees('You are the coachee today');
    await amina.seesNot(dims);
    await house.pictures('awake');
  });

  await test.step('where it can: the wall at once, the others while the session runs', async () => {
    const held = await begin('granted');
    const all = () => Promise.all(held.map((count) => count()));
    await expect.poll(all).toEqual([0, 1, 0]);
    for (const screen of screens) await screen.seesNot(dims);
    await joel.begin('Agreements & roles');
    await expect.poll(all).toEqual([1, 1, 1]);
  });

  await test.step('where it refuses: on the console, and not over the meeting', async () => {
    await begin('refused');
    await joel.sees(dims);
    await wall.sees('No pupils’ names.');
    for (const screen of [wall, amina]) await screen.seesNot(dims);
  });
});
