import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { tooHeavy } from '../../scripts/pageLimits.ts';
import { pageWeights, type Script } from '../../scripts/pageWeights.ts';

/** Of so many bytes that packing cannot shorten by much. */
const script = (fileName: string, bytes: number, more: Partial<Script> = {}): Script => ({
  fileName,
  code: randomBytes(bytes).toString('latin1'),
  imports: [],
  dynamicImports: [],
  moduleIds: [`/src/${fileName}`],
  modules: { [fileName]: { renderedLength: bytes } },
  ...more,
});

const asked = [
  'recordAsMarkdown.ts',
  'recordAsJson.ts',
  'calendarReminder.ts',
  'copyAsMarkdown.ts',
  'session/afterLoss.svelte.ts',
  'artifact/ArtifactPanel.svelte',
  'participant/ParticipantPage.svelte',
];
const rooms = [
  'projector/WallRoom.svelte',
  'console/ConsoleRoom.svelte',
  'home/HomePage.svelte',
  'lobby/JoinPage.svelte',
];
const participant = 'participant/ParticipantRoom.svelte';
const built = [
  script('App.svelte', 100, { imports: ['svelte'], dynamicImports: [...rooms, participant] }),
  script('svelte', 10_000),
  script(participant, 1_000, {
    imports: ['room'],
    dynamicImports: ['later', 'artifact/ArtifactPanel.svelte'],
  }),
  script('room', 1_000, { imports: ['svelte'] }),
  script('later', 1_000, { imports: ['after'] }),
  script('after', 1_000),
  ...[...rooms, ...asked].map((name) => script(name, 50_000)),
];

test('a page weighs what it loads and what it fetches later, but not what is asked for, or other pages', () => {
  const { files } = pageWeights(built).participant;
  expect([...files].sort()).toEqual(['App.svelte', 'after', 'later', participant, 'room', 'svelte'].sort());
});

test('what comes behind a page weighs nothing until it stands', () => {
  const { first, whole } = pageWeights(built).participant;
  const behind = 2_000;
  expect(whole - first).toBeGreaterThanOrEqual(behind);
  const sentence = tooHeavy(
    'participant',
    { first, whole, heaviest: [], files: [] },
    { first: 1, whole: 100 },
  );
  expect(sentence).toEqual([expect.stringContaining('before it stands')]);
});

test('a page over its limit is named, with its weight, the limit and its heaviest module', () => {
  const weight = pageWeights(built).participant;
  expect(tooHeavy('participant', weight, { first: 100, whole: 100 })).toEqual([]);
  const [sentence, ...more] = tooHeavy('participant', weight, { first: 100, whole: 5 });
  expect(more, 'each limit has a sentence of its own').toEqual([]);
  expect(sentence).toContain('"participant"');
  expect(sentence).toContain('5 kB is the most');
  expect(sentence).toContain('svelte (10.0 kB');
});
