import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { law, play } from '#tests/support/play.ts';
import early from '../../client/src/text/en/rejection.json' with { type: 'json' };

const root = join(import.meta.dirname, '../../client/src');

/** By its place under `src`. */
const sources = new Map(
  globSync(join(root, '**/*.{ts,svelte}'))
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => [relative(root, path), readFileSync(path, 'utf8')]),
);

const named = (file: string, pattern: RegExp): string[] =>
  [...sources.get(file)!.matchAll(pattern)].map(([, path = '']) => join(dirname(file), path));
const imported = (file: string) => named(file, /(?:from|import)\s*'(\.[^']*)'/g);
const fetched = (file: string) => named(file, /import\('(\.[^']*)'\)/g);
const isPageWords = (file: string) => file.startsWith('text/pages/');

/** All that a page shows, also what it fetches later, unless that is a page with words of its own. */
function shown(page: string): Set<string> {
  const seen = new Set([page]);
  for (const file of seen) {
    const later = fetched(file).filter((one) => !imported(one).some(isPageWords));
    for (const next of [...imported(file), ...later]) if (sources.has(next)) seen.add(next);
  }
  return seen;
}

/** An area is a file, but for the refusals: those that only phases bring are a second one. */
const areaOf = (path: string): string => basename(path, '.json').replace(/InPhases$/, '');
const areas = [...new Set(globSync(join(root, 'text/en/*.json')).map(areaOf))];

/** The areas that keys in these files begin with. */
function said(files: ReadonlySet<string>): string[] {
  const keys = /\bt\(`(\w+)\.|['`](\w+)\.[a-z]/g;
  const found = [...files].flatMap((file) => [...sources.get(file)!.matchAll(keys)]);
  return areas.filter((area) => found.some(([, inCall, quoted]) => area === (inCall ?? quoted)));
}

const brought = (files: ReadonlySet<string>): string[] =>
  [...files].filter(isPageWords).flatMap(imported).map(areaOf);

/** A wall sends nothing, and so is refused nothing, though its session could say so. */
const neverSaid = (page: string): string[] => (page.startsWith('projector/') ? ['rejection', 'trouble'] : []);

test('what a page says is read from its sources', () => {
  expect(said(shown('participant/ParticipantRoom.svelte'))).toContain('arrival');
  expect(said(shown('participant/afterArrival.ts'))).toContain('practice');
});

/** What is fetched behind a page has its words with it, beside those of the page. */
const behind = new Map([['participant/afterArrival.ts', 'participant/ParticipantRoom.svelte']]);

describe.each([...fetched('App.svelte'), ...behind.keys()])('%s', (page) => {
  const files = shown(page);
  const before = behind.has(page) ? shown(behind.get(page)!) : new Set<string>();

  test('brings the words that it says', () => {
    const known = [...brought(files), ...brought(before), ...neverSaid(page)];
    expect(said(files).filter((area) => !known.includes(area))).toEqual([]);
  });

  test('brings no words that it never says', () => {
    // What is refused in phases is said by the session, which the page before has brought.
    const bySession = behind.has(page) ? ['rejection'] : [];
    const spoken = [...said(files), ...bySession, 'text.ts'];
    expect(brought(files).filter((area) => !spoken.includes(area))).toEqual([]);
  });
});

test('whatever is refused before the phases are there, the page has the sentence for it', () => {
  const first = [...shown('participant/ParticipantRoom.svelte')].map((file) => sources.get(file)!);
  const asked = new Set(
    first.flatMap((source) => [...source.matchAll(/send\(\{ type: '(\w+)'/g)].map(([, type]) => type)),
  );
  expect([...asked]).toEqual(expect.arrayContaining(['join', 'offer', 'agree', 'sayReady']));
  const refused = new Set<string>();
  law((game) => {
    play(game, ({ wish, outcome }) => {
      if (wish && asked.has(wish.type) && typeof outcome === 'string') refused.add(outcome);
    });
  }, 100);
  expect(refused.size).toBeGreaterThan(5);
  expect([...refused].filter((reason) => !(reason in early))).toEqual([]);
});
