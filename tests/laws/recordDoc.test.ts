import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { zones } from '#shared/method/phase.ts';
import { stepFields } from '#shared/room/state.ts';
import { recordOf } from '../../client/src/record/hostileRecord.ts';
import { recordAsJson } from '../../client/src/record/recordAsJson.ts';

const doc = readFileSync(new URL('../../docs/record.md', import.meta.url), 'utf8');
const [, example = ''] = /```json\n([^`]+)```/.exec(doc) ?? [];

/** An object with the names of its fields and the kinds of their values, and of a list its first entry. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, shapeOf(field)]));
};

it('docs/record.md shows the JSON of a record as it is written', () => {
  const written: unknown = JSON.parse(recordAsJson(recordOf('Words')));
  expect(shapeOf(JSON.parse(example))).toEqual(shapeOf(written));
  for (const name of Object.keys(written as object))
    expect(doc).toMatch(new RegExp(`^\\|.*\`${name}\``, 'm'));
});

it('docs/record.md names every zone and every field of a step', () => {
  for (const name of [...zones, ...stepFields]) expect(doc).toContain(`\`${name}\``);
});
