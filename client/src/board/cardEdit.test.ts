import { expect, it } from 'vitest';
import type { Drafts } from '../session/session.ts';
import { card } from '../participant/testRoom.ts';
import { beginEdit, changedMeanwhile, endEdit, isEdited } from './cardEdit.ts';

function onDevice(): Drafts {
  const kept = new Map<string, string>();
  return {
    read: (name) => kept.get(name) ?? '',
    write: (name, text) => void kept.set(name, text),
    clear: (name) => void kept.delete(name),
  };
}

it('begins with the words on the board and knows which edition they were', () => {
  const drafts = onDevice();
  const first = card('a');
  beginEdit(drafts, first);
  expect(drafts.read('edit.a')).toBe('Words of a');
  expect(isEdited(drafts, first)).toBe(true);
  expect(changedMeanwhile(drafts, first)).toBe(false);
  expect(changedMeanwhile(drafts, card('a', { edition: 2 }))).toBe(true);
});

it('is over without a trace, also for a card that changes afterwards', () => {
  const drafts = onDevice();
  beginEdit(drafts, card('a'));
  endEdit(drafts, card('a'));
  expect(isEdited(drafts, card('a'))).toBe(false);
  expect(changedMeanwhile(drafts, card('a', { edition: 3 }))).toBe(false);
});
