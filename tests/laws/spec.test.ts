import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const rules = [...read('shared/src/room/SPEC.md').matchAll(/^- \*\*([A-Z]{3}\d+)\*\*/gm)].map(
  ([, id]) => id!,
);

const titles = globSync(['{shared,server}/src/**/*.test.ts', 'tests/laws/*.test.ts'], { cwd: root })
  .flatMap((path) => [...read(path).matchAll(/\b(?:it|test)(?:\.each\([^)]*\)+)?\(\s*(['`"])(.*?)\1/gs)])
  .map(([, , title]) => title!);

it('finds the rules', () => {
  expect(rules.length).toBeGreaterThan(60);
  expect(new Set(rules).size).toBe(rules.length);
});

it.each(rules)('%s has a test that carries its number', (rule) => {
  expect(titles.some((title) => title.split(/\s/).includes(rule))).toBe(true);
});
