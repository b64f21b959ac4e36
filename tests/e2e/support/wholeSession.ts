import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { codeOn, linkOfCode } from './joining.ts';
import { laptop, phone, projector, test, type House, type Screen } from './house.ts';
import { carries } from './qrCode.ts';

const notes = 'Slowed down at calm, not small';
const focus = 'How do I open parents’ evening as a conversation?';
const heard = 'You want them on your side before you show anything';
const question = 'What would the quietest parent need to hear first?';
const hiddenQuestion = 'Which two minutes would you give away?';
const step = 'Open with one question, then wait';
const sentence = 'What would you like to leave with tonight?';

/** What may befall the servers; when it resolves they can be reached again. */
export interface Mishaps {
  /** While Ben's own line is down, and right after the facilitator's minute was acknowledged. */
  readonly inListening?: (facilitator: Screen) => Promise<void>;
  /** While Ben has the floor, and right after his words were put on the board. */
  readonly inParaphrase?: () => Promise<void>;
}

/** Six people, a console and a wall go through One full turn, from opening the room to taking the step home. */
export async function wholeSession(house: House, mishaps: Mishaps = {}): Promise<void> {
  const { origin } = house;
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const amina = await house.screen('Amina', phone);
  const ben = await house.screen('Ben', laptop);
  const chloe = await house.screen('Chloé', phone);
  const dee = await house.screen('Dee', laptop);
  const ines = await house.screen('Ines', laptop);
  const finn = await house.screen('Finn', laptop);
  const coaches = [ben, chloe, dee, finn];
  const participants = [amina, ...coaches, ines];
  const everybody = house.screens;

  const wallOnlyShows = () =>
    expect(wall.page.locator('button, input, textarea, select, a'), 'the wall only shows').toHaveCount(0);

  await test.step('a facilitator opens a room', async () => {
    await joel.page.goto(origin);
    await joel.write('People', '7');
    await joel.write('Group', 'Year 8 team');
    await joel.press('Open the room');
    await joel.write('What shall we call you?', 'Joel');
    await joel.press('Come in');
    await joel.sees('Before the start');
    expect(new URL(joel.page.url()).hash, 'the link’s secret leaves the address bar').toBe('');
  });

  const code = await codeOn(joel);
  const wallLink = await joel.page.getByRole('link', { name: 'Open the wall' }).first().getAttribute('href');
  const joinLink = new URL(await linkOfCode(house, joel, code));
  const benLine = await house.line();

  await test.step('the wall shows how to come in, by code and by QR', async () => {
    await wall.page.goto(new URL(wallLink!, origin).href);
    await wall.sees(code);
    await wall.sees('1 of 7 here');
    await carries(wall.page.getByRole('img', { name: 'QR code to join' }), joinLink.href);
  });

  await test.step('six people come in by code, from the start page and by link', async () => {
    const byCode = async (person: Screen) => {
      await person.page.goto(`${origin}/join`);
      await expect(person.button('Continue'), 'the page has its styles').toHaveCSS('min-height', '56px');
      await person.page
        .getByLabel('Enter the nine digits on the wall')
        .pressSequentially(code.replaceAll(' ', ''));
    };
    const byStartPage = async (person: Screen) => {
      await person.page.goto(origin);
      await person.page.getByLabel('Join with a code').fill(code);
      await person.press('Join');
    };
    const byLink = (person: Screen, at: string) =>
      person.page.goto(new URL(joinLink.pathname + joinLink.hash, at).href);
    await Promise.all([
      byCode(amina),
      byCode(chloe),
      byStartPage(dee),
      byStartPage(ines),
      byLink(finn, origin),
      byLink(ben, benLine.origin),
    ]);
    for (const person of participants) {
      await person.write('What shall we call you?', person.name);
      await person.press('Knock');
      await person.sees('You have knocked');
    }
    await joel.sees('6 people are at the door.');
    await wall.sees('1 of 7 here');
    await joel.press('Admit all');
    for (const person of participants) await person.sees('Today I could be');
    await wall.sees('7 of 7 here');
    for (const person of participants)
      expect(await wall.words(), 'the wall names nobody').not.toContain(person.name);
  });

  await test.step('agreements are agreed to singly; what people could be is for the facilitator only', async () => {
    for (const person of participants) {
      const boxes = person.page.getByRole('checkbox', {
        name: /stays here|owns the topic|listen to understand|describe what|may pass/,
      });
      await expect(boxes).toHaveCount(5);
      for (const box of await boxes.all()) await box.click();
      await person.sees('5 of 5 agreed');
    }
    await amina.page.getByText('Coachee', { exact: true }).click();
    await ines.page.getByText('Observer', { exact: true }).click();
    for (const coach of coaches) await coach.page.getByText('Coach', { exact: true }).click();
    for (const person of participants) await person.press('I am ready');
    await joel.press(/1 offer/);
    await joel.press('Ask Amina');
    await amina.sees('Joel asks: would you like to be the coachee today?');
    for (const screen of [wall, ...coaches, ines])
      expect(await screen.words()).not.toContain('would you like to be');
    await amina.press('Yes, I would');
    for (const person of [...coaches, ines]) await person.sees('Amina is the coachee today');
  });

  await test.step('focus: the coachee writes one sentence', async () => {
    await joel.begin('Agreements & roles');
    await joel.begin('Focus');
    for (const person of coaches) await person.sees('You are a coach');
    await ines.sees('You are an observer');
    await amina.write('What do you want to think about?', focus);
    await amina.sees('what an observer should look for');
    await amina.press('Put on the board');
    await joel.page.getByRole('radio', { name: 'All', exact: true }).click();
    await house.showSameTime();
    await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
    await wall.sees(focus);
    await ben.hasNo('Raise hand');
    await joel.page.getByRole('button', { name: 'Time', exact: true }).click();
  });

  await test.step('listening belongs to the coachee', async () => {
    await joel.begin('Timed listening');
    for (const screen of everybody) await screen.sees('Timed listening');
    await joel.sees('Hands rest while Amina thinks aloud.');
    await wall.sees('Listen without speaking.');
    for (const person of [...coaches, ines]) {
      await person.hasNo('Raise hand');
      await person.hasNo('Board');
    }
    for (const coach of coaches) await coach.sees('Give your whole attention. Say nothing.');
    for (const name of ['Pause', 'I am done early']) {
      await expect(amina.button(name)).toBeVisible();
      for (const person of [...coaches, ines]) await person.hasNo(name);
    }
    await wallOnlyShows();
    await ines.sees('Note where silences fall.');
    await house.showSameTime();
  });

  await test.step('somebody writes while their line is down, and whatever befalls the servers', async () => {
    await ben.press('My notes');
    await ben.write('My notes', notes.slice(0, 12));
    benLine.cut();
    await ben.page.getByLabel('My notes').press('End');
    await ben.page.getByLabel('My notes').pressSequentially(notes.slice(12));
    await ben.sees('Reconnecting. The time keeps running.');
    await joel.press(/\+1 min/);
    await expect.poll(() => joel.time(), 'the minute was acknowledged').toBeGreaterThan(14 * 60);
    const before = (await joel.time())!;
    const at = Date.now();
    await mishaps.inListening?.(joel);
    benLine.mend();
    for (const screen of [joel, ...participants])
      await screen.seesNot('Reconnecting. The time keeps running.');
    await expect(ben.page.getByLabel('My notes')).toHaveValue(notes);
    await house.showSameTime();
    const passed = (Date.now() - at) / 1000;
    expect(Math.abs(before - passed - (await joel.time())!), 'the time ran on').toBeLessThanOrEqual(2);
  });

  await test.step('every page is reloaded, and nobody signs in again', async () => {
    for (const { page } of everybody) await page.reload();
    for (const screen of everybody) await screen.sees('Timed listening');
    for (const screen of everybody)
      await expect(screen.page.getByLabel('What shall we call you?')).toHaveCount(0);
    await ben.press('My notes');
    await expect(ben.page.getByLabel('My notes')).toHaveValue(notes);
    await house.showSameTime();
    await joel.sees('Amina has the floor');
    expect(await joel.time(), 'the minute acknowledged just before the kill').toBeGreaterThan(13 * 60);
    await joel.sees(code);
    await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
    await wall.sees(focus);
    await joel.page.getByRole('button', { name: 'Time', exact: true }).click();
    for (const coach of coaches) await coach.sees('You are a coach');
    await ines.sees('You are an observer');
    await amina.sees('You are the coachee');
  });

  await test.step('listening is cut only with the coachee’s yes', async () => {
    const asking = () => amina.page.getByText('Joel asks: shall we go on to Paraphrase?');
    await joel.pressUntil(/^Ask Amina to go on/, () => expect(asking()).toBeVisible({ timeout: 800 }));
    for (const screen of [wall, ...coaches]) expect(await screen.words()).not.toContain('shall we go on');
    await amina.press('Not yet');
    await expect(asking()).toHaveCount(0);
    await joel.pressUntil(/^Ask Amina to go on/, () => expect(asking()).toBeVisible({ timeout: 800 }));
    await wall.sees('Timed listening');
    await dee.press('My notes');
    const deesNotes = dee.page.getByLabel('My notes');
    await deesNotes.pressSequentially('Somebody who ');
    await amina.press('Yes');
    for (const screen of everybody) await screen.sees('Paraphrase');
    await dee.page.keyboard.type('is not asked');
    await expect(deesNotes, 'a phase change takes neither words nor focus').toHaveValue(
      'Somebody who is not asked',
    );
  });

  await test.step('paraphrase is a round: each takes the floor, or passes', async () => {
    await ben.press('Take the floor');
    await ben.sees('You have the floor');
    await wall.sees('has the floor');
    await expect(wall.page.getByTestId('floor')).toContainText('Ben');
    await chloe.sees('You are next');
    await ben.write('What I heard', heard);
    await ben.press('Put it on the board');
    await expect(ben.page.getByLabel('What I heard'), 'it was acknowledged').toHaveValue('');
    await mishaps.inParaphrase?.();
    for (const screen of everybody) await screen.seesNot('Reconnecting. The time keeps running.');
    await house.showSameTime();
    await amina.press(/^Board$/);
    await expect(amina.page.getByText(heard), 'neither lost nor twice').toHaveCount(1);
    await amina.press('Close the board');
    /* Whoever presses before their line is back is told to try again, and does. */
    const soon = { timeout: 3_000 };
    const hasFloor = (name: string) => expect(wall.page.getByTestId('floor')).toContainText(name, soon);
    await ben.pressUntil('Finish', () => hasFloor('Amina'));
    const passed = chloe.page.getByText('You passed this time.').first();
    await chloe.pressUntil('Pass this time', () => expect(passed).toBeVisible(soon));
    await dee.pressUntil('Take the floor', () => hasFloor('Dee'));
    await dee.pressUntil('Finish', () => hasFloor('Amina'));
    await joel.pressUntil('Give Finn the floor', () => hasFloor('Finn'));
    await finn.pressUntil('Finish', () => hasFloor('Amina'));
    await joel.sees('Everyone had their turn.');
  });

  await test.step('questions come one at a time, and stay on their device until called', async () => {
    await joel.begin('Questions');
    await ben.write('My question', question);
    await chloe.write('My question', hiddenQuestion);
    for (const person of [amina, ines]) await person.hasNo('Raise hand');
    await wallOnlyShows();
    await chloe.press('Raise hand');
    await joel.press('Give Chloé the floor');
    await chloe.press('Finish');
    await chloe.press('Raise hand');
    await chloe.sees('Your hand is up');
    benLine.hold();
    await ben.press('Raise hand');
    await ben.sees('sending');
    await ben.sees('Your hand is up');
    await joel.hasNo('Give Ben the floor');
    benLine.release();
    await ben.seesNot('sending');
    const hands = joel.page.getByRole('button', { name: /^Give .* the floor$/ });
    await expect(hands.first(), 'who has asked least comes first').toHaveAccessibleName('Give Ben the floor');
    await joel.press('Give Ben the floor');
    await ben.press('Put it on the board');
    await amina.sees(question);
    await dee.press(/^Board$/);
    await dee.sees(question);
    await dee.press('Close the board');
    await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
    await wall.sees(question);
    await ben.press('Finish');
    for (const screen of everybody.filter((one) => one !== chloe))
      expect(await screen.words()).not.toContain(hiddenQuestion);
    await joel.page.getByRole('button', { name: 'Time', exact: true }).click();
  });

  await test.step('the board: edited, set aside and brought back, by who may', async () => {
    const clearer = 'What would the quietest parent need to hear?';
    await ben.press(/^Board$/);
    await ben.press('Change');
    await ben.write('My wording', clearer);
    await ben.press('Save');
    await ben.press('Close the board');
    await amina.sees(clearer);
    await amina.press(/^Board$/);
    const card = amina.page.getByRole('listitem').filter({ hasText: clearer });
    await card.getByRole('button', { name: 'Set aside' }).click();
    await expect(wall.page.getByText(clearer)).toHaveCount(0);
    await amina.page.getByText(/^Set aside · 1/).click();
    await amina.press('Bring back');
    await amina.press('Close the board');
    await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
    await wall.sees(clearer);
    await joel.page.getByRole('button', { name: 'Time', exact: true }).click();
  });

  await test.step('time is given and taken; zero is a soft end', async () => {
    const left = (await joel.time())!;
    await joel.press(/\+1 min/);
    await expect.poll(() => joel.time()).toBeGreaterThan(left);
    await joel.pressUntil(/^Pause/, () => expect(joel.button(/^Resume/)).toBeVisible({ timeout: 800 }));
    for (const screen of [wall, ...participants]) await screen.sees('Paused');
    await joel.pressUntil(/^Resume/, () => expect(joel.button(/^Pause/)).toBeVisible({ timeout: 800 }));
    for (let minute = 0; minute < 15; minute++) await joel.press(/−1 min/);
    await wall.sees('Time. Finish your thought.');
    await wall.sees('A little extra');
    await house.showSameTime();
    expect(await wall.time()).toBeLessThan(0);
    await wall.sees('Questions');
  });

  await test.step('reflect and plan: the step is the coachee’s own', async () => {
    await joel.begin('Reflect & plan');
    for (const person of [...coaches, ines]) await expect(person.page.getByLabel('My step')).toHaveCount(0);
    await wallOnlyShows();
    await amina.write('My step', step);
    await amina.write('First sentence', sentence);
    await amina.write('Who I tell', 'Ben');
    for (const screen of everybody.filter((one) => one !== amina))
      expect(await screen.words()).not.toContain(step);
    await amina.press('Put on the board');
    await amina.sees('Your step is on the board.');
  });

  await test.step('close: each voice once, the coachee last', async () => {
    await joel.begin('Close');
    await joel.press('Give Joel the floor');
    await joel.press('Finish');
    for (const person of [...coaches, ines]) {
      await amina.hasNo('Take the floor');
      await person.press('Take the floor');
      await person.press('Finish');
    }
    await amina.press('Take the floor');
    await amina.write('One word or one sentence', 'Lighter');
    await amina.press('Put it on the board');
    await amina.press('Finish');
  });

  await test.step('the session ends, and the coachee leaves with their step', async () => {
    await joel.press('End the session');
    await joel.page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
    for (const screen of [wall, ...participants])
      await screen.sees('Thank you for the time you gave each other');
    await amina.sees(step);
    await amina.sees(sentence);
    for (const person of [...coaches, ines]) {
      await person.sees('Amina’s step stays with Amina.');
      expect(await person.words()).not.toContain(sentence);
    }
    expect(await wall.words()).not.toContain(step);
    const saving = amina.page.waitForEvent('download');
    await amina.press('Save my copy');
    const saved = await readFile(await (await saving).path(), 'utf8');
    expect(saved).toContain(step);
    expect(saved).toContain(sentence);
    expect(saved).not.toContain(notes);
  });

  await test.step('what was private stayed private', async () => {
    for (const screen of everybody.filter((one) => one !== ben))
      expect(await screen.words()).not.toContain(notes);
    for (const screen of everybody.filter((one) => one !== chloe))
      expect(await screen.words()).not.toContain(hiddenQuestion);
  });
}
