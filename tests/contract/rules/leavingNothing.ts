import { beforeEach, expect, it } from 'vitest';
import type { EventStore, Head } from '#server/store/eventStore.ts';
import { batchOf, cardWritten, personJoined, wroteCard } from '#tests/support/storedEvents.ts';
import type { OpenedStore } from '../eventStoreContract.ts';

/** The words are planted, looked for in every form, found with the key, and then gone. */
export function leavingNothing(opened: () => OpenedStore): void {
  const word = (of: string): string => `Zaunkönig-Žluť 鶺鴒 "${of}"`;
  const all = ['name', 'card', 'entry', 'author', 'kept'].map(word);
  const head: Head = { version: 3, lastEventId: 'e3', box: 1 };
  const store = (): EventStore => opened().store;
  const found = (keys: 'with keys' | 'without keys'): string[] =>
    all.filter((words) => opened().finds?.(words, keys));

  beforeEach(async () => {
    const events = [
      personJoined('e1', word('name')),
      cardWritten('e2', word('card')),
      cardWritten('e3', word('kept')),
    ];
    await store().create('other', '222222222', batchOf({ events: [cardWritten('o1')] }));
    await store().create(
      'room',
      '111111111',
      batchOf({ events, sealed: [wroteCard(word('entry'), word('author'))] }),
    );
  });

  it('was found before with the key, and never without', () => {
    expect(found('with keys')).toEqual(all);
    expect(found('without keys')).toEqual([]);
  });

  it('is found nowhere once the room is forgotten, though the key was kept', async () => {
    expect(found('with keys')).toEqual(all);
    await store().forget('room');
    expect(found('with keys')).toEqual([]);
  });

  it('is found nowhere once an event is rewritten, though the room keeps its key', async () => {
    expect(found('with keys')).toContain(word('card'));
    const rewritten = [{ version: 2, event: cardWritten('e2', '') }];
    await store().append('room', head, batchOf({ events: [cardWritten('e4')], rewritten }));
    expect(found('with keys')).toEqual(all.filter((words) => words !== word('card')));
  });

  it.each([
    ['taken out, its name neither', null, ['entry', 'author']],
    ['replaced', 'somebody else', ['author']],
  ])('is found nowhere after a stop when an entry of the box was %s', async (_, author, gone) => {
    expect(found('with keys')).toContain(word('author'));
    const entry = { kind: 'author', key: word('entry'), value: author } as const;
    await store().append('room', head, batchOf({ sealed: [entry] }));
    await store().close();
    expect(found('with keys')).toEqual(all.filter((words) => !gone.map(word).includes(words)));
  });
}
