import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { emptyRoom, fold } from '#shared/room/evolve.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { broken } from '#shared/room/invariants.ts';
import type { RoomState } from '#shared/room/state.ts';
import { upcast } from '#shared/room/upcast.ts';
import { instant } from '#shared/time.ts';
import { law, play } from '#tests/support/play.ts';

/**
 * A log of every release, and the state it folds to: what was stored then is read as it was meant.
 * A release adds its own: play a whole session with `tests/support/given.ts`, with every event the
 * release writes, and keep the meeting's log and state as `tests/fixtures/logs/<version>.json`. The
 * events of a file that is there are never changed. Its state is, when the state gets another shape;
 * an event that got another shape is brought up to date on read, and in this fold.
 */
interface GoldenLog {
  readonly events: readonly StoredEvent[];
  readonly state: RoomState;
}

const folder = new URL('../fixtures/logs/', import.meta.url).pathname;
const files = globSync('*.json', { cwd: folder }).sort();
const read = (file: string) => JSON.parse(readFileSync(folder + file, 'utf8')) as GoldenLog;

it('every release has its log, this one too', () => {
  const root = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(root, 'utf8')) as { version: string };
  expect(files.map((file) => basename(file, '.json'))).toContain(version);
});

it.each(files)('the log %s folds to the state it was kept with', (file) => {
  const { events, state } = read(file);
  const room = fold(events.map(upcast), emptyRoom(instant(0)));
  expect(room).toStrictEqual(state);
  expect(broken(room)).toEqual([]);
});

it.each(files)('the log %s is a whole session', (file) => {
  const types = read(file).events.map(({ type }) => type);
  expect(types[0]).toBe('roomOpened');
  expect(types).toContain('sessionEnded');
  expect(new Set(types).size).toBeGreaterThan(35);
});

it('the newest log has an event of every type there is', () => {
  const source = readFileSync(new URL('../../shared/src/room/events.ts', import.meta.url), 'utf8');
  const all = [...source.matchAll(/readonly type: '(\w+)'/g)].map(([, type]) => type!);
  expect(all.length).toBeGreaterThan(60);
  const written = new Set<string>(read(files.at(-1)!).events.map(({ type }) => type));
  expect(all.filter((type) => !written.has(type))).toEqual([]);
});

it('an event of today is not changed by bringing it up to date', () => {
  law((game) => {
    for (const event of play(game).log) expect(upcast(event)).toEqual(event);
  }, 40);
});

it('a curtain of 0.2.0 is one over the time', () => {
  const wall = { view: 'curtain', dimmed: true, seconds: 'all', page: 2 };
  const event = { type: 'wallSet', wall, id: 'id', at: instant(0) } as unknown as StoredEvent;
  expect(upcast(event)).toMatchObject({ wall: { ...wall, view: 'time', curtain: true, chime: 'none' } });
});

it('what 0.1.0 did not know is as if nobody had asked for it', () => {
  const { events } = read('0.1.0.json');
  const room = fold(events.map(upcast), emptyRoom(instant(0)));
  expect(room).toMatchObject({
    entry: { waiting: false, locked: false },
    namesShown: false,
    scribe: null,
    deputy: null,
    undo: null,
    wall: { page: 0, curtain: false, size: 'm', chime: 'none' },
  });
  expect(room.phases.map(({ replies, ideas, repeats }) => [replies, ideas, repeats])).toEqual(
    room.phases.map(() => [null, false, null]),
  );
  for (const person of room.people) expect(person).toMatchObject({ device: true, nextRole: null });
  for (const card of room.cards)
    expect(card).toMatchObject({ by: null, scribed: false, released: false, forgotten: false });
});
