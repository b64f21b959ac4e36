import { expect, type Page } from '@playwright/test';
import { gather } from './support/gather.ts';
import { laptop, phone, projector, test, type Screen } from './support/house.ts';
import { codeOn, linkOfCode, openRoom } from './support/joining.ts';
import { carries } from './support/qrCode.ts';
import { UnderWay } from './support/underWay.ts';

/** A page stands before all of its scripts are there, and nobody is left without a phase. */

const phases = '**/assets/afterArrival-*';

/** Holds back what this page asks for; the function lets it through. */
async function hold(page: Page, what: string): Promise<() => void> {
  const released = Promise.withResolvers<void>();
  await page.route(what, async (route) => {
    await released.promise;
    await route.continue();
  });
  return () => released.resolve();
}

const title = (screen: Screen, name: string) =>
  expect(screen.page.getByRole('heading', { level: 1, name })).toBeVisible();

test('the lobby stands and works while the phases are on their way', async ({ house }) => {
  const { joel, people, links } = await gather(house, { Amina: phone, Ben: phone });
  const { Ben } = people;
  const dee = await house.screen('Dee', phone);
  const release = await hold(dee.page, phases);
  await dee.page.goto(house.app.origin + links.join);
  await dee.write('What shall we call you?', 'Dee');
  await dee.press('Come in');
  await dee.sees('Today I could be');
  await dee.page.getByRole('checkbox').first().click();
  await dee.sees(/^1 of /);
  await dee.press('I am ready');
  await dee.sees('You are ready.');
  await dee.press('More');
  await dee.sees('One moment …');
  release();
  await expect(dee.page.getByRole('dialog'), 'what was pressed comes by itself').toBeVisible();
  await dee.press('Close');
  await joel.begin('Agreements');
  await joel.begin('Focus');
  await title(dee, 'Focus');
  await title(Ben!, 'Focus');
  await dee.sees('Hold back from');
});

test('whoever comes into a phase sees its name and its time first, and then the phase', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  const ben = await house.screen('Ben', phone);
  const release = await hold(ben.page, phases);
  await meeting.seat(ben);
  await title(ben, 'Questions');
  await ben.sees('One moment …');
  await expect(ben.page.getByTestId('time')).toBeVisible();
  await ben.seesNot('Today I could be');
  release();
  await ben.sees('Raise hand');
  await ben.seesNot('One moment …');
});

test('a line that is lost while the phases come leaves nobody without them', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  const ben = await house.screen('Ben', phone);
  let lost = true;
  await ben.page.route(phases, (route) => (lost ? route.abort() : route.continue()));
  await meeting.seat(ben);
  await title(ben, 'Questions');
  await ben.sees('This page did not load whole. Reload it.');
  lost = false;
  await ben.press('Reload');
  await ben.sees('Raise hand');
  await ben.seesNot('This page did not load whole.');
});

test('one file that fails once is fetched again, the look as well as the scripts', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  const ben = await house.screen('Ben', phone);
  const failed = new Set<string>();
  await ben.page.route(phases, (route) => {
    const { pathname } = new URL(route.request().url());
    if (failed.has(pathname)) return route.continue();
    failed.add(pathname);
    return route.abort();
  });
  await meeting.seat(ben);
  await ben.sees('Raise hand');
  expect([...failed].some((path) => path.endsWith('.js'))).toBe(true);
  expect([...failed].some((path) => path.endsWith('.css'))).toBe(true);
  const rules = () => [...document.styleSheets].map(({ cssRules }) => cssRules.length);
  expect(await ben.page.evaluate(rules)).not.toContain(0);
});

test('a wall whose other pictures are on their way shows the time', async ({ house }) => {
  const meeting = await UnderWay.begin(house, 'ask');
  await meeting.does('Joel', {
    type: 'setWall',
    wall: { view: 'board' },
  });
  const wall = await house.screen('wall', projector);
  const release = await hold(wall.page, '**/assets/wallParts-*');
  await meeting.seat(wall);
  await expect(wall.page.getByTestId('time')).toBeVisible();
  release();
  await wall.sees('The focus is not written yet.');
});

test('a wall at the door whose words are on their way asks for a moment, and then to be let in', async ({
  house,
}) => {
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const { code } = await openRoom(house, joel);
  const release = await hold(wall.page, '**/assets/wallParts-*');
  await wall.page.goto(`${house.app.origin}/join?wall`);
  await wall.page
    .getByLabel('Enter the nine digits to show the wall')
    .pressSequentially(code.replaceAll(' ', ''));
  await wall.sees('One moment …');
  await joel.sees('A wall is at the door.');
  release();
  await wall.sees('Ask the facilitator to let this wall in.');
});

test('the wall’s picture to scan is asked for until it comes, and leads where the code leads', async ({
  house,
}) => {
  const joel = await house.screen('Joel', laptop);
  const wall = await house.screen('wall', projector);
  const { code, joinLink, wallLink } = await openRoom(house, joel);
  let lost = 0;
  await wall.page.routeWebSocket(/socket\.io/, (page) => {
    const server = page.connectToServer();
    page.onMessage((message) => {
      if (lost === 0 && String(message).includes('["qr"')) lost++;
      else server.send(message);
    });
  });
  await wall.page.goto(wallLink);
  const picture = wall.page.getByRole('img', { name: 'QR code to join' });
  await carries(picture, joinLink);
  expect(lost).toBe(1);

  await joel.page.getByText('People wait here until you let them in.').click();
  await joel.press('New code');
  await joel.press('Change the code');
  await joel.seesNot(code);
  await carries(picture, await linkOfCode(house, joel, await codeOn(joel)));
});
