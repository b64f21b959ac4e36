import { expect, it } from 'vitest';
import { parseCommand } from '#shared/room/commands.ts';
import { acting } from '#shared/room/actor.ts';
import { barrier } from '#shared/room/permissions.ts';
import { phaseAfter, phaseBefore } from '#shared/room/phases.ts';
import { law, play } from '#tests/support/play.ts';

it('STR2 STR3 PLA8 each phase that begins is the one after, going back the one before, or jumped to', () => {
  law((game) => {
    play(game, ({ before, wish, outcome }) => {
      if (typeof outcome === 'string') return;
      const started = outcome.filter((event) => event.type === 'phaseStarted');
      expect(started.length).toBeLessThanOrEqual(1);
      const back = outcome.some((event) => event.type === 'phaseEnded' && event.how === 'back');
      const next = (back ? phaseBefore(before) : phaseAfter(before))?.id;
      for (const event of started) expect(event.phase).toBe(wish?.type === 'jump' ? wish.phase : next);
    });
  });
});

it('STR3 a facilitator goes back neither from what the coachee paused nor to what the coachee ended', () => {
  law((game) => {
    play(game, ({ before, actor, wish, outcome }) => {
      if (typeof outcome === 'string' || !actor || wish?.type !== 'back') return;
      if (acting(before, actor).kind !== 'facilitator') return;
      expect(before.run?.clock).not.toMatchObject({ kind: 'paused', by: 'coachee' });
      const last = before.past.findLast(({ phase }) => phase === phaseBefore(before)?.id);
      expect(last?.by).not.toBe('coachee');
    });
  }, 80);
});

it('STR3 what is over was ended by who gave the command, by the one who asked, or by time', () => {
  law((game) => {
    play(game, ({ before, actor, wish, outcome }) => {
      if (typeof outcome === 'string') return;
      for (const event of outcome) {
        if (event.type !== 'phaseEnded') continue;
        const leads = actor && (wish?.type === 'answerAsk' || acting(before, actor).kind === 'facilitator');
        const speaksFor = actor?.kind === 'facilitator' && actor.speaksFor !== undefined;
        expect(event.by).toBe(!actor ? 'time' : leads && !speaksFor ? 'facilitator' : 'coachee');
      }
    });
  });
});

it('STR4 advancing destroys nothing', () => {
  law((game) => {
    play(game, ({ room, before, outcome }) => {
      if (typeof outcome === 'string' || !outcome.some(({ type }) => type === 'phaseEnded')) return;
      const { cards, agreements, turns, people } = room.state;
      expect({ cards, agreements, turns }).toEqual({
        cards: before.cards,
        agreements: before.agreements,
        turns: before.turns,
      });
      expect(people).toHaveLength(before.people.length);
      for (const [i, { role, nextRole, ...person }] of people.entries()) {
        const { role: was, nextRole: planned, ...others } = before.people[i]!;
        expect(person).toEqual(others);
        if (was === 'facilitator') expect(role).toBe(was);
        expect([null, planned]).toContain(nextRole);
      }
    });
  });
});

it('cards, people, agreements, steps and past runs only ever grow in number, but for what is taken back', () => {
  law((game) => {
    play(game, ({ room, before, wish }) => {
      const { state } = room;
      const all = ['cards', 'people', 'agreements', 'past'] as const;
      for (const kind of all.slice(0, wish?.type === 'undo' ? 3 : 4)) {
        const now = new Set<string>(state[kind].map(({ id }) => id));
        expect(
          before[kind].filter(({ id }) => !now.has(id)),
          kind,
        ).toEqual([]);
      }
      for (const [turn, { step }] of before.turns.entries())
        if (step) expect(state.turns[turn]?.step).not.toBeNull();
    });
  });
});

it('CMD4 a command that names an old run is refused, with phase/over unless it is barred anyway', () => {
  law((game) => {
    play(game, ({ room, name, wish }) => {
      const old = room.state.past.at(-1);
      if (!wish || !old || !('run' in (parseCommand({ run: old.id, ...wish }) ?? {}))) return;
      if (name!.includes(' for ')) return;
      const barred = barrier(room.state, wish.type, acting(room.state, room.actor(name!)));
      const ended = room.state.endedAt !== null ? 'session/ended' : 'phase/over';
      room.expectRefused(name!, { ...wish, run: old.id } as typeof wish, barred ?? ended);
    });
  });
});

it('TUR7 a phase of a turn never runs without its coachee', () => {
  law((game) => {
    play(game, ({ room }) => {
      const turn = room.phase?.turn ?? null;
      if (turn !== null) expect(room.state.turns[turn]!.coachee).not.toBeNull();
    });
  });
});
