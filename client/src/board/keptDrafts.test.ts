import { expect, it } from 'vitest';
import { roomIn, t0 } from '../participant/testRoom.ts';
import { calledFor, keepForMe, keptDrafts, keptWords, shareTogether, throwAway } from './keptDrafts.ts';
import { shareKept } from './shareKept.ts';
import { done, someDrafts, someSession } from './testSession.ts';

const one = { id: 'card-a', zone: 'questions' } as const;

it('keeps cards on the device, each with its words, until they are thrown away', () => {
  const drafts = someDrafts();
  keepForMe(drafts, 'card-a', 'questions', 'What if?');
  keepForMe(drafts, 'card-b', 'parking', 'Later');
  expect(keptDrafts(drafts).map(({ id, zone }) => [id, zone])).toEqual([
    ['card-a', 'questions'],
    ['card-b', 'parking'],
  ]);
  throwAway(drafts, 'card-a');
  expect(keptDrafts(drafts).map(({ id }) => id)).toEqual(['card-b']);
  expect(drafts.read(keptWords('card-a'))).toBe('');
});

it.each(['{', '{}', '[null, 3, {"id":"x","zone":"none"}]'])(
  'begins anew where the device holds what this page does not know: %s',
  (stored) => {
    const drafts = someDrafts();
    drafts.write('kept', stored);
    expect(keptDrafts(drafts)).toEqual([]);
  },
);

it('answers a call when it was marked before, once, and never when it was not marked', () => {
  const drafts = someDrafts();
  keepForMe(drafts, 'card-a', 'questions', 'What if?');
  const called = { ...roomIn('ask').run!, draftsAt: t0 };
  const kept = () => keptDrafts(drafts)[0]!;
  expect(calledFor(kept(), called)).toBe(false);
  shareTogether(drafts, 'card-a', true, null);
  expect(calledFor(kept(), roomIn('ask').run!)).toBe(false);
  expect(calledFor(kept(), called)).toBe(true);
  shareTogether(drafts, 'card-a', true, t0);
  expect(calledFor(kept(), called), 'marked after the call, it waits for the next').toBe(false);
  shareTogether(drafts, 'card-a', false, null);
  expect(calledFor(kept(), called)).toBe(false);
});

it('is on the board once, also when the answer to the first try was lost', async () => {
  const sent: unknown[] = [];
  const session = someSession(roomIn('ask'), (command) => {
    sent.push(command);
    return Promise.resolve({ ok: false, rejection: 'board/card-exists' });
  });
  keepForMe(session.drafts, one.id, one.zone, 'What if?');
  expect(await shareKept(session, one)).toBe('shared');
  expect(sent).toEqual([
    { type: 'writeCard', run: 'run-ask', card: one.id, zone: one.zone, text: 'What if?' },
  ]);
  expect(keptDrafts(session.drafts)).toEqual([]);
  expect(session.dismissed).toBe(1);
});

it('stays on the device when the board does not take it, or nobody can say', async () => {
  for (const [answer, how] of [
    [{ ok: false, rejection: 'board/closed' }, 'refused'],
    [{ ok: false, trouble: 'not-connected' }, 'later'],
  ] as const) {
    const session = someSession(roomIn('ask'), () => Promise.resolve(answer));
    keepForMe(session.drafts, one.id, one.zone, 'What if?');
    expect(await shareKept(session, one)).toBe(how);
    expect(session.drafts.read(keptWords(one.id))).toBe('What if?');
  }
});

it('turns what was typed while it was shared into a change of the card', async () => {
  const session = someSession(roomIn('ask'), () => {
    session.drafts.write(keptWords(one.id), 'What if not?');
    return Promise.resolve(done);
  });
  keepForMe(session.drafts, one.id, one.zone, 'What if?');
  await shareKept(session, one);
  expect(session.drafts.read('edit.card-a')).toBe('What if not?');
  expect(session.drafts.read('edition.card-a')).toBe('1');
});
