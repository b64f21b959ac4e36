import { expect, test as base } from '@playwright/test';
import { findRedis, redisMissing } from '../../scripts/redis.ts';
import { House, phone, type Network } from './support/house.ts';
import { Nodes } from './support/nodes.ts';
import { isDrawn, pictureOn, showPicture } from './support/picture.ts';
import { wholeSession } from './support/wholeSession.ts';

const test = base.extend<{ house: House<Nodes>; network: Network }>({
  network: [{}, { option: true }],
  house: async ({ browser, network }, use) => {
    const house = new House(browser, await Nodes.start(), network);
    await use(house);
    await house.close();
  },
});

if (findRedis() === null && process.env.CI === 'true') throw new Error(redisMissing);
// The whole meeting, and servers that start anew in it.
test.describe.configure({ timeout: 300_000 });
test.skip(findRedis() === null, redisMissing);

const onBoth = async ({ app }: House<Nodes>): Promise<void> => {
  for (const node of [0, 1] as const)
    expect(await app.pagesOf(node), 'people are spread over both').toBeGreaterThan(1);
};

test.describe('where WebSockets are blocked', () => {
  test.use({ network: { webSocketsBlocked: true } });

  test('a whole session over two nodes, by polling alone', ({ house }) =>
    wholeSession(house, { inListening: () => onBoth(house) }));
});

test('a whole session over two nodes: Redis stands still a while, and one of them dies', ({ house }) =>
  wholeSession(house, {
    inListening: async (joel) => {
      const view = (name: 'Board' | 'Time') => joel.page.getByRole('button', { name, exact: true });
      const left = (await joel.time())!;
      await house.app.withoutRedis(async () => {
        await view('Board').click();
        await joel.sees('The room could not write that down.');
        for (const screen of [joel, house.called('wall')])
          await expect.poll(() => screen.time(), 'the time runs on').toBeLessThan(left - 1);
      });
      // Asked again by the page itself: it is done, and the words go.
      await expect(view('Board')).toHaveAttribute('aria-pressed', 'true');
      await joel.seesNot('The room could not write that down.');
      await view('Time').click();
      await expect(view('Time')).toHaveAttribute('aria-pressed', 'true');
    },
    inParaphrase: async () => {
      await onBoth(house);
      await house.app.kill(0);
      await expect.poll(() => house.app.pagesOf(1), 'all are on the other').toBe(8);
    },
  }));

test('a whole session over two nodes that are replaced, one after the other', ({ house }) =>
  wholeSession(house, {
    inListening: async () => {
      const amina = house.called('Amina');
      const wall = house.called('wall');
      await showPicture(amina, await amina.page.screenshot({ type: 'jpeg' }));
      await isDrawn(pictureOn(wall, 'Amina'), phone.width);
      await house.app.replace(0);
      await house.app.replace(1);
      await wall.page.reload();
      await isDrawn(pictureOn(wall, 'Amina'), phone.width);
      await amina.press('Take it away');
      await expect(pictureOn(wall, 'Amina')).toHaveCount(0);
    },
    inParaphrase: async () => {
      await house.app.replace(0);
      await expect.poll(() => house.app.pagesOf(1), 'all are on the other').toBe(8);
    },
  }));
