import { expect, it } from 'vitest';
import { acting } from '#shared/room/actor.ts';
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

const afterwards: readonly (string | undefined)[] = [
  'actionUndone',
  'personLeft',
  'floorFreed',
  'handLowered',
  'scribeNamed',
  'deputyNamed',
  'coacheeWithdrew',
  'planChanged',
  'cardSetAside',
  'cardBroughtBack',
  'turnShown',
  'cardReleased',
  'cardForgotten',
  'keepingShortened',
  'forgettingAsked',
];

it('CMD5 after the end nothing follows but taking along, forgetting, leaving and taking the end back', () => {
  law((game) => {
    play(game, ({ before, outcome }) => {
      if (before.endedAt === null || typeof outcome === 'string') return;
      for (const { type } of outcome) expect(afterwards).toContain(type);
    });
  });
});

it('CMD1 CMD2 nothing follows from a command that is barred', () => {
  law((game) => {
    play(game, ({ before, actor, wish, outcome }) => {
      if (!wish || !actor || ('speaksFor' in actor && actor.speaksFor)) return;
      const barred = barrier(before, wish.type, acting(before, actor));
      if (barred) expect(outcome).toBe(barred);
    });
  });
});
