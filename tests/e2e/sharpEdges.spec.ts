import { expect } from '@playwright/test';
import { wallAtFirst } from '#shared/room/evolve/settings.ts';
import { minutes } from '#shared/time.ts';
import { becomeCoachee, codeOn, comeIn, detailsOf, openRoom } from './support/joining.ts';
import { laptop, phone, projector, test, type House, type Screen } from './support/house.ts';
import { UnderWay } from './support/underWay.ts';

/** The console, the wall and one person's own page, in a meeting that is under way. */
async function screensOf(house: House, meeting: UnderWay, name: string) {
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const person = await house.screen(name, phone);
  for (const screen of [joel, wall, person]) await meeting.seat(screen);
  return { joel, wall, person };
}

const floor = (wall: Screen) => wall.page.getByTestId('floor');
const rowOf = (joel: Screen, name: string) =>
  joel.page.getByRole('region', { name: 'People' }).getByRole('button', { name: new RegExp(`^${name}\\b`) });

async function leave(person: Screen): Promise<void> {
  await person.page.getByRole('button', { name: 'More', exact: true }).last().click();
  await person.press('Leave the room');
  await person.press('Leave now');
  await person.sees('You have left the room');
}

test('Sharp edge 1: somebody leaves with the floor, with a card, with a hand up', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'echo');
  const { joel, wall, person: ben } = await screensOf(house, meeting, 'Ben');
  await ben.press('Take the floor');
  await expect(floor(wall)).toContainText('Ben');
  await meeting.writes('Ben', 'card-1', 'You want a calm start', 'heard');
  await meeting.does('Joel', {
    type: 'setWall',
    wall: { ...wallAtFirst, view: 'board' },
  });
  await leave(ben);
  await expect(floor(wall), 'the floor is free, and so the coachee’s').toContainText('Amina');
  await expect(rowOf(joel, 'Ben')).toContainText('left');
  await joel.hasNo('Give Ben the floor');
  await wall.sees('You want a calm start');

  await ben.press('Come back in');
  await ben.sees('1 before you');
  await meeting.does('Dee', { type: 'takeFloor' });
  await expect(floor(wall)).toContainText('Dee');
  await meeting.does('Dee', { type: 'finish' });
  await ben.press('Take the floor');
  await expect(floor(wall), 'they speak at the end').toContainText('Ben');

  await meeting.next();
  await ben.press('Raise hand');
  await expect(joel.button('Give Ben the floor')).toBeVisible();
  await leave(ben);
  await joel.sees('No hands up.');
  await ben.press('Come back in');
  await expect(ben.button('Raise hand')).toBeEnabled();
  await joel.sees('No hands up.');
});

test('Sharp edge 2: the coachee’s line fails in listening', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'listen');
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const amina = await house.screen('Amina', phone);
  const line = await house.line();
  await meeting.seat(joel);
  await meeting.seat(wall);
  await meeting.seat(amina, line.origin);
  await amina.sees('You have the floor');
  meeting.leaveToScreens();
  await joel.page.getByRole('radio', { name: 'All' }).click();
  await expect.poll(() => wall.time()).not.toBeNull();
  line.cut();
  await amina.sees('Reconnecting. The time keeps running.');
  await expect(rowOf(joel, 'Amina')).toContainText('away');
  const left = (await wall.time())!;
  await expect.poll(() => wall.time(), 'the clock runs').toBeLessThan(left);
  await expect(floor(wall), 'the floor stays theirs').toContainText('Amina');
  await joel.sees('Hands rest while Amina thinks aloud.');
  await joel.hasNo(/the floor|Give floor|Take back/);

  await joel.press('Pause');
  await wall.sees('Paused');
  await expect(floor(wall)).toContainText('Amina');
  line.mend();
  await amina.sees('Paused');
  await amina.seesNot('Reconnecting. The time keeps running.');
  await amina.sees('You have the floor');
  await amina.press('Go on');
  await wall.seesNot(/^Paused/);
});

test('Sharp edge 3: the facilitator offers to be the coachee once somebody else has the console', async ({
  house,
}) => {
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', laptop);
  const { joinLink } = await openRoom(house, joel);
  await comeIn(joel, [ben], joinLink);
  const details = await detailsOf(joel, 'Ben');
  await details.getByRole('button', { name: 'With me' }).click();
  await ben.press('Yes, I will');
  await ben.sees('What the room sees');
  await expect(joel.page.getByRole('button', { name: 'Coachee', exact: true })).toHaveCount(0);
  const own = await detailsOf(joel, 'Joel');
  await own.getByRole('button', { name: 'I stop facilitating' }).click();
  await joel.press('Coachee');
  await ben.press(/1 offer/);
  await ben.press('Ask Joel');
  await joel.press('Yes, I would');
  await joel.sees('You are the coachee today');
});

test('Sharp edge 4: two people make a round of one voice; one alone stays in the lobby', async ({
  house,
}) => {
  await test.step('two: who facilitates coaches as well', async () => {
    const meeting = await UnderWay.begin(house, 'echo', { coaches: [] });
    const { joel, wall, person: amina } = await screensOf(house, meeting, 'Amina');
    await joel.sees('0 of 1 had their turn');
    await joel.press('Give Joel the floor');
    await expect(floor(wall)).toContainText('Joel');
    await amina.sees('Joel says back what was heard');
    await amina.press('That fits');
    await wall.sees('“That fits.”');
    await joel.sees('Everyone had their turn.');
    await amina.sees('The time left is yours, if you want it.');
  });
  await test.step('one: the start is refused in words', async () => {
    const alone = await house.screen('Joel', laptop);
    await openRoom(house, alone);
    await alone.press(/^Start agreements & roles/);
    await alone.sees(
      'You are alone in the room. A session needs somebody to listen: wait for one more person.',
    );
    await alone.sees('Before the start');
  });
});

test('Sharp edge 5: everyone passes, and the time left is offered to the coachee', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'echo');
  const { joel, wall, person: amina } = await screensOf(house, meeting, 'Amina');
  const rests = async () => {
    await wall.sees('The round rests.');
    await wall.sees('The time left is Amina’s.');
    await joel.sees('Everyone had their turn.');
    await amina.sees('The round rests. The time left is yours, if you want it.');
  };
  for (const name of ['Ben', 'Dee']) await meeting.does(name, { type: 'pass' });
  await rests();
  await expect(floor(wall)).toContainText('Amina');

  for (const part of ['Questions', 'Reflect & plan', 'Close']) {
    await meeting.next();
    await wall.sees(part);
  }
  await wall.seesNot('The round rests.');
  for (const name of ['Ben', 'Dee']) await meeting.does(name, { type: 'pass' });
  await joel.page.getByRole('button', { name: 'Pass', exact: true }).click();
  await amina.press('Pass this time');
  await rests();
  await amina.press('Take the floor');
  await expect(floor(wall)).toContainText('Amina');
});

test('Sharp edge 7: a second coachee withdraws, and the minutes go back', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'echo');
  const { joel, wall, person: dee } = await screensOf(house, meeting, 'Dee');
  const total = () => meeting.page('Joel').state.phases.reduce((sum, { length }) => sum + length, 0);
  const planned = total();
  await meeting.does('Joel', { type: 'addTurn' });
  await meeting.does('Dee', { type: 'offer', roles: ['coachee'] });
  await meeting.does('Joel', { type: 'invite', person: meeting.page('Dee').person });
  await dee.press('Yes, I would');
  await joel.sees('Second turn · Dee');
  await wall.sees('Amina’s turn');

  await dee.page.getByRole('button', { name: 'More', exact: true }).last().click();
  await dee.press('I have changed my mind');
  await dee.seesNot('The second turn is yours.');
  await wall.seesNot('Amina’s turn');
  await joel.seesNot(/^Second turn/);
  await joel.sees(/^Dee has withdrawn, and the second turn is out of the plan\. Changed: Questions/);
  expect(total(), 'the first turn has all the minutes again').toBe(planned);
  expect(meeting.page('Joel').state.turns).toHaveLength(1);
  for (const screen of [wall, dee]) expect(await screen.words()).not.toContain('withdrawn');
  await joel.press('Pause');
  await joel.seesNot(/^Dee has withdrawn/);
});

test('Sharp edge 8: who observes and then coaches records no more', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask', { observers: ['Ines', 'Finn'], practice: true });
  const { wall, person: ines } = await screensOf(house, meeting, 'Ines');
  await ines.page.getByRole('button', { name: 'More', exact: true }).last().click();
  await ines.press('Coach');
  await ines.press('Close');
  await ines.sees('From the next part on: Coach.');
  await ines.sees('You are an observer');
  await ines.hasNo('Raise hand');

  await meeting.next();
  await wall.sees('Practice');
  await ines.sees('You are a coach');
  await meeting.writes('Finn', 'card-1', 'Three seconds of silence', 'evidence');
  await ines.press('Board');
  await ines.sees('Three seconds of silence');
  const zone = (name: string) => ines.page.getByRole('region', { name, exact: true });
  await expect(zone('Runs').getByRole('button', { name: 'Write a card' })).toBeVisible();
  await expect(zone('Evidence').getByRole('button', { name: 'Write a card' })).toHaveCount(0);
});

test('Sharp edge 9: questions are skipped with a hand up and words prepared', async ({ house }) => {
  const words = 'What would the quietest parent need?';
  const meeting = await UnderWay.begin(house, 'ask');
  const { joel, wall, person: ben } = await screensOf(house, meeting, 'Ben');
  await ben.write('My question', words);
  await ben.press('Raise hand');
  await expect(joel.button('Give Ben the floor')).toBeVisible();
  await joel.press(/^Skip/);
  await wall.sees('Reflect & plan');
  await joel.sees('Skipped the rest of Questions. Now Reflect & plan.');
  await joel.hasNo('Give Ben the floor');
  await ben.hasNo('Lower hand');
  await ben.page.getByRole('button', { name: 'More', exact: true }).click();
  const prepared = ben.page.getByRole('region', { name: 'Prepared and not asked or said' });
  await expect(prepared).toContainText(words);
  await ben.page.getByRole('button', { name: 'Close', exact: true }).click();
  for (const screen of [joel, wall]) expect(await screen.words()).not.toContain(words);

  await joel.page.getByRole('button', { name: /^Back/ }).click();
  await wall.sees('Questions');
  await joel.sees('No hands up.');
  await expect(ben.button('Raise hand')).toBeEnabled();
  await expect(ben.page.getByLabel('My question')).toBeVisible();
  await expect(ben.page.getByLabel('My question')).toHaveValue(words);
});

test.describe('Next by mistake', () => {
  test.use({ clockwork: 'movable' });

  test('Sharp edge 10: what was written stays when Next is taken back, and so does the time', async ({
    house,
  }) => {
    const meeting = await UnderWay.begin(house, 'echo');
    const { joel, wall, person: ben } = await screensOf(house, meeting, 'Ben');
    await joel.page.getByRole('radio', { name: 'All' }).click();
    await expect.poll(() => wall.time()).not.toBeNull();
    const left = (await wall.time())!;
    await joel.begin('Questions');
    await meeting.writes('Ben', 'card-1', 'Who else is in the picture?');
    await house.app.moveOn(minutes(2));
    await joel.press('Undo');
    for (const screen of [wall, ben]) await screen.sees('Paraphrase');
    await wall.page.reload();
    await expect.poll(() => wall.time(), 'what was left at Next').toBeGreaterThan(left - 60);
    const now = (await wall.time())!;
    await expect.poll(() => wall.time(), 'running, as it ran').toBeLessThan(now);
    await ben.press('Board');
    await ben.sees('Who else is in the picture?');
  });
});

test('Sharp edge 11: NET1 over plain HTTP, by a name, a meeting works in full', async ({ house }) => {
  const origin = `http://school.test:${house.app.port}`;
  const joel = await house.screen('Joel', laptop);
  const amina = await house.screen('Amina', phone);
  const wall = await house.screen('wall', projector);
  await joel.page.goto(origin);
  const secure = await joel.page.evaluate(() => [isSecureContext, 'randomUUID' in crypto]);
  expect(secure, 'as browsers are on a local network').toEqual([false, false]);
  await joel.write('People', '2');
  await joel.press('Open the room');
  await joel.write('What shall we call you?', 'Joel');
  await joel.press('Come in');
  const code = await codeOn(joel);
  const link = await joel.page.getByRole('link', { name: 'Open the wall' }).first().getAttribute('href');
  await wall.page.goto(origin + link);
  await wall.sees(code);
  await amina.page.goto(`${origin}/join`);
  await amina.page.getByLabel('Enter the nine digits on the wall').pressSequentially(code);
  await amina.write('What shall we call you?', 'Amina');
  await amina.press('Knock');
  await joel.press('Admit all');
  await becomeCoachee(joel, amina);
  await joel.begin('Agreements & roles');
  await joel.begin('Focus');
  await amina.write('What do you want to think about?', 'A calm start');
  await amina.press('Put on the board');
  await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
  await wall.sees('A calm start');
});
