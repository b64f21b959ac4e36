import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

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

const areas = globSync(join(root, 'text/en/*.json')).map((path) => basename(path, '.json'));

/** The areas that keys in these files begin with. */
function said(files: ReadonlySet<string>): string[] {
  const keys = /\bt\(`(\w+)\.|['`](\w+)\.[a-z]/g;
  const found = [...files].flatMap((file) => [...sources.get(file)!.matchAll(keys)]);
  return areas.filter((area) => found.some(([, inCall, quoted]) => area === (inCall ?? quoted)));
}

const brought = (files: ReadonlySet<string>): string[] =>
  [...files]
    .filter(isPageWords)
    .flatMap(imported)
    .map((path) => basename(path, '.json'));

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
    const spoken = [...said(files), 'text.ts'];
    expect(brought(files).filter((area) => !spoken.includes(area))).toEqual([]);
  });
});
