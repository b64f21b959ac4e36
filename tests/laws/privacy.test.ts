import { expect, it } from 'vitest';
import type { StoredEvent } from '#shared/room/events.ts';
import { openedFor } from '#shared/room/sealed.ts';
import type { Wish } from '#tests/support/given.ts';
import { law, play } from '#tests/support/play.ts';

/** Every text in a value, however deep, keys included. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [key, ...texts(part)]);
}

/** What somebody did without saying so: the event has no one's id in it. */
const saysNobody: readonly StoredEvent['type'][] = [
  'cardWritten',
  'cardEdited',
  'cardMoved',
  'cardSetAside',
  'cardBroughtBack',
  'cardReleased',
  'cardForgotten',
  'agreementAsked',
  'stepShared',
];

it('BOA3 BOA8 KEE3 KEE4 events and cards say nothing of who wrote, moved, released or forgot', () => {
  law((game) => {
    const room = play(game);
    const people = new Set(room.state.people.map(({ id }) => id));
    const named = (value: unknown) => texts(value).filter((text) => people.has(text));
    const hidden = <T extends object>(thing: T) => ({ ...thing, by: null });
    expect(named(room.state.cards.map(hidden))).toEqual([]);
    for (const event of room.log)
      if (saysNobody.includes(event.type)) expect(named(hidden(event)), event.type).toEqual([]);
  });
});

it('BOA6 a card says who wrote it only where the group shows names, and then the truth', () => {
  law((game) => {
    const { state, sealed } = play(game);
    for (const { id, by } of state.cards) expect(by).toBe(state.namesShown ? sealed.author[id] : null);
  });
});

/** What is between somebody and the facilitators, or not for the room at all. */
const quiet: readonly Wish['type'][] = [
  'offer',
  'invite',
  'declineInvitation',
  'turnAway',
  'makeLink',
  'withdrawLink',
  'offerConsole',
  'declineConsole',
  'signal',
  'answerSignal',
];

it('TUR1 TUR3 TUR5 DOO1 DOO4 FAC2 FAC9 from what is sealed no event follows', () => {
  law((game) => {
    play(game, ({ room, before, wish, outcome }) => {
      if (!wish || typeof outcome === 'string') return;
      const knocks = wish.type === 'join' && !outcome.some(({ type }) => type === 'personJoined');
      if (!knocks && !quiet.includes(wish.type)) return;
      expect(outcome).toEqual([]);
      expect(room.state).toBe(before);
    });
  });
});

it('the room is the same whatever was sealed without coming to anything', () => {
  const sealedWords = [
    'offer',
    'invitation',
    'declined',
    'knock',
    'turnedAway',
    'signal',
    'handover',
    'author',
  ];
  law((game) => {
    const room = play(game);
    const words = new Set(texts([room.state, room.log]));
    for (const word of sealedWords) expect(words).not.toContain(word);
  }, 60);
});

it('DOO1 whoever stands at the door is nowhere in the room', () => {
  law((game) => {
    const room = play(game);
    const words = new Set(texts([room.state, room.log]));
    for (const key of Object.keys(room.sealed.knock)) expect(words).not.toContain(key);
  }, 60);
});

it('DOO9 of whoever was removed nothing is left that they offered, wanted, or were asked', () => {
  law((game) => {
    const { state, sealed } = play(game);
    for (const { id, presence } of state.people)
      if (presence === 'removed')
        for (const kind of ['offer', 'invitation', 'signal', 'handover'] as const)
          expect(sealed[kind]).not.toHaveProperty(id);
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
