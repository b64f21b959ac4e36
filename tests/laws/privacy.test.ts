import { expect, it } from 'vitest';
import type { StoredEvent } from '#shared/room/events.ts';
import { openedFor } from '#shared/room/sealed.ts';
import { law, play } from '#tests/support/play.ts';

/** Every text in a value, however deep, keys included. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...texts(part)]);
}

const says: Partial<Record<StoredEvent['type'], 'nobody'>> = {
  cardWritten: 'nobody',
  cardEdited: 'nobody',
  cardSetAside: 'nobody',
  cardBroughtBack: 'nobody',
  agreementAsked: 'nobody',
  stepShared: 'nobody',
};

it('BOA3 events and cards say nothing of who wrote', () => {
  law((game) => {
    const room = play(game);
    const people = new Set(room.state.people.map(({ id }) => id));
    const named = (value: unknown) => texts(value).filter((text) => people.has(text));
    expect(named(room.state.cards)).toEqual([]);
    for (const event of room.log) if (says[event.type]) expect(named(event), event.type).toEqual([]);
  });
});

it('TUR1 TUR3 TUR5 from offers, invitations and declines no event follows', () => {
  law((game) => {
    play(game, ({ room, before, wish, outcome }) => {
      if (!wish || !['offer', 'invite', 'declineInvitation'].includes(wish.type)) return;
      if (typeof outcome !== 'string') expect(outcome).toEqual([]);
      expect(room.state).toBe(before);
    });
  });
});

it('the room is the same whatever was sealed without coming to anything', () => {
  law((game) => {
    const room = play(game);
    const words = new Set(texts([room.state, room.log]));
    for (const word of ['offer', 'invitation', 'declined', 'author']) expect(words).not.toContain(word);
  }, 60);
});

it('BOA3 TUR1 nobody opens an entry that is not theirs, and authorship not even a facilitator', () => {
  law((game) => {
    const room = play(game);
    for (const { id, role } of room.state.people)
      for (const entry of openedFor(room.sealed, { person: id, facilitator: role === 'facilitator' })) {
        const theirs = entry.kind === 'author' ? entry.value === id : entry.key === id;
        expect(theirs || (entry.kind !== 'author' && role === 'facilitator')).toBe(true);
      }
  }, 60);
});
