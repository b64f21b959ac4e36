/// <reference lib="dom" />
import { chromium, expect } from '@playwright/test';
import { seconds } from '#shared/time.ts';
import { App } from './support/app.ts';
import { House, laptop, phone, projector, test, type Screen } from './support/house.ts';
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
  async function inQuestions(house: House<App>) {
    const meeting = await UnderWay.begin(house, 'ask');
    const [joel, wall, ben] = [
      await house.screen('Joel', laptop),
      await house.screen('wall', projector),
      await house.screen('Ben', phone),
    ];
    const seat = async () => {
      for (const screen of house.screens) {
        await meeting.seat(screen);
        await expect(screen.page.getByRole('heading', { level: 1, name: 'Questions' })).toBeVisible();
        await screen.seesNot('One moment …');
      }
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
        0,
        'Questions is at zero. Nothing moves by itself.',
        'Time. Finish your thought.',
        'Time. Finish your thought.',
      ],
    ] as const;
    const voices = (screen: Screen, words: string) =>
      screen.page.getByRole('status').getByText(words, { exact: true });
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
    });

    await test.step('one minute left: one stroke on the wall, words for all', async () => {
      await until(62);
      for (const screen of [joel, wall, ben]) await screen.sees('Chime: one minute left');
      await expect.poll(strokes).toEqual([1, 2, 0]);
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

/** Nothing reaches beyond the right edge of a page, so that nobody scrolls sideways. */
async function staysInside({ name, page }: Screen, where: string): Promise<void> {
  const beyond = () =>
    page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      const out = [...document.querySelectorAll('main *, dialog *')].filter(
        (each) =>
          each.getBoundingClientRect().right > clientWidth + 1 && !each.closest('.sr-only, .preview, svg'),
      );
      return [scrollWidth - clientWidth, ...out.slice(0, 3).map((each) => each.textContent)];
    });
  await expect.poll(beyond, `${name}, ${where}`).toEqual([0]);
}

/** Every kind of page at this size, from the start page to the record. */
async function seesEveryPage(house: House, size: { width: number; height: number }): Promise<void> {
  const home = await house.screen('home', size);
  for (const path of ['/', '/join']) {
    await home.page.goto(house.app.origin + path);
    await expect(home.page.getByRole('heading', { level: 1 })).toBeVisible();
    await staysInside(home, path);
  }
  await home.page.context().close();
  house.screens.splice(house.screens.indexOf(home), 1);

  const meeting = await UnderWay.begin(house, 'agree', { observers: ['Ines'] });
  const joel = await house.screen('Joel', size);
  for (const name of ['Amina', 'Ben', 'wall']) await house.screen(name, size);
  for (const screen of house.screens) await meeting.seat(screen);
  for (const title of [
    'Agreements & roles',
    'Focus',
    'Timed listening',
    'Paraphrase',
    'Questions',
    'Reflect & plan',
    'Close',
  ]) {
    await expect(joel.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    for (const screen of house.screens) await staysInside(screen, title);
    for (const tab of ['People', 'Wall', 'Run']) {
      const button = joel.page.getByRole('button', { name: tab, exact: true });
      await button.click();
      await staysInside(joel, `${title}, ${tab}`);
    }
    if (title === 'Close') await meeting.does('Joel', { type: 'endSession' });
    else await meeting.next();
  }
  await joel.sees('The session has ended');
  for (const screen of house.screens) await staysInside(screen, 'the end');
}

test('no page is scrolled sideways on the narrowest phone', async ({ house }) => {
  await seesEveryPage(house, { width: 320, height: 640 });
});

for (const size of [phone, laptop])
  test(`nor with text of twice its size, ${size.width} wide`, async () => {
    const { launchOptions } = test.info().project.use;
    const args = [...(launchOptions?.args ?? []), '--blink-settings=defaultFontSize=32'];
    const browser = await chromium.launch({ ...launchOptions, args });
    const house = new House(browser, await App.start('real'));
    try {
      await seesEveryPage(house, size);
    } finally {
      await house.close();
      await browser.close();
    }
  });

test('colours of one’s own, less motion and a dimmed room leave everything to be told apart', async ({
  house,
}) => {
  const meeting = await UnderWay.begin(house, 'ask');
  const joel = await house.screen('Joel', phone);
  const wall = await house.screen('wall', projector);
  const ben = await house.screen('Ben', phone);
  for (const screen of house.screens) await meeting.seat(screen);
  await wall.sees('Questions');
  const style = (screen: Screen, selector: string, property: string, pseudo?: string) =>
    screen.page
      .locator(selector)
      .first()
      .evaluate((each, [name, of]) => getComputedStyle(each, of).getPropertyValue(name), [
        property,
        pseudo,
      ] as const);
  const paper = (screen: Screen) => style(screen, 'body', 'background-color');

  await test.step('less motion: nothing moves or fades', async () => {
    await ben.press('Raise hand');
    await ben.sees('Lower hand');
    for (const { page } of house.screens) {
      const moving = () => page.evaluate(() => document.getAnimations().length);
      expect(await moving()).toBe(0);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
    }
    expect(await style(ben, '.btn', 'transition-duration'), 'a press fades for others').toContain('0.16s');
    for (const { page } of house.screens) await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await style(ben, '.btn', 'transition-duration')).toBe('0s');
  });

  await test.step('a dimmed room: every screen is dark', async () => {
    const light = await paper(ben);
    await joel.press('Wall');
    await joel.press('Dimmed');
    for (const screen of house.screens) await expect.poll(() => paper(screen)).not.toBe(light);
    for (const screen of house.screens)
      await expect.poll(() => style(screen, 'html', 'color-scheme')).toBe('dark');
    await joel.press('Dimmed');
    for (const screen of house.screens) await expect.poll(() => paper(screen)).toBe(light);
    await joel.press('Run');
  });

  await test.step('own colours: what is filled stays filled, what is chosen stays chosen', async () => {
    for (const { page } of house.screens) await page.emulateMedia({ forcedColors: 'active' });
    for (const screen of house.screens) {
      expect(await style(screen, '.measure .fill', 'background-color')).not.toBe(await paper(screen));
    }
    const line = { wall: '.wall-in', Ben: '.page' };
    for (const screen of [wall, ben]) {
      const drawn = await style(screen, line[screen.name as 'wall' | 'Ben'], 'background-color', '::before');
      expect(drawn, 'the margin').not.toBe(await paper(screen));
    }
    expect(await style(joel, '.btn.primary', 'background-color')).not.toBe(await paper(joel));
    expect(await style(joel, 'nav [aria-current]', 'border-block-end-color')).not.toBe(
      await style(joel, 'nav button:not([aria-current])', 'border-block-end-color'),
    );
    await joel.page.keyboard.press('Tab');
    expect(await style(joel, ':focus', 'outline-style')).toBe('solid');
    expect(parseFloat(await style(joel, ':focus', 'outline-width'))).toBeGreaterThanOrEqual(3);
  });
});
