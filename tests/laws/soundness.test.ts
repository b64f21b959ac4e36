import { expect, it } from 'vitest';
import { barrier } from '#shared/room/permissions.ts';
import { rejections } from '#shared/room/rejections.ts';
import { broken } from '#shared/room/invariants.ts';
import { law, play } from '#tests/support/play.ts';

/** The kit checks every invariant after every event; here they only have to be reached. */
it('no invariant is ever broken', () => {
  law((game) => expect(broken(play(game).state)).toEqual([]), 160);
});

it('what is refused is refused for a reason on the list, and changes nothing', () => {
  law((game) => {
    play(game, ({ room, before, outcome }) => {
      if (typeof outcome !== 'string') return;
      expect(rejections).toContain(outcome);
      expect(room.state).toBe(before);
    });
  });
});

it('CMD7 moments and identities of events never go back or repeat', () => {
  law((game) => {
    const { log } = play(game);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    log.slice(1).forEach((event, i) => expect(event.at).toBeGreaterThanOrEqual(log[i]!.at));
  });
});

it('CMD5 nothing follows the end', () => {
  law((game) => {
    const { log } = play(game);
    const end = log.findIndex(({ type }) => type === 'sessionEnded');
    if (end >= 0) expect(end).toBe(log.length - 1);
  });
});

it('CMD1 CMD2 nothing follows from a command that is barred', () => {
  law((game) => {
    play(game, ({ room, before, name, wish, outcome }) => {
      if (!wish) return;
      const joined = wish.type === 'join' && Array.isArray(outcome);
      const barred = joined ? null : barrier(before, wish.type, room.actor(name!));
      if (barred) expect(outcome).toBe(barred);
    });
  });
});
