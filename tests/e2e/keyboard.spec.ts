import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { Page } from '#tests/support/page.ts';
import { laptop, phone, test } from './support/house.ts';
import { codeOn, linkOfCode } from './support/joining.ts';
import { Keyboard } from './support/keyboard.ts';
import { UnderWay } from './support/underWay.ts';

const agreements = /stays here|owns the topic|listen to understand|describe what|may pass/;

test('a facilitator leads a whole session by keyboard alone', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const keys = new Keyboard(joel);
  const { page } = joel;
  const pages = new Map<string, Page>();
  const begin = async (part: string) => {
    const heading = page.getByRole('heading', { level: 1, name: part });
    await keys.pressUntil(new RegExp(`^Start ${part}`, 'i'), () =>
      expect(heading).toBeVisible({ timeout: 800 }),
    );
  };
  const as = (name: string) => pages.get(name)!;

  await test.step('from the home page into the room', async () => {
    await page.goto(house.app.origin);
    expect(await keys.press('Open the room', 12)).toBeGreaterThan(0);
    await expect(page.getByLabel('What shall we call you?')).toBeFocused();
    await page.keyboard.type('Joel');
    await page.keyboard.press('Enter');
    await keys.standsOn('Before the start');
  });

  await test.step('who knocks is let in', async () => {
    const link = await linkOfCode(house, joel, await codeOn(joel));
    for (const name of ['Amina', 'Ben', 'Dee']) {
      const person = new Page(house.app.origin, link);
      house.atEnd(() => person.close());
      pages.set(name, person);
      await person.waits('unnamed');
      await person.send({ type: 'join', name });
    }
    await joel.sees('3 people are at the door.');
    await keys.press('Admit all');
    for (const person of pages.values()) await person.told();
    await expect(page.locator(':focus'), 'the focus is not lost with the button').not.toHaveCount(0);
  });

  await test.step('the coachee is asked', async () => {
    await as('Amina').send({ type: 'offer', roles: ['coachee'] });
    await keys.press(/1 offer/);
    await keys.press('Ask Amina');
    await as('Amina').until(({ sealed, seat }) => sealed.invitation[seat.person!] !== undefined);
    await as('Amina').send({ type: 'acceptInvitation' });
    await joel.sees('Start Agreements');
  });

  await test.step('the first parts begin, and one is taken back', async () => {
    await begin('Agreements & roles');
    await begin('Focus');
    await keys.press(/^Pause/);
    await joel.sees('Resume');
    await keys.press('Undo');
    await joel.hasNo(/^Resume/);
    await keys.standsOn('Focus');
    await begin('Timed listening');
  });

  await test.step('the end of the listening is asked for', async () => {
    await keys.pressUntil(/^Ask Amina to go on/, () =>
      expect.poll(() => as('Amina').state.ask, { timeout: 800 }).not.toBeNull(),
    );
    await as('Amina').send({ type: 'answerAsk', run: as('Amina').run, yes: true });
    await expect(page.getByRole('heading', { level: 1, name: 'Paraphrase' })).toBeVisible();
  });

  await test.step('the floor is given, and comes back', async () => {
    await keys.skip('Go to hands and people');
    await keys.press('Give Ben the floor', 3);
    await joel.sees('Ben has the floor');
    await keys.standsOn('Ben');
    await keys.press(/back from Ben/, 1);
    await keys.standsOn('had their turn');
    await keys.press('Give Dee the floor', 4);
    await joel.sees('Dee has the floor');
    await begin('Questions');
    await as('Ben').send({ type: 'raiseHand', run: as('Ben').run, process: false });
    await keys.press('Give Ben the floor');
    await joel.sees('Ben has the floor');
    await keys.press(/^Board$/);
    await expect(joel.button(/^Board$/)).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('to the end, with a word of their own', async () => {
    await begin('Reflect & plan');
    await begin('Close');
    await keys.press('Give Joel the floor');
    await keys.standsOn('Joel');
    await keys.press('Finish', 1);
    await keys.press('End the session');
    await keys.enter(page.getByRole('dialog').getByRole('button', { name: 'End session' }));
    await keys.standsOn('The session has ended');
  });
});

test('a coach takes part by keyboard alone, from the code to what they take along', async ({ house }) => {
  const meeting = await UnderWay.gather(house, ['Joel', 'Amina', 'Dee']);
  const ben = await house.screen('Ben', laptop);
  const keys = new Keyboard(ben);
  const { page } = ben;
  const goesTo = async (phase: string) => {
    while (meeting.page('Joel').state.run?.phase !== phase) await meeting.next();
  };

  await test.step('in by the code', async () => {
    await page.goto(house.app.origin);
    await keys.write('Join with a code', meeting.room.code.replaceAll(' ', ''));
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('What shall we call you?')).toBeFocused();
    await page.keyboard.type('Ben');
    await page.keyboard.press('Enter');
    await keys.standsOn('Agreements');
  });

  await test.step('agrees to each, says what they could be, and is ready', async () => {
    for (const box of await page.getByRole('checkbox', { name: agreements }).all()) await keys.tick(box);
    await ben.sees('5 of 5 agreed');
    await keys.press(/^Coach$/, 12);
    await keys.press('I am ready', 12);
    await meeting.does('Amina', { type: 'offer', roles: ['coachee'] });
    await meeting.does('Joel', { type: 'invite', person: meeting.page('Amina').person });
    await meeting.does('Amina', { type: 'acceptInvitation' });
    await meeting.does('Joel', { type: 'start' });
  });

  await test.step('says back what they heard', async () => {
    await goesTo('echo');
    await meeting.does('Dee', { type: 'pass' });
    await keys.skip('Go to what you can do now');
    await keys.press('Take the floor', 5);
    await keys.standsOn(/^After you|Yours is the last voice/);
    await keys.write('What I heard', 'You want them on your side');
    await keys.press('Put it on the board');
    await keys.press('Finish', 12);
    await keys.standsOn('The round rests');
  });

  await test.step('asks', async () => {
    await goesTo('ask');
    await keys.write('My question', 'Which two minutes?');
    await keys.press('Raise hand', 12);
    await keys.standsOn('Your hand is up');
    // Shown at once on their own page, and known to the others a moment later.
    await meeting.page('Joel').until(({ confirmed }) => confirmed.hands.length > 0);
    await meeting.does('Joel', { type: 'giveFloor', person: meeting.page('Joel').state.hands[0]!.person });
    await keys.press('Put it on the board');
    await keys.press('Finish');
  });

  await test.step('writes a card, and moves it by its menu', async () => {
    await keys.press(/^Board$/, 20);
    const zone = page.getByRole('region', { name: 'Questions', exact: true });
    await keys.enter(zone.getByRole('button', { name: 'Write a card' }));
    await page.keyboard.type('Who else is in the picture?');
    await keys.press('Put on the board');
    const card = page.getByRole('listitem').filter({ hasText: 'Who else' });
    await expect(card).toBeVisible();
    await keys.standsOn('Write a card');
    await keys.enter(card.getByRole('button', { name: 'Move' }));
    await keys.press(/^Up$/);
    await expect(zone.locator('[data-card] .say')).toHaveText([
      'Who else is in the picture?',
      'Which two minutes?',
    ]);
    await keys.press('To “For later”');
    await expect(zone.locator('[data-card] .say')).toHaveText(['Which two minutes?']);
    await expect(card.getByRole('button', { name: 'Move' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(ben.button(/^Board$/)).toBeFocused();
  });

  await test.step('passes in the last round, and takes along what they wrote', async () => {
    await goesTo('close');
    await keys.press('Pass this time', 20);
    await meeting.does('Joel', { type: 'endSession' });
    await ben.sees('Thank you for the time you gave each other');
    const saving = page.waitForEvent('download');
    await keys.press('Save my copy');
    expect(await readFile(await (await saving).path(), 'utf8')).toContain('Which two minutes?');
  });
});

test('a coachee goes through their turn by keyboard alone', async ({ house }) => {
  const meeting = await UnderWay.gather(house, ['Joel', 'Ben', 'Dee']);
  const amina = await house.screen('Amina', phone);
  const keys = new Keyboard(amina);
  const { page } = amina;
  const next = () => meeting.does('Joel', { type: 'next' });

  await test.step('comes in, offers, and says yes', async () => {
    await page.goto(house.app.origin + meeting.room.links.join);
    await keys.write('What shall we call you?', 'Amina');
    await page.keyboard.press('Enter');
    await keys.press('Coachee');
    const joel = meeting.page('Joel');
    await joel.until(({ sealed }) => Object.keys(sealed.offer).length > 0);
    const { id } = joel.state.people.find(({ name }) => name === 'Amina')!;
    await meeting.does('Joel', { type: 'invite', person: id });
    await keys.press('Yes, I would');
    await amina.sees('You are the coachee today');
    await keys.standsOn('Agreements');
    await meeting.does('Joel', { type: 'start' });
    await next();
  });

  await test.step('writes the focus, and ends the listening', async () => {
    await keys.write('What do you want to think about?', 'How do I open it?');
    await keys.press('Put on the board');
    await amina.sees('Your question');
    await keys.standsOn('Focus');
    await next();
    await keys.press('Pause');
    await expect(amina.button('Go on')).toBeFocused();
    await page.keyboard.press('Enter');
    await keys.press('I am done early');
    await keys.press('Not yet', 0);
    await expect(amina.button('I am done early')).toBeFocused();
    await page.keyboard.press('Enter');
    await keys.press('Yes, end this part', 1);
    await meeting.page('Ben').until(({ confirmed }) => confirmed.run?.phase === 'echo');
  });

  await test.step('answers a paraphrase, and a question', async () => {
    await meeting.does('Ben', { type: 'takeFloor' });
    await meeting.does('Ben', { type: 'finish' });
    await keys.press('That fits');
    await meeting.page('Ben').until(({ confirmed }) => confirmed.floor.voice?.answer === 'fits');
    await next();
    await meeting.does('Dee', { type: 'raiseHand', process: false });
    await meeting.does('Joel', { type: 'giveFloor', person: meeting.page('Dee').person });
    await keys.press('I take it');
  });

  await test.step('plans a step, has the last word, and takes the record', async () => {
    await next();
    await keys.write('My step', 'Open with one question');
    await keys.press('Put on the board');
    await amina.sees('Your step is on the board.');
    await next();
    await meeting.does('Joel', { type: 'endSession' });
    const saving = page.waitForEvent('download');
    await keys.press('Save my copy');
    expect(await readFile(await (await saving).path(), 'utf8')).toContain('Open with one question');
  });
});
