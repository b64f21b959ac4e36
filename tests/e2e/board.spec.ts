import { expect, type Locator } from '@playwright/test';
import { laptop, phone, projector, test, type Screen } from './support/house.ts';
import { UnderWay } from './support/underWay.ts';
import { wallAtFirst } from '#shared/room/evolve/settings.ts';

/** Low enough for the board to scroll. */
const lowPhone = { width: 390, height: 560 };

const cardsIn = (screen: Screen, zone: string): Locator =>
  screen.page.getByRole('region', { name: zone, exact: true }).locator('[data-card] .say');
const card = (screen: Screen, words: string): Locator =>
  screen.page.getByRole('listitem').filter({ hasText: words });
const middle = async (what: Locator) => {
  const { x, y, width, height } = (await what.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};

test('a card moves by mouse, by touch and by keyboard, and everyone sees it there', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask', { observers: ['Ines'] });
  await meeting.writes('Ben', 'card-1', 'What happened just before that?');
  await meeting.writes('Dee', 'card-2', 'Who else is in the picture?');
  await meeting.writes('Ben', 'card-3', 'What would the quietest parent need?');
  const amina = await house.screen('Amina', lowPhone, true);
  const ben = await house.screen('Ben', laptop);
  const dee = await house.screen('Dee', laptop);
  const ines = await house.screen('Ines', laptop);
  const people = [amina, ben, dee, ines];
  for (const person of people) {
    await meeting.seat(person);
    await person.press('Board');
  }
  const order = async (zone: string, words: string[]) => {
    for (const person of people)
      await expect(cardsIn(person, zone)).toHaveText(words.map((w) => new RegExp(w)));
  };
  await order('Questions', ['just before', 'Who else', 'quietest']);

  await test.step('by mouse, within its zone', async () => {
    const from = await middle(card(ben, 'quietest').locator('.say'));
    const to = await middle(card(ben, 'just before').locator('.say'));
    await ben.page.mouse.move(from.x, from.y);
    await ben.page.mouse.down();
    await ben.page.mouse.move(from.x, from.y - 20, { steps: 4 });
    await ben.page.mouse.move(to.x, to.y - 12, { steps: 8 });
    await ben.page.mouse.up();
    await order('Questions', ['quietest', 'just before', 'Who else']);
    await expect(ben.page.getByRole('status').filter({ hasText: 'Questions: card 1 of 3.' })).toHaveCount(1);
  });

  await test.step('let go with Escape it stays where it was, and the board stays open', async () => {
    const from = await middle(card(ben, 'Who else').locator('.say'));
    await ben.page.mouse.move(from.x, from.y);
    await ben.page.mouse.down();
    await ben.page.mouse.move(from.x, from.y - 200, { steps: 8 });
    await ben.page.keyboard.press('Escape');
    await ben.page.mouse.up();
    await expect(ben.page.getByRole('dialog')).toBeVisible();
    await order('Questions', ['quietest', 'just before', 'Who else']);
  });

  await test.step('by touch: a finger that passes scrolls, one that rests carries the card to an empty zone', async () => {
    const line = await amina.page.context().newCDPSession(amina.page);
    const touch = (type: string, at?: { x: number; y: number }) =>
      line.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: at ? [{ x: Math.round(at.x), y: Math.round(at.y) }] : [],
      });
    const board = amina.page.getByRole('dialog');
    const words = card(amina, 'Who else').locator('.say');
    await words.scrollIntoViewIfNeeded();
    const scrolled = () => board.evaluate((dialog) => dialog.scrollTop);
    const before = await scrolled();
    let at = await middle(words);
    await touch('touchStart', at);
    for (let step = 1; step <= 10; step++) await touch('touchMove', { x: at.x, y: at.y - step * 12 });
    await touch('touchEnd');
    await expect.poll(scrolled, 'it scrolled').not.toBe(before);
    await order('Questions', ['quietest', 'just before', 'Who else']);

    const later = amina.page.getByRole('region', { name: 'For later' });
    const taken = card(amina, 'Who else');
    await words.click({ trial: true }); // Until the list has come to rest.
    // Near an edge the list would go on by itself; that comes last.
    await words.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    at = await middle(words);
    await touch('touchStart', at);
    await expect(taken, 'it is held').toHaveClass(/dragged/);
    const held = await scrolled();
    await touch('touchMove', { x: at.x, y: at.y + 10 });
    await touch('touchMove', { x: at.x, y: at.y + 60 });
    await expect
      .poll(async () => Math.round((await middle(words)).y), 'it follows')
      .toBe(Math.round(at.y) + 60);
    expect(await scrolled(), 'the list stays where it is').toBe(held);
    await touch('touchMove', { x: at.x, y: lowPhone.height - 40 });
    await expect(later.locator('.drop-at-end'), 'near the edge the list goes on by itself').toHaveCount(1);
    await touch('touchEnd');
    await order('For later', ['Who else']);
    await order('Questions', ['quietest', 'just before']);
  });

  await test.step('by keyboard: the focus goes along, and what came of it is said', async () => {
    const said = (words: string) =>
      expect(dee.page.getByRole('status').filter({ hasText: words })).toHaveCount(1);
    await card(dee, 'just before').getByRole('button', { name: 'Move' }).focus();
    await dee.page.keyboard.press('Enter');
    await dee.page.keyboard.press('Tab');
    await expect(dee.button('Up')).toBeFocused();
    await dee.page.keyboard.press('Enter');
    await order('Questions', ['just before', 'quietest']);
    await said('Questions: card 1 of 2.');
    await expect(card(dee, 'just before').locator(':focus'), 'the focus is still on this card').toHaveCount(
      1,
    );
    await card(dee, 'just before').getByRole('button', { name: 'Down' }).focus();
    await dee.page.keyboard.press('Enter');
    await order('Questions', ['quietest', 'just before']);
    await card(dee, 'just before').getByRole('button', { name: 'To “For later”' }).focus();
    await dee.page.keyboard.press('Enter');
    await order('For later', ['Who else', 'just before']);
    await said('For later: card 2 of 2.');
    await expect(card(dee, 'just before').getByRole('button', { name: 'Move' })).toBeFocused();
  });

  await test.step('nobody is offered what the rules refuse', async () => {
    await expect(card(ines, 'quietest').getByRole('button')).toHaveCount(0);
    await expect(card(ines, 'Who else').getByRole('button', { name: 'Move' })).toHaveCount(1);
    await card(ben, 'quietest').getByRole('button', { name: 'Move' }).click();
    await expect(ben.button('To “Focus”')).toHaveCount(0);
    await card(amina, 'quietest').getByRole('button', { name: 'Move' }).click();
    await expect(amina.button('To “Focus”')).toHaveCount(1);
  });
});

test('two people change one card, one of them without a line: both wordings are there', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  await meeting.writes('Amina', 'card-1', 'Who is missing?');
  const ben = await house.screen('Ben', laptop);
  const dee = await house.screen('Dee', phone);
  const line = await house.line();
  await meeting.seat(ben, line.origin);
  await meeting.seat(dee);
  meeting.leaveToScreens();
  for (const person of [ben, dee]) {
    await person.press('Board');
    await card(person, 'missing').getByRole('button', { name: 'Change' }).click();
  }
  await ben.write('My wording', 'Who is not');
  line.cut();
  await ben.page.getByLabel('My wording').press('End');
  await ben.page.keyboard.type(' in the room?');
  await ben.sees('Reconnecting. The time keeps running.');
  await ben.button('Save').click({ force: true });
  await dee.write('My wording', 'Whose voice is missing?');
  await dee.press('Save');
  await expect(cardsIn(dee, 'Questions')).toHaveText(['Whose voice is missing?']);

  line.mend();
  await ben.sees('This card has changed while you were writing.');
  await ben.page.reload();
  await ben.press('Board');
  await ben.sees('This card has changed while you were writing.');
  await ben.sees('Whose voice is missing?');
  await expect(ben.page.getByLabel('My wording')).toHaveValue('Who is not in the room?');
  await ben.press('Put both together');
  await expect(ben.page.getByLabel('My wording')).toHaveValue(
    'Who is not in the room?\nWhose voice is missing?',
  );
  await ben.write('My wording', 'Whose voice is not in the room?');
  await ben.press('Save');
  await expect(cardsIn(dee, 'Questions')).toHaveText(['Whose voice is not in the room?']);
});

test('kept cards stay on their device; those that are marked come when everyone shares', async ({
  house,
}) => {
  const meeting = await UnderWay.begin(house, 'ask');
  const ben = await house.screen('Ben', phone);
  const dee = await house.screen('Dee', laptop);
  const joel = await house.screen('Joel', laptop);
  const keep = async (person: Screen, words: string) => {
    const zone = person.page.getByRole('region', { name: 'Questions', exact: true });
    await zone.getByRole('button', { name: 'Write a card' }).click();
    await person.write('A question for the board', words);
    await person.press('Keep it for me');
  };
  const kept = (person: Screen, words: string) =>
    person.page
      .locator('.kept')
      .filter({ has: person.page.locator('textarea') })
      .filter({
        has: person.page.getByLabel('Only on this device'),
      })
      .nth(words === 'first' ? 0 : 1);
  for (const person of [ben, dee, joel]) await meeting.seat(person);
  for (const person of [ben, dee]) await person.press('Board');
  await keep(ben, 'Which two minutes?');
  await keep(ben, 'Mine alone');
  await keep(dee, 'What did you leave out?');
  await kept(ben, 'first').getByLabel('Share it when everyone shares').check();
  await kept(dee, 'first').getByLabel('Share it when everyone shares').check();
  for (const screen of [joel, dee]) expect(await screen.words()).not.toContain('Which two minutes?');
  expect(meeting.page('Amina').state.cards).toEqual([]);

  await ben.page.reload();
  await joel.press('Everyone shares now');
  const shared = () =>
    meeting
      .page('Amina')
      .state.cards.map(({ text }) => text)
      .toSorted();
  await expect.poll(shared).toEqual(['What did you leave out?', 'Which two minutes?']);
  await ben.press('Board');
  await expect(cardsIn(ben, 'Questions')).toHaveCount(2);
  await expect(ben.page.getByLabel('Only on this device')).toHaveValue('Mine alone');

  await test.step('once: neither a reload nor what is marked afterwards shares again', async () => {
    await ben.page.getByLabel('Share it when everyone shares').check();
    await ben.page.reload();
    await ben.press('Board');
    await expect(ben.page.getByLabel('Only on this device')).toHaveValue('Mine alone');
    await meeting.writes('Dee', 'card-9', 'Something later');
    await expect(cardsIn(ben, 'Questions')).toHaveCount(3);
    expect(shared()).not.toContain('Mine alone');
  });
  await test.step('shared singly, it is a card like any other', async () => {
    await ben.press('Put on the board');
    await expect.poll(shared).toContain('Mine alone');
    await expect(ben.page.getByLabel('Only on this device')).toHaveCount(0);
  });
});

test('forgotten words leave every screen, and everything that is sent afterwards', async ({ house }) => {
  const secret = 'The name of the pupil';
  const meeting = await UnderWay.begin(house, 'ask', { namesShown: true });
  await meeting.writes('Ben', 'card-1', secret);
  await meeting.does('Joel', {
    type: 'setWall',
    wall: { ...wallAtFirst, view: 'board' },
  });
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const dee = await house.screen('Dee', phone);
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  for (const screen of house.screens) await meeting.seat(screen);
  for (const person of [amina, ben, dee]) await person.press('Board');
  await dee.sees('Ben wrote this');
  await ben.sees('You wrote this');
  await card(dee, secret).getByRole('button', { name: 'Change' }).click();
  for (const screen of house.screens) expect(await screen.words(), screen.name).toContain(secret);
  await expect(card(dee, secret).getByRole('button', { name: 'Forget', exact: true })).toHaveCount(0);
  await expect(card(amina, secret).getByRole('button', { name: 'Forget', exact: true })).toHaveCount(1);

  await card(ben, secret).getByRole('button', { name: 'Forget', exact: true }).click();
  await ben.sees('This cannot be undone.');
  await ben.press('Forget them for good');
  for (const screen of [amina, ben, dee]) {
    await screen.page.getByText(/^Set aside · 1/).click();
    await screen.sees('Words taken out');
  }
  for (const screen of house.screens)
    await expect(async () => expect(await screen.words(), screen.name).not.toContain(secret)).toPass();
  const left = () => dee.page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(left, 'what was being typed from these words').not.toContain(secret);
  for (const screen of house.screens) {
    await screen.page.reload();
    await screen.sees('Questions');
    expect(await screen.words(), screen.name).not.toContain(secret);
  }
  expect(await joel.words()).not.toContain(secret);
  expect(await wall.words()).not.toContain(secret);
});

test('a full board has pages on the wall, which the facilitator turns', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  const questions = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (n) => `Question ${n}, which has a second line on a wall?`,
  );
  for (const [i, words] of questions.entries()) await meeting.writes('Ben', `card-${i}`, words);
  await meeting.does('Joel', {
    type: 'setWall',
    wall: { ...wallAtFirst, view: 'board' },
  });
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  await meeting.seat(joel);
  await meeting.seat(wall);
  const seen = new Set<string>();
  const whole = async () => {
    const box = wall.page.locator('.w-board');
    const words = box.locator('.q');
    await expect(words.first()).toBeVisible();
    for (const each of await words.all()) {
      const { y, height } = (await each.boundingBox())!;
      expect(y + height, 'nothing hangs out of the wall').toBeLessThanOrEqual(projector.height * 0.97);
      seen.add(await each.innerText());
    }
    const size = await words.first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    expect(size / projector.height).toBeGreaterThanOrEqual(0.06);
  };
  const hidden = async () =>
    Number((await wall.page.getByText(/^\d+ more cards?$/).innerText()).split(' ')[0]);
  const wordsNow = () => wall.page.locator('.w-board .q').allInnerTexts();
  await joel.sees('Page 3 of 3');
  await whole();
  const newest = await wordsNow();
  expect(newest, 'as on the board, and the newest are not cut').toEqual(questions.slice(-newest.length));
  expect(await hidden()).toBe(questions.length - newest.length);
  await joel.hasNo('Next page');
  await joel.press('Page before');
  await joel.sees('Page 2 of 3');
  await expect.poll(wordsNow).not.toEqual(newest);
  const middlePage = await wordsNow();
  await whole();
  await joel.press('Page before');
  await expect.poll(wordsNow).not.toEqual(middlePage);
  await whole();
  expect([...seen].toSorted()).toEqual(questions.toSorted());
  await joel.hasNo('Page before');
  await joel.press('Next page');
  await joel.sees('Page 2 of 3');
});

test('at the end authors let the coachee take a card along, or forget it; off at first', async ({
  house,
}) => {
  const meeting = await UnderWay.begin(house, 'ask');
  await meeting.writes('Ben', 'card-1', 'What would the quietest parent need?');
  await meeting.writes('Ben', 'card-2', 'Which two minutes?');
  await meeting.writes('Dee', 'card-3', 'Who else is in the picture?');
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', phone);
  for (const person of [amina, ben]) await meeting.seat(person);
  await meeting.does('Joel', { type: 'endSession' });
  const along = ben.page.getByRole('region', { name: 'Amina may take these along' });
  await expect(along.getByRole('switch')).toHaveCount(2);
  for (const one of await along.getByRole('switch').all()) await expect(one).not.toBeChecked();
  expect(await amina.words()).not.toContain('quietest');
  await along.getByRole('switch').first().click();
  await amina.sees('What would the quietest parent need?');
  expect(await amina.words()).not.toContain('Which two minutes?');
  await along.getByRole('switch').first().click();
  await amina.seesNot('What would the quietest parent need?');

  await along.getByRole('button', { name: 'Forget', exact: true }).last().click();
  await expect(ben.button('Leave them'), 'the way back is where the focus is').toBeFocused();
  await ben.press('Forget them for good');
  await expect(along.getByRole('switch')).toHaveCount(1);
  expect(await ben.words()).not.toContain('Which two minutes?');
  await expect(amina.page.getByRole('region', { name: 'Amina may take these along' })).toHaveCount(0);
});
