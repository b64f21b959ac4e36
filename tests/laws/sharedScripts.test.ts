import { expect, test } from 'vitest';
import { sharedScript, type Modules } from '../../scripts/sharedScripts.ts';

const none: readonly string[] = [];
/** Of each module what it needs, and what it may fetch later. */
const graph: Readonly<
  Record<string, { readonly needs?: readonly string[]; readonly later?: readonly string[] }>
> = {
  app: { needs: ['svelte'], later: ['participant', 'wall', 'home'] },
  participant: { needs: ['svelte', 'rules', 'socket', 'lobby'], later: ['phases'] },
  wall: { needs: ['svelte', 'rules', 'socket', 'measure', 'plan'], later: ['board'] },
  home: { needs: ['svelte', 'rules', 'measure', 'plan', 'form'] },
  phases: { needs: ['measure', 'socket'] },
  // They come round to where they began.
  socket: { needs: ['frames'] },
  frames: { needs: ['socket'] },
};
const modules: Modules = (id) => ({
  importedIds: graph[id]?.needs ?? none,
  dynamicallyImportedIds: graph[id]?.later ?? none,
});
const script = sharedScript(modules, 'app');

test('what the same pages wait for is in one script, however deep it lies', () => {
  expect(script('socket')).not.toBeNull();
  expect(script('frames')).toBe(script('socket'));
});

test('a page gets no script for the sake of another: home has rules, and no socket', () => {
  expect(script('rules')).not.toBeNull();
  expect(script('rules')).not.toBe(script('socket'));
});

test('what comes behind a page brings along nothing that only others wait for', () => {
  expect(script('measure'), 'the phases bring it to a participant later').not.toBeNull();
  expect(script('measure')).not.toBe(script('plan'));
});

test('what one page has by itself, and what the app brings to all, is left where the build puts it', () => {
  expect(script('lobby')).toBeNull();
  expect(script('form')).toBeNull();
  expect(script('svelte')).toBeNull();
});
