import { existsSync, globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { farewells, protocolVersion } from '#shared/protocol/messages.ts';
import { rejections } from '#shared/room/rejections.ts';

const root = new URL('../../', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const doc = read('docs/protocol.md');

const { config } = ts.readConfigFile(`${root}tsconfig.base.json`, (path) => readFileSync(path, 'utf8')) as {
  config: unknown;
};
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const files = ['commands', 'events', 'permissions', 'sealed', 'state', 'undo']
  .map((name) => `shared/src/room/${name}.ts`)
  .concat('shared/src/protocol/messages.ts', 'shared/src/method/phase.ts');
const program = ts.createProgram(
  files.map((path) => root + path),
  options,
);
const checker = program.getTypeChecker();

/** A type as the compiler knows it, by the name it is exported under. */
function exported(path: string, name: string): ts.Type {
  const module = checker.getSymbolAtLocation(program.getSourceFile(root + path)!)!;
  return checker.getDeclaredTypeOfSymbol(
    checker.getExportsOfModule(module).find((one) => one.name === name)!,
  );
}
const members = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);
const fieldsOf = (type: ts.Type): string[] => type.getProperties().map(({ name }) => name);
const literal = (type: ts.Type): string => (type as ts.StringLiteralType).value;
/** Of a union of objects: the fields of each, by the word that tells them apart. */
const fieldsByTag = (union: ts.Type, tag: string): Map<string, string[]> =>
  new Map(
    members(union).map((one) => [
      literal(checker.getTypeOfSymbol(one.getProperty(tag)!)),
      fieldsOf(one).filter((name) => name !== tag),
    ]),
  );

/** The rows of the tables under a heading: cells by the name in the first one. */
function rows(heading: string, level: '##' | '###'): Map<string, string[]> {
  const [, body = ''] = doc.split(`\n${level} ${heading}\n`);
  const [section = ''] = body.split(/\n#{2,3} /);
  const cells = [...section.matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)];
  return new Map(cells.map(([, name, rest]) => [name!, rest!.split('|').map((cell) => cell.trim())]));
}
const named = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

/** Nested fields of these are told in the same cell. */
const told = (cell: string | undefined, fields: readonly string[]) =>
  expect(named(cell)).toEqual(expect.arrayContaining([...fields]));

describe.each([
  ['Commands', exported('shared/src/room/commands.ts', 'PersonCommand')],
  ['Events', exported('shared/src/room/events.ts', 'RoomEvent')],
])('%s in docs/protocol.md', (heading, union) => {
  const types = fieldsByTag(union, 'type');
  const table = rows(heading, '##');

  it('are those there are', () => {
    expect([...table.keys()].sort()).toEqual([...types.keys()].sort());
  });

  it.each([...types])('%s with its fields', (type, fields) => {
    told(table.get(type)?.[0], fields);
  });
});

it('docs/protocol.md says who may give each command', () => {
  const source = read('shared/src/room/permissions.ts');
  const [, needed = ''] = /const needed[^{]+\{([^}]+)\}/.exec(source) ?? [];
  const who = [...needed.matchAll(/(\w+): '(\w+)'/g)].map(([, type, need]) => [type, need]);
  expect(who.length).toBe(rows('Commands', '##').size);
  expect(who).toEqual(who.map(([type]) => [type, named(rows('Commands', '##').get(type!)?.[1])[0]]));
});

it('docs/protocol.md has every sealed kind', () => {
  const kinds = members(exported('shared/src/room/sealed.ts', 'SealedEntry')).map((entry) =>
    literal(checker.getTypeOfSymbol(entry.getProperty('kind')!)),
  );
  expect([...rows('Sealed entries', '##').keys()].sort()).toEqual(kinds.sort());
});

it.each([
  'RoomState',
  'Entry',
  'Scribe',
  'Agreement',
  'Person',
  'Turn',
  'Run',
  'Practice',
  'PastRun',
  'Floor',
  'Voice',
  'Round',
  'Hand',
  'Ask',
  'MoreTimeWish',
  'Card',
  'Wall',
])('docs/protocol.md has every field of %s', (name) => {
  const fields = fieldsOf(exported('shared/src/room/state.ts', name));
  expect([...rows(name, '###').keys()]).toEqual(fields);
});

it.each([
  ['Phase', 'shared/src/method/phase.ts'],
  ['Undo', 'shared/src/room/undo.ts'],
])('docs/protocol.md has every field of %s', (name, path) => {
  expect([...rows(name, '###').keys()]).toEqual(fieldsOf(exported(path, name)));
});

it('docs/protocol.md has every farewell, trouble and message', () => {
  const messages = 'shared/src/protocol/messages.ts';
  const connecting = rows('Connecting', '##');
  const toServer = rows('To the server', '##');
  const trouble = members(exported(messages, 'Trouble')).map(literal);
  for (const farewell of farewells) expect(connecting.has(farewell), farewell).toBe(true);
  for (const field of fieldsOf(exported(messages, 'Handshake'))) expect(connecting.has(field)).toBe(true);
  for (const name of fieldsOf(exported(messages, 'CommandMessage')))
    expect(named(toServer.get('command')?.[0]).join(), name).toContain(name);
  for (const name of [...fieldsOf(exported(messages, 'ClientToServer')), ...trouble])
    expect(toServer.has(name), name).toBe(true);
  for (const name of [
    ...fieldsOf(exported(messages, 'ServerToClient')),
    ...fieldsOf(exported(messages, 'Snapshot')),
  ])
    expect(rows('From the server', '##').has(name), name).toBe(true);
  for (const name of fieldsOf(exported(messages, 'Waiting')))
    expect(doc).toMatch(new RegExp(`^\\*\\*\`waiting\`\\*\\*.*\\b${name}\\b`, 'm'));
  expect(doc).toContain(`The protocol number is **${protocolVersion}**`);
});

it('docs/protocol.md has every rejection with its sentence', () => {
  const said = (file: string) =>
    JSON.parse(read(`client/src/text/en/${file}.json`)) as Record<string, string>;
  const sentences = { ...said('rejection'), ...said('rejectionInPhases') };
  const table = [...rows('Rejections', '##')].map(([rejection, [sentence]]) => [rejection, sentence]);
  expect(table).toEqual(rejections.map((rejection) => [rejection, sentences[rejection]]));
});

const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root });

it.each(pages)('%s cites rules that are in SPEC.md, and files that are there', (page) => {
  const rules = [...read('shared/src/room/SPEC.md').matchAll(/^- \*\*([A-Z]{3}\d+)\*\*/gm)].map(
    ([, id]) => id,
  );
  const text = read(page);
  for (const [cited] of text.matchAll(/\b[A-Z]{3}\d{1,2}\b/g)) expect(rules).toContain(cited);
  for (const [, path] of text.matchAll(/`((?:shared|server|client|tests|scripts|docs)\/[\w./-]+)`/g))
    expect(existsSync(root + path!), path).toBe(true);
});
