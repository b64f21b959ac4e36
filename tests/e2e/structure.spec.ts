import { expect } from '@playwright/test';
import type { Page } from '#tests/support/page.ts';
import { test, type Screen } from './support/house.ts';
import { becomesCoachee, openMeeting } from './support/meeting.ts';

/** The parts still to come, as somebody else's page has them. */
const ahead = ({ state }: Page): string => {
  const at = state.phases.findIndex(({ id }) => id === state.run?.phase);
  const on = state.phases.slice(at + 1).filter(({ length }) => length > 0);
  return on.map(({ id, length }) => `${id} ${length / 60_000}`).join(', ');
};
const follows = (page: Page, plan: string): Promise<void> =>
  expect.poll(() => ahead(page), 'everybody has the plan at once').toBe(plan);
const undo = (joel: Screen): Promise<void> => joel.button('Undo').first().click();
/** What the console says was done, and what that did to the end. */
const says = (joel: Screen, words: string): Promise<void> =>
  expect(joel.page.getByRole('status').filter({ hasText: words })).toBeVisible();
const minutesOf = (joel: Screen, part: string) =>
  joel.page.locator('li', { has: joel.button(`${part}: one minute less`) }).locator('output');

test('the plan is changed while listening runs, and the meeting runs through both turns', async ({
  house,
}) => {
  const { joel, wall, amina, ben, chloe } = await openMeeting(house);
  const usual = 'echo 8, ask 14, plan 9, close 6';
  const changed = 'ask 11, echo 8, plan 12, close 6';

  await test.step('listening runs', async () => {
    for (const part of ['Agreements & roles', 'Focus', 'Timed listening']) await joel.begin(part);
    await wall.sees('Timed listening');
    await follows(ben, usual);
    await joel.press('Edit plan');
  });

  await test.step('paraphrase and questions change places: by keyboard, by buttons, by drag', async () => {
    const swapped = 'ask 14, echo 8, plan 9, close 6';
    const grip = (part: string) => joel.button(new RegExp(`^Move ${part}`));
    await grip('Questions').press('ArrowUp');
    await follows(ben, swapped);
    await expect(grip('Questions'), 'whoever moves a part keeps it in hand').toBeFocused();
    await says(joel, 'Questions now comes before Paraphrase.');
    await undo(joel);
    await follows(ben, usual);

    await joel.press('Paraphrase: more changes');
    await joel.press('Paraphrase: later');
    await follows(ben, swapped);
    await undo(joel);
    await follows(ben, usual);

    await grip('Questions').dragTo(grip('Paraphrase'), { targetPosition: { x: 20, y: 6 } });
    await follows(ben, swapped);
  });

  await test.step('a part is left out, practice is added; each can be taken back', async () => {
    await joel.press('Paraphrase: leave out');
    await follows(ben, 'ask 14, plan 9, close 6');
    await says(joel, 'Paraphrase is left out.');
    await undo(joel);
    await joel.press('Practice: add, 8 min');
    await says(joel, 'Practice added, 8 min.');
    await expect.poll(() => ahead(ben)).toContain('reps 8');
    await undo(joel);
    await follows(ben, 'ask 14, echo 8, plan 9, close 6');
  });

  await test.step('questions lose three minutes to reflection', async () => {
    for (const left of ['13', '12', '11']) {
      await joel.press('Questions: one minute less');
      await expect(minutesOf(joel, 'Questions')).toHaveText(left);
    }
    await says(joel, 'Changed: Questions 12 → 11.');
    await undo(joel);
    await expect(minutesOf(joel, 'Questions')).toHaveText('12');
    await joel.press('Questions: one minute less');
    for (const left of ['10', '11', '12']) {
      await joel.press('Reflect & plan: one minute more');
      await expect(minutesOf(joel, 'Reflect & plan')).toHaveText(left);
    }
    await follows(ben, changed);
  });

  await test.step('a second turn: what it means first, then the press', async () => {
    await joel.press('A second turn?');
    await joel.sees(/Amina keeps 14 minutes to be heard, the second coachee has \d+\./);
    await follows(ben, changed);
    await joel.press('Keep one full turn');
    await joel.press('A second turn?');
    await joel.press('Add the second turn');
    await joel.sees('Second turn · nobody yet');
    await undo(joel);
    await joel.seesNot('Second turn · nobody yet');
    await follows(ben, changed);
    await joel.press('A second turn?');
    await joel.press('Add the second turn');
    await joel.sees('Second turn · nobody yet');
    await becomesCoachee(joel, ben, 'Ben');
    await joel.sees('Second turn · Ben');
    await joel.hasNo('Undo');
    await wall.sees('Timed listening');
    await expect.poll(() => ahead(chloe).split(', ').length).toBe(9);
  });

  await test.step('the first turn goes on in its new order', async () => {
    await joel.press('Done');
    await joel.press(/^Ask Amina to go on: Questions/);
    await amina.sees('Joel asks: shall we go on to Questions?');
    await amina.press('Yes');
    await wall.sees('Questions');
    for (const part of ['Paraphrase', 'Reflect & plan']) {
      await joel.begin(part);
      await wall.sees(part);
    }
  });

  await test.step('the second turn is Ben’s, and ends with the last part', async () => {
    await joel.begin('Focus');
    await joel.sees('Ben has the floor');
    await amina.sees('You are a coach');
    await joel.begin('Timed listening');
    await joel.sees('Ask Ben to go on: Questions');
    expect(await ben.send({ type: 'next', run: ben.run })).toMatchObject({ ok: true });
    await wall.sees('Questions');
    await joel.begin('Paraphrase');
    await joel.press('Edit plan');
    await joel.press('Close: more changes');
    await joel.press('Go to Close now');
    await wall.sees('Close');
    await says(joel, 'Went to Close.');
    await joel.press('Done');
    await expect(joel.page.getByRole('radio', { name: 'Move on' }), 'nothing to move on to').toHaveCount(0);
    await joel.press('Pass');
    await joel.sees('1 of 4 had their turn');
  });

  await test.step('the end can be taken back, by button and by keys', async () => {
    const end = async () => {
      const yes = joel.page.getByRole('dialog').getByRole('button', { name: 'End session' });
      await joel.pressUntil('End the session', () => expect(yes).toBeVisible({ timeout: 800 }));
      await yes.click();
      await wall.sees('Thank you for the time you gave each other');
      await says(joel, 'The session has ended.');
    };
    await end();
    await undo(joel);
    await wall.sees('Close');
    await joel.sees('1 of 4 had their turn');
    await end();
    await joel.page.keyboard.press('Control+z');
    await wall.sees('Close');
    await end();
  });
});

test('a minute comes from where the facilitator says', async ({ house }) => {
  const { joel, wall, amina, ben } = await openMeeting(house, 'Ben');
  const told = async () =>
    (
      await joel.page
        .getByText(/as things stand/)
        .first()
        .innerText()
    ).slice(0, 5);

  await test.step('other amounts: the end moves, and says so', async () => {
    for (const part of ['Agreements & roles', 'Focus']) await joel.begin(part);
    await joel.press('Other amount');
    await joel.write(/^Minutes$/, '20');
    await joel.press('Give 20 min');
    await says(joel, '20 min more for Focus. The end: ');
    await joel.sees('Where shall the 20 minutes come from?');
    await joel.hasNo(/^From Questions/);
  });

  await test.step('one minute from Questions keeps the end', async () => {
    const end = await told();
    await joel.press(/^\+1 min/);
    await joel.sees('Where shall the minute come from?');
    await expect.poll(told).not.toBe(end);
    const later = await told();
    await joel.press('From Questions, 14 → 13');
    await says(joel, `Changed: Questions 14 → 13. The end: ${later} → ${end}.`);
    await joel.seesNot(/^Where shall/);
    expect(await told()).toBe(end);
    await joel.page.keyboard.press('Control+z');
    await expect.poll(told).toBe(later);
  });

  await test.step('what the coachee wishes for', async () => {
    await ben.send({ type: 'askForTime', run: ben.run });
    await joel.sees('Ben would like more time.');
    for (const screen of [wall, amina]) expect(await screen.words()).not.toContain('would like more time');
    await joel.press('Not now');
    await joel.seesNot('Ben would like more time.');
    await ben.send({ type: 'askForTime', run: ben.run });
    await joel.press('Give 2 minutes more');
    await joel.seesNot('Ben would like more time.');
    await joel.sees('Where shall the 2 minutes come from?');
    await joel.press('From Reflect & plan, 9 → 7');
    await says(joel, 'Changed: Reflect & plan 9 → 7.');
  });

  await test.step('a meeting that runs late protects the turn', async () => {
    await joel.press('Protect the turn');
    await joel.sees(/^Minutes from parts still to come: .*Questions/);
    await joel.press(/^Protect the turn: \d+ min/);
    await says(joel, 'Changed: ');
    await joel.press(/^−1 min/);
    await joel.sees('Where shall the minute go?');
  });

  await test.step('a turn that was stopped: next is the close', async () => {
    await joel.begin('Timed listening');
    await ben.send({ type: 'stop', run: ben.run });
    await joel.sees('Ben has stopped this turn.');
    await joel.sees('Next is Close, whenever the room is ready.');
    await joel.begin('Close');
    await wall.sees('Close');
  });
});
