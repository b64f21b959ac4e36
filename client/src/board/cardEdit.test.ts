import { expect, it } from 'vitest';
import { card } from '../participant/testRoom.ts';
import { beginEdit, bothWordings, changedMeanwhile, endEdit, isEdited } from './cardEdit.ts';
import { someDrafts } from './testSession.ts';

it('begins with the words on the board and knows which edition they were', () => {
  const drafts = someDrafts();
  const first = card('a');
  beginEdit(drafts, first);
  expect(drafts.read('edit.a')).toBe('Words of a');
  expect(isEdited(drafts, first)).toBe(true);
  expect(changedMeanwhile(drafts, first)).toBe(false);
  expect(changedMeanwhile(drafts, card('a', { edition: 2 }))).toBe(true);
});

it('is over without a trace, also for a card that changes afterwards', () => {
  const drafts = someDrafts();
  beginEdit(drafts, card('a'));
  endEdit(drafts, card('a'));
  expect(isEdited(drafts, card('a'))).toBe(false);
  expect(changedMeanwhile(drafts, card('a', { edition: 3 }))).toBe(false);
});

it('puts both wordings into one field, and knows then of the newer one', () => {
  const drafts = someDrafts();
  beginEdit(drafts, card('a'));
  drafts.write('edit.a', 'My words');
  bothWordings(drafts, card('a', { text: 'Their words', edition: 2 }));
  expect(drafts.read('edit.a')).toBe('My words\nTheir words');
  expect(changedMeanwhile(drafts, card('a', { edition: 2 }))).toBe(false);
  expect(changedMeanwhile(drafts, card('a', { edition: 3 }))).toBe(true);
});
