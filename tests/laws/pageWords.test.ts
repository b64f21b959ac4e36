import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../client/src');

/** By its place under `src`. */
const sources = new Map(
  globSync(join(root, '**/*.{ts,svelte}'))
    .filter((path) => !path.endsWith('.test.ts'))
    .map((path) => [relative(root, path), readFileSync(path, 'utf8')]),
);

const imported = (file: string): string[] =>
  [...sources.get(file)!.matchAll(/(?:from|import|import\()\s*'(\.[^']*)'/g)].map(([, path = '']) =>
    join(dirname(file), path),
  );

const words = (file: string): string | undefined =>
  imported(file).find((path) => path.startsWith('text/pages/'));
const pages = [...sources.keys()].filter((file) => words(file) !== undefined);

/** All that a page shows, also what it loads later; another page has words of its own. */
function shown(page: string): Set<string> {
  const seen = new Set([page]);
  for (const file of seen)
    for (const next of imported(file)) if (sources.has(next) && !pages.includes(next)) seen.add(next);
  return seen;
}

const areas = globSync(join(root, 'text/en/*.json')).map((path) => basename(path, '.json'));

/** Of the files, those areas that a key of theirs begins with. */
function spokenOf(shown: ReadonlySet<string>): string[] {
  const keys = /\bt\(`(\w+)\.|['`](\w+)\.[a-z]/g;
  const found = [...shown].flatMap((file) => [...sources.get(file)!.matchAll(keys)]);
  return areas.filter((area) => found.some(([, inCall, quoted]) => area === (inCall ?? quoted)));
}

test('there are pages', () => {
  expect(pages).toContain('participant/ParticipantPage.svelte');
});

test.each(pages)('%s brings the words that it says', (page) => {
  const brought = imported(words(page)!).map((path) => basename(path, '.json'));
  expect(spokenOf(shown(page)).filter((area) => !brought.includes(area))).toEqual([]);
});

test.each(pages)('%s brings no words that it never says', (page) => {
  const brought = imported(words(page)!).filter((path) => path.endsWith('.json'));
  const said = spokenOf(shown(page));
  expect(brought.map((path) => basename(path, '.json')).filter((area) => !said.includes(area))).toEqual([]);
});
