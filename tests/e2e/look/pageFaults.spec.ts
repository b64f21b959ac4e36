import { expect, test, type Page } from '@playwright/test';
import { axeFinds, axeFindsDimmed, axeFindsForced } from './axe.ts';
import { pageFaults } from './pageFaults.ts';
import { paperFaults } from './paperFaults.ts';
import { readPage } from './readPage.ts';
import { readSheets } from './readSheets.ts';
import type { Kind } from './sizes.ts';

const voice = '<p role="status"></p>';
const style = `body { margin: 0; font: 20px/1.4 sans-serif } button { min-width: 44px; min-height: 44px }`;

async function faults(page: Page, body: string, kind: Kind = 'page'): Promise<string[]> {
  await page.setViewportSize({ width: 400, height: 400 });
  await page.setContent(
    `<!doctype html><html lang="en"><title>A page</title><style>${style}</style>${voice}${body}`,
  );
  return pageFaults(await readPage(page), kind);
}

/** Pages that are well, each beside one that is not and what is to be said of it. */
const pages: readonly [what: string, well: string, broken: string, said: RegExp][] = [
  [
    'words cut off',
    '<p style="overflow: hidden">Nothing is cut</p>',
    '<p style="overflow: hidden; height: 12px">A part is cut</p>',
    /^cut: “A part is cut”$/,
  ],
  [
    'words that can be scrolled to are not cut',
    '<div style="overflow: auto; height: 40px"><p>One</p><p>Two</p></div>',
    '<div style="overflow: hidden; height: 40px"><p>One</p><p>Two</p></div>',
    /^cut: “Two”$/,
  ],
  [
    'words broken without a hyphen',
    '<p style="width: 6em; overflow-wrap: anywhere">Hohenstein-Wittgenau agreements</p>',
    '<p style="width: 4em; overflow-wrap: anywhere">Agreements and roles</p>',
    /^broken: “Agreements”$/,
  ],
  [
    'words shortened without a title',
    '<p title="A long name" style="width: 4em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">A long name</p>',
    '<p style="width: 4em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">A long name</p>',
    /^shortened: “A long name”$/,
  ],
  [
    'words on words',
    '<p>One</p><p>Two</p>',
    '<p>One</p><p style="margin-top: -48px">Two</p>',
    /^“One” lies on “Two”$/,
  ],
  [
    'words under a bar that floats are read by scrolling',
    '<p>One</p><p style="position: fixed; top: 0">Bar</p>',
    '<p>One</p><p style="position: absolute; top: 0">Bar</p>',
    /^“One” lies on “Bar”$/,
  ],
  [
    'words on a picture',
    '<p>One</p><img alt="" style="position: fixed; top: 20px; width: 50px; height: 50px">',
    '<p>One</p><img alt="" style="position: absolute; top: 20px; width: 50px; height: 50px">',
    /^“One” lies on a picture$/,
  ],
  [
    'a page wider than its window',
    '<p style="width: 300px">Words</p>',
    '<p style="width: 500px">Words</p>',
    /^the page is 500 px wide in a window of 400 px$/,
  ],
  [
    'a clock whose digits tremble',
    '<p style="font-variant-numeric: tabular-nums">7:20</p>',
    '<p>7:20</p>',
    /^digits of unlike width: “7:20”$/,
  ],
  [
    'a button too small for a finger',
    '<button>Go</button><p>A <a href="#">link</a> in a sentence.</p>',
    '<button style="min-height: 30px">Go</button>',
    /^44 × 3\d px to press: Go$/,
  ],
  [
    'places that are read out',
    '<p>The console says: moved to Focus</p>',
    '<p role="status">Moved to Focus</p>',
    /^2 places are read out$/,
  ],
  [
    'buttons that lie on each other',
    '<button>One</button><button>Two</button>',
    '<button>One</button><button style="margin-left: -20px; width: 80px">Two</button>',
    /^One lies on Two$/,
  ],
];

for (const [what, well, broken, said] of pages)
  test(`the look of a page: ${what}`, async ({ page }) => {
    expect(await faults(page, well)).toEqual([]);
    expect(await faults(page, broken)).toContainEqual(expect.stringMatching(said));
  });

test('the look of a wall: words of 6 % of its height, and 5 % of margin', async ({ page }) => {
  const on = (css: string) => faults(page, `<p style="margin: 30px; ${css}">Now</p>`, 'wall');
  expect(await on('font-size: 24px')).toEqual([]);
  expect(await on('font-size: 20px')).toEqual(['5.0 % of the height: “Now”']);
  expect(await on('font-size: 24px; margin-left: 10px')).toEqual(['10 px outside the margin: “Now”']);
  expect(await on('font-size: 20px; margin: 0')).toHaveLength(2);
  expect(await faults(page, '<p data-near>This screen may dim</p>', 'wall')).toEqual([]);
  const picture = '<img alt="" style="position: absolute; top: 385px; width: 9px; height: 9px">';
  expect(await faults(page, picture, 'wall')).toEqual(['a picture outside the margin']);
});

test('axe is heard, for the whole page and for its colours in another light', async ({ page }) => {
  await faults(page, '<main><h1>Well</h1><p>Words</p></main>');
  expect(await axeFinds(page)).toEqual([]);
  await faults(page, '<main><h1>Pale</h1><p style="color: #bbb">Words</p><input></main>');
  expect((await axeFinds(page)).join()).toMatch(/color-contrast.*label/);
  expect((await axeFindsDimmed(page)).join(), 'of colours alone').toMatch(/^color-contrast[^,]*$/);
  expect(await axeFindsForced(page), 'where the browser chooses the colours').toEqual([]);
});

test('the look of paper: black on white, a title with what follows it, a table whole', async ({ page }) => {
  const on = async (css: string) => {
    const record = '<h2>Board</h2><p>One line.<br>Another line.<br>A third line.</p>'.repeat(5);
    const table = '<section><h2>Time</h2><table><tr><td>5:00<tr><td>4:00<tr><td>14:00</table></section>';
    const well = 'article { background: #fff } h2 { break-after: avoid } section { break-inside: avoid }';
    await faults(page, `<style>${well} ${css}</style><article>${record}${table}</article>`, 'paper');
    return paperFaults(await readSheets(page));
  };
  expect(await on('')).toEqual([]);
  expect(await on('p { color: #444 }')).toContainEqual(
    'rgb(68, 68, 68) on paper: “One line.Another line.A third line.”',
  );
  expect(await on('.dimmed { color-scheme: dark }')).toContainEqual('a dark sheet');
  expect(await on('body { background: #123 }')).toEqual(['rgb(17, 34, 51) behind words']);
  expect(await on('h2 { break-after: auto }')).toContainEqual(
    expect.stringMatching(/^“Board” ends a sheet of \d+ px$/),
  );
  expect(await on('section { break-inside: auto }')).toContainEqual(
    expect.stringMatching(/^a table is on two sheets of \d+ px$/),
  );
});
