import { expect } from '@playwright/test';
import { fillRoom } from './support/fillRoom.ts';
import { knock, openRoom } from './support/joining.ts';
import { laptop, phone, projector, test, type House, type Screen } from './support/house.ts';
import { tryCodes } from './support/tryCodes.ts';
import { UnderWay } from './support/underWay.ts';

/** What went otherwise than hoped: its own words, and where one can go from there. */

const way = async (screen: Screen, name: string, to: string | RegExp): Promise<void> =>
  expect(screen.page.getByRole('link', { name, exact: true })).toHaveAttribute('href', to);

/** A switch of the door, behind a press on the console; it has changed when this resolves. */
async function setDoor(joel: Screen, name: string): Promise<void> {
  const of = joel.page.getByRole('switch', { name });
  if (!(await of.isVisible())) await joel.page.getByText('People wait here until you let them in.').click();
  const was = await of.isChecked();
  await of.click();
  await expect(of).toBeChecked({ checked: !was });
}

const roomOf = (link: string): string => new URL(link).pathname.split('/')[2]!;

async function typesCode(person: Screen, house: House, digits: string): Promise<void> {
  await person.page.goto(`${house.app.origin}/join`);
  await person.page.getByLabel('Enter the nine digits on the wall').pressSequentially(digits);
}

test('an address with a letter missing leads to the door', async ({ house }) => {
  const finn = await house.screen('Finn', phone);
  for (const path of ['/jion', '/room', '/room/one/two', '/constructor/x']) {
    const answer = await finn.page.goto(house.app.origin + path);
    expect(answer!.status(), path).toBe(404);
    await finn.sees('There is nothing at this address');
    await way(finn, 'Enter a code', '/join');
    await way(finn, 'Go to the start', '/');
  }
  await finn.page.goto(`${house.app.origin}/room/nowhere#nothing`);
  await finn.sees('This link does not open the room');
  await way(finn, 'Enter a code', '/join');
});

test('a code that is not whole, that no room has, or that nobody answers', async ({ house }) => {
  const finn = await house.screen('Finn', phone);
  await typesCode(finn, house, '123');
  await finn.press('Continue');
  await finn.sees('The code has nine digits.');
  await typesCode(finn, house, '123456789');
  await finn.sees('No room has that code. Check the digits on the wall.');
  await finn.page.route('**/api/join', (route) => route.abort());
  await finn.press('Continue');
  await finn.sees('The room did not answer. Check the line and try again.');
  await finn.page.unroute('**/api/join');
  await tryCodes(house.app.origin);
  await finn.press('Continue');
  await finn.sees('Too many tries. Wait a minute.');
});

test('a room that cannot be opened just now', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  await joel.page.goto(house.app.origin);
  await joel.write('Group, if it has a name', 'Year 8 team');
  await joel.page.route('**/api/rooms', (route) => route.abort());
  await joel.press('Open the room');
  await joel.sees('The room could not be opened. Try again in a moment.');
  await expect(joel.page.getByLabel('Group, if it has a name'), 'nothing is lost').toHaveValue('Year 8 team');
  await joel.page.unroute('**/api/rooms');
  await joel.press('Open the room');
  await joel.sees('What shall we call you?');
});

test('opening, and a room that does not answer', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', phone);
  const wall = await house.screen('wall', projector);
  const { joinLink, wallLink } = await openRoom(house, joel);
  for (const [screen, link] of [
    [ben, joinLink],
    [wall, wallLink],
  ] as const) {
    let open = false;
    await screen.page.route('**/socket.io/**', (route) => (open ? route.continue() : route.abort()));
    await screen.page.routeWebSocket(/socket\.io/, (line) => {
      if (open) line.connectToServer();
      else void line.close();
    });
    await screen.page.goto(link);
    await screen.sees('Opening the room …');
    await screen.sees('The room does not answer yet');
    await screen.sees('This page keeps trying by itself.');
    await expect(screen.button('Reload')).toBeVisible();
    open = true;
    await screen.seesNot('The room does not answer yet');
  }
  await ben.sees('What shall we call you?');
  await wall.sees('1 of 6 here');
});

test('the server is gone, and comes back', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', phone);
  const wall = await house.screen('wall', projector);
  for (const screen of [joel, ben, wall]) {
    await screen.page.clock.install();
    await meeting.seat(screen);
    await screen.sees('Questions');
  }
  await ben.write('My question', 'What would you keep?');
  await joel.page.getByRole('radio', { name: 'All', exact: true }).click();
  await expect.poll(() => wall.time()).not.toBeNull();
  const before = await wall.time();
  await house.app.kill();
  for (const screen of [joel, ben]) await screen.sees('Reconnecting. The time keeps running.');
  for (const screen of [joel, ben, wall]) await screen.page.clock.fastForward(31_000);
  for (const screen of [joel, ben])
    await screen.sees('No connection for a while. Check this device’s network');
  await wall.sees('Connection lost. Check this screen.');
  expect(await wall.time(), 'the wall counts on').toBeLessThan(before! - 30);
  await house.app.up();
  for (const screen of [joel, ben]) await screen.seesNot(/^No connection for a while/);
  await wall.seesNot('Connection lost. Check this screen.');
  await expect(ben.page.getByLabel('My question')).toHaveValue('What would you keep?');
});

test('at the door: waiting, turned away, locked, removed, ended, forgotten', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', phone);
  const finn = await house.screen('Finn', phone);
  const { joinLink, code } = await openRoom(house, joel);
  await knock(ben, joinLink);
  await ben.sees('Leave this page open; it goes on by itself.');
  await joel.press('Turn Ben away');
  await ben.sees('You are not let in just now');
  await ben.sees('Speak to the facilitator.');
  await way(ben, 'Enter another code', '/join');
  await joel.page.getByText('Turned away · 1').click();
  await joel.press('Let Ben in');
  await ben.sees('Today I could be');

  await setDoor(joel, 'Lock the room');
  await finn.page.goto(joinLink);
  await finn.sees('The room is locked');
  await finn.sees('Ask them to open it, then try again.');
  await setDoor(joel, 'Lock the room');
  await finn.page.getByRole('link', { name: 'Try again' }).click();
  await finn.sees('What shall we call you?');

  await joel.press(/^End session/);
  await joel.page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
  await finn.sees('This session has ended');
  await expect(finn.page.getByLabel('What was your name here?')).toBeVisible();
  await typesCode(finn, house, code.replaceAll(' ', ''));
  await finn.sees('This session has ended');
  await joel.press('Forget it now');
  await joel.press('Forget it now');
  await ben.sees('This room has been forgotten');
  await way(ben, 'Go to the start', '/');
});

test('a room that is full', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const finn = await house.screen('Finn', phone);
  const { joinLink } = await openRoom(house, joel);
  await setDoor(joel, 'Waiting room');
  const first = await fillRoom(house, joinLink.replace(house.app.origin, ''));
  await finn.page.goto(joinLink);
  await finn.write('What shall we call you?', 'Finn');
  await finn.press('Come in');
  await finn.sees('This room is full. Somebody has to leave first.');
  expect(await first.send({ type: 'leave' })).toMatchObject({ ok: true });
  await finn.press('Come in');
  await finn.sees('Today I could be');
});

test('a page that is too old asks to be reloaded', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', phone);
  const { joinLink } = await openRoom(house, joel);
  await ben.page.routeWebSocket(/socket\.io/, (line) => {
    const server = line.connectToServer();
    line.onMessage((sent) => server.send(String(sent).replace(/"protocol":\d+/, '"protocol":1')));
  });
  await ben.page.goto(joinLink);
  await ben.sees('There is a newer version');
  await ben.sees('Reload this page to go on. Nothing is lost.');
  await way(ben, 'Reload', new RegExp(roomOf(joinLink)));
});

test('nobody offers', async ({ house }) => {
  const joel = await house.screen('Joel', laptop);
  const ben = await house.screen('Ben', phone);
  const wall = await house.screen('wall', projector);
  const { joinLink, wallLink } = await openRoom(house, joel);
  await setDoor(joel, 'Waiting room');
  await wall.page.goto(wallLink);
  await ben.page.goto(joinLink);
  await ben.write('What shall we call you?', 'Ben');
  await ben.press('Come in');
  await ben.sees('Today I could be');
  await joel.sees('No offers yet. Ask aloud, or begin with a round.');
  await joel.begin('Agreements & roles');
  await expect(joel.button(/^Start Focus/i)).toHaveAttribute('aria-disabled', 'true');
  await joel.sees('Nobody is coachee yet. Ask someone who offered, or ask aloud.');
  await wall.sees('Agreements & roles');
  for (const screen of [wall, ben])
    expect(await screen.words(), 'no pressure in public').not.toContain('offer');
  await joel.press(/^End session/);
  await joel.sees('End this session?');
});

test('an empty board says so', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'focus', { observers: ['Ines'] });
  const joel = await house.screen('Joel', laptop);
  const ines = await house.screen('Ines', phone);
  const wall = await house.screen('wall', projector);
  for (const screen of [joel, ines, wall]) await meeting.seat(screen);
  await joel.page.getByRole('button', { name: 'Board', exact: true }).click();
  await wall.sees('The focus is not written yet.');
  await ines.press('Board');
  await ines.sees('Nothing is on the board yet.');
  await ines.press('Close the board');
  await ines.sees('The question appears here when it is on the board.');
});
