import { expect } from '@playwright/test';
import { Page } from '../support/page.ts';
import { gather } from './support/gather.ts';
import { laptop, phone, test } from './support/house.ts';

const focus = 'How do I open parents’ evening as a conversation?';
const question = 'What would the quietest parent need to hear first?';

test('the coachee pauses, asks for time, answers each voice and opens the floor for ideas', async ({
  house,
}) => {
  const { joel, wall, people } = await gather(
    house,
    { Amina: phone, Ben: laptop, Chloé: laptop, Dee: phone, Ines: laptop },
    { observes: ['Ines'] },
  );
  const [amina, ben, chloe, dee, ines] = ['Amina', 'Ben', 'Chloé', 'Dee', 'Ines'].map(
    (name) => people[name]!,
  );
  const floor = () => wall.page.getByTestId('floor');

  await test.step('the agreements part is read aloud from the wall', async () => {
    await joel.begin('Agreements & roles');
    await wall.sees('What is said here stays here, unless someone is at risk.');
    await wall.sees('Does anyone here evaluate anyone here?');
    await joel.begin('Focus');
    await amina!.write('What do you want to think about?', focus);
    await amina!.press('Put on the board');
  });

  await test.step('a pause is the coachee’s, and so is going on', async () => {
    await joel.begin('Timed listening');
    await amina!.press('Pause');
    for (const screen of [wall, joel, ben!, dee!]) await screen.sees('Paused');
    await amina!.press('Go on');
    for (const screen of [wall, ben!]) await screen.seesNot(/^Paused/);
  });

  await test.step('a wish for more time is declined, then granted, and the page says so', async () => {
    await amina!.press('More time');
    await amina!.sees('You asked for more time. The facilitator sees it.');
    for (const screen of [wall, ben!, ines!])
      expect(await screen.words()).not.toContain('asked for more time');
    await joel.press('Not now');
    await amina!.sees('No more time just now. What is left is yours.');
    await amina!.press('More time');
    await joel.press('Give 2 minutes more');
    await amina!.sees('There is more time in this part now.');
  });

  await test.step('each paraphrase is answered; its speaker, the others and the wall hear it', async () => {
    await amina!.press('I am done early');
    await amina!.press('Yes, end this part');
    await ben!.press('Take the floor');
    await ben!.write('What I heard', 'You want them on your side');
    await amina!.sees('Ben says back what was heard');
    for (const [coach, press, said] of [
      [ben!, 'That fits', '“That fits.”'],
      [chloe!, 'Closer would be …', '“Closer would be …”'],
      [dee!, 'There is more', '“There is more.”'],
    ] as const) {
      if (coach !== ben) await coach.press('Take the floor');
      await coach.sees('You have the floor');
      await amina!.press(press);
      await coach.sees(`Amina: ${said}`);
      await ines!.sees(`Amina: ${said}`);
      await wall.sees(said);
      await expect(floor(), 'the floor is the coachee’s again').toContainText('Amina');
      if (coach === ben) {
        await ben.press('Put it on the board');
        await expect(ben.page.getByLabel('What I heard')).toHaveValue('');
      }
    }
    for (const screen of [ben!, ines!]) await screen.sees('The round rests.');
    await wall.sees('The time left is Amina’s.');
    await amina!.sees('The time left is yours, if you want it.');
  });

  await test.step('a question rests on the board, is taken, is followed up, and is passed without a trace', async () => {
    await joel.begin('Questions');
    await ben!.write('My question', question);
    await ben!.press('Raise hand');
    await joel.press('Give Ben the floor');
    await amina!.press('Let it rest on the board');
    await wall.sees('“Let it rest on the board.”');
    for (const screen of [amina!, chloe!]) expect(await screen.words()).not.toContain(question);
    await ben!.press('Put my question on the board');
    await amina!.sees(question);
    await dee!.press('Raise hand');
    await joel.press('Give Dee the floor');
    await amina!.press('I take it');
    await dee!.sees('Amina takes the question.');
    await dee!.press('Ask one follow-up');
    await expect(floor()).toContainText('Dee');
    await amina!.press('Pass');
    await amina!.sees('You passed. Nobody is told.');
    await expect(dee!.page.getByTestId('answer')).toHaveCount(0);
    await dee!.hasNo('Ask one follow-up');
    for (const screen of [wall, joel, ben!, dee!, ines!])
      expect(await screen.words()).not.toMatch(/pass(es|ed)/i);
  });

  await test.step('a point of process is no question', async () => {
    await ines!.press('Point of process');
    await joel.press('Give Ines the floor');
    await expect(floor()).toContainText('a point of process');
    await ben!.sees('Ines: a point of process');
    await ines!.sees('Say what would help the conversation.');
    await ines!.seesNot('Ask one question, then wait.');
    await ines!.press('Finish');
  });

  await test.step('ideas have their place only while the coachee welcomes them', async () => {
    for (const screen of [amina!, ben!]) await screen.sees('Questions, no ideas yet');
    await ben!.seesNot('It may not fit, and still: …');
    await amina!.press('I’d welcome ideas');
    for (const screen of [wall, amina!, ben!, ines!]) await screen.sees('Ideas welcome, lightly');
    await ben!.sees('Offer one idea, lightly. Then let it go.');
    await ben!.sees('It may not fit, and still: …');
    await amina!.press('Back to questions');
    for (const screen of [wall, ben!, ines!]) await screen.seesNot('Ideas welcome, lightly');
    await ben!.seesNot('It may not fit, and still: …');
  });
});

test('the coachee stops in listening, and goes on after all', async ({ house }) => {
  const { joel, wall, people, links } = await gather(house, { Amina: phone, Ben: laptop, Dee: phone });
  const [amina, ben, dee] = ['Amina', 'Ben', 'Dee'].map((name) => people[name]!);
  const floor = () => wall.page.getByTestId('floor');
  const stop = async () => {
    await amina!.press('My turn');
    await amina!.press('Stop my turn');
    await amina!.press('Yes, stop my turn');
  };
  await joel.begin('Agreements & roles');
  await joel.begin('Focus');
  await amina!.write('What do you want to think about?', focus);
  await amina!.press('Put on the board');
  await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
  await wall.sees(focus);

  await test.step('who writes for the coachee is named by the coachee', async () => {
    await amina!.press('My turn');
    await amina!.page.getByLabel('Who writes for me').selectOption('Dee');
    await dee!.sees('You write on the board for Amina.');
    await amina!.press('Close');
  });

  await test.step('one quiet question, and nothing stops without it', async () => {
    await joel.begin('Timed listening');
    await amina!.press('My turn');
    await amina!.press('Stop my turn');
    await amina!.press('Not yet');
    await amina!.press('Close');
    await expect(floor()).toContainText('Amina');
  });

  await test.step('a stop empties the floor and takes the cards off the wall; next is the close', async () => {
    await stop();
    await amina!.sees('Your turn has stopped');
    for (const screen of [ben!, dee!]) await screen.sees('Amina has stopped the turn');
    await wall.seesNot(focus);
    await expect(floor()).not.toContainText('Amina');
    await wall.sees('These cards rest for now.');
    await expect(joel.button(/^Start close/)).toBeEnabled();
  });

  await test.step('only the coachee goes on, with the floor, the cards and the time there was', async () => {
    for (const screen of [ben!, dee!]) await screen.hasNo('Go on after all');
    await amina!.press('Go on after all');
    await wall.sees(focus);
    await expect(floor()).toContainText('Amina');
    await ben!.seesNot('Amina has stopped the turn');
  });

  await test.step('a stop that stands: the cards come back when their coachee says so', async () => {
    await stop();
    await wall.seesNot(focus);
    await joel.begin('Close');
    await wall.seesNot(focus);
    await amina!.press('Let my cards be seen on the wall again');
    await wall.sees(focus);
    await expect(floor(), 'the close is no silence').toContainText('comes next');
  });

  await test.step('somebody who comes late is here from the first moment', async () => {
    await joel.page.evaluate(() => {
      const look = () => /\baway\b/.test(document.body.innerText) && (document.title = 'away');
      new MutationObserver(look).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    const finn = await house.screen('Finn', phone);
    await finn.page.goto(house.app.origin + links.join);
    await finn.write('What shall we call you?', 'Finn');
    await finn.press('Come in');
    await finn.sees('You are a coach');
    await joel.sees('Finn');
    await expect(joel.page, 'nobody was shown as away').not.toHaveTitle('away');
  });
});

test('a second turn: its coachee offers and accepts while the first runs, and roles change with the part', async ({
  house,
}) => {
  const { joel, wall, people, links } = await gather(house, { Amina: laptop, Ben: laptop, Dee: phone });
  const [amina, ben, dee] = ['Amina', 'Ben', 'Dee'].map((name) => people[name]!);
  const facilitator = new Page(house.app.origin, links.console);
  await facilitator.told();

  await test.step('the turn is added, offered for and accepted in the middle of the first', async () => {
    for (const part of ['Agreements & roles', 'Focus', 'Timed listening']) await joel.begin(part);
    await wall.seesNot(/’s turn/);
    await amina!.press('I am done early');
    await amina!.press('Yes, end this part');
    await dee!.sees('Paraphrase');
    await facilitator.send({ type: 'addTurn' });
    await wall.sees('Amina’s turn');
    await dee!.page.getByRole('button', { name: 'More', exact: true }).click();
    await dee!.press('I could be its coachee');
    await dee!.sees('You have offered to be its coachee');
    await dee!.press('Close');
    for (const screen of [wall, amina!, ben!]) expect(await screen.words()).not.toMatch(/offered/);
    await facilitator.until(({ sealed }) => Object.keys(sealed.offer).length > 0);
    const id = facilitator.state.people.find(({ name }) => name === 'Dee')!.id;
    await facilitator.send({ type: 'invite', person: id });
    await dee!.sees('would you like to be the coachee of the next turn?');
    await dee!.press('Yes, I would');
    await dee!.sees('The second turn is yours.');
  });

  await test.step('a role that was changed begins with the next part, and the page says so', async () => {
    await ben!.page.getByRole('button', { name: 'More', exact: true }).last().click();
    await ben!.press('Observer');
    await ben!.press('Close');
    await ben!.sees('From the next part on: Observer.');
    await ben!.sees('You are a coach');
    await joel.begin('Questions');
    await ben!.sees('You are an observer');
    await ben!.seesNot('From the next part on: Observer.');
  });

  await test.step('in the second turn the first coachee coaches, and is answered', async () => {
    await facilitator.send({ type: 'jump', run: facilitator.run, phase: 'focus-2' });
    await wall.sees('Dee’s turn');
    await dee!.sees('You are the coachee');
    await amina!.sees('You are a coach');
    await amina!.hasNo('My turn');
    await joel.begin('Timed listening');
    await dee!.press('I am done early');
    await dee!.press('Yes, end this part');
    await amina!.press('Take the floor');
    await dee!.press('That fits');
    await amina!.sees('Dee: “That fits.”');
  });
  facilitator.close();
});
