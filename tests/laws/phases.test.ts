import { expect, it } from 'vitest';
import { parseCommand } from '#shared/room/commands.ts';
import { barrier } from '#shared/room/permissions.ts';
import { phaseAfter, phaseBefore } from '#shared/room/phases.ts';
import { law, play } from '#tests/support/play.ts';

it('STR2 STR3 each phase that begins is the one after, or going back the one before', () => {
  law((game) => {
    play(game, ({ before, outcome }) => {
      if (typeof outcome === 'string') return;
      const started = outcome.filter((event) => event.type === 'phaseStarted');
      expect(started.length).toBeLessThanOrEqual(1);
      const back = outcome.some((event) => event.type === 'phaseEnded' && event.how === 'back');
      for (const event of started)
        expect(event.phase).toBe((back ? phaseBefore(before) : phaseAfter(before))?.id);
    });
  });
});

it('STR3 a facilitator goes back neither from what the coachee paused nor to what the coachee ended', () => {
  law((game) => {
    play(game, ({ room, before, name, wish, outcome }) => {
      if (typeof outcome === 'string' || name === null || wish?.type !== 'back') return;
      const coachee = before.turns[0]!.coachee;
      if (coachee !== null && room.id(name) === coachee) return;
      expect(before.run?.clock).not.toMatchObject({ kind: 'paused', by: 'coachee' });
      const last = before.past.findLast(({ phase }) => phase === phaseBefore(before)?.id);
      expect(last?.by).not.toBe('coachee');
    });
  }, 160);
});

it('STR3 what is over was ended by who gave the command, by the one who asked, or by time', () => {
  law((game) => {
    play(game, ({ room, before, name, wish, outcome }) => {
      if (typeof outcome === 'string') return;
      for (const event of outcome) {
        if (event.type !== 'phaseEnded') continue;
        const own = name !== null && room.id(name) === before.turns[0]!.coachee && wish?.type !== 'answerAsk';
        expect(event.by).toBe(name === null ? 'time' : own ? 'coachee' : 'facilitator');
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
      for (const [i, person] of people.entries()) {
        const was = before.people[i]!;
        expect(person).toEqual(was.role === null ? { ...was, role: person.role } : was);
      }
    });
  });
});

it('cards, people, agreements, steps and past runs only ever grow in number', () => {
  law((game) => {
    play(game, ({ room, before }) => {
      const { state } = room;
      for (const kind of ['cards', 'people', 'agreements', 'past'] as const) {
        const now = state[kind].map(({ id }) => id);
        expect(now.slice(0, before[kind].length)).toEqual(before[kind].map(({ id }) => id));
      }
      if (before.turns[0]!.step) expect(state.turns[0]!.step).not.toBeNull();
    });
  });
});

it('CMD4 a command that names an old run is refused, with phase/over unless it is barred anyway', () => {
  law((game) => {
    play(game, ({ room, name, wish }) => {
      const old = room.state.past.at(-1);
      if (!wish || !old || !('run' in (parseCommand({ run: old.id, ...wish }) ?? {}))) return;
      const barred = barrier(room.state, wish.type, room.actor(name!));
      const ended = room.state.endedAt !== null ? 'session/ended' : 'phase/over';
      room.expectRefused(name!, { ...wish, run: old.id } as typeof wish, barred ?? ended);
    });
  });
});

it('TUR7 a phase of a turn never runs without its coachee', () => {
  law((game) => {
    play(game, ({ room }) => {
      if (room.phase?.turn === 0) expect(room.state.turns[0]!.coachee).not.toBeNull();
    });
  });
});
