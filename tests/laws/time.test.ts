import { expect, it } from 'vitest';
import { timeLeft } from '#shared/room/clock.ts';
import { nextDeadline } from '#shared/room/deadlines.ts';
import { latest } from '#shared/time.ts';
import { law, play } from '#tests/support/play.ts';

it('TIM8 a tick before anything is due does nothing, and the same tick twice acts once', () => {
  law((game) => {
    play(game, ({ room, before, wish, outcome }) => {
      if (wish) return;
      const due = nextDeadline(before);
      const now = latest(room.now, before.changedAt);
      if (due === null || due > now) expect(outcome).toEqual([]);
      else expect(outcome).not.toEqual([]);
      expect(room.tick()).toEqual([]);
    });
  });
});

it('TIM7 a tick makes one transition at most', () => {
  law((game) => {
    play(game, ({ wish, outcome }) => {
      if (wish || typeof outcome === 'string') return;
      expect(outcome.filter(({ type }) => type === 'phaseStarted').length).toBeLessThanOrEqual(1);
      expect(outcome.some(({ type }) => type === 'sessionEnded')).toBe(false);
    });
  });
});

it('TIM1 what is left changes by time passing, and by what adds, restarts or begins', () => {
  law((game) => {
    play(game, ({ room, before, outcome }) => {
      const run = room.state.run;
      if (!run || before.run?.id !== run.id || typeof outcome === 'string') return;
      const now = latest(room.now, before.changedAt);
      const [was, is] = [timeLeft(before.run.clock, now), timeLeft(run.clock, now)];
      const added = outcome.reduce((sum, event) => sum + (event.type === 'timeAdded' ? event.by : 0), 0);
      if (outcome.some(({ type }) => type === 'phaseRestarted')) expect(is).toBe(run.length);
      else expect(is).toBe(was === null ? null : was + added);
    });
  });
});

it('STR3 a phase begins with its whole time, or going back with what was left', () => {
  law((game) => {
    play(game, ({ room, before, outcome }) => {
      if (typeof outcome === 'string' || !outcome.some(({ type }) => type === 'phaseStarted')) return;
      const run = room.state.run!;
      const phase = room.phase!;
      const back = outcome.some((event) => event.type === 'phaseEnded' && event.how === 'back');
      const last = before.past.findLast((past) => past.phase === phase.id);
      const left = back && last ? last.left : phase.length;
      expect(timeLeft(run.clock, latest(room.now, before.changedAt))).toBe(phase.timed ? left : null);
      expect(run.length).toBe(back && last ? last.length : phase.length);
    });
  });
});

it('TIM9 a protected phase is cut before its zero by the coachee, their yes, or their silence', () => {
  law((game) => {
    play(game, ({ room, before, name, outcome }) => {
      if (!before.run || typeof outcome === 'string') return;
      const phase = before.phases.find(({ id }) => id === before.run!.phase)!;
      const now = latest(room.now, before.changedAt);
      if (!phase.protected || (timeLeft(before.run.clock, now) ?? 0) <= 0) return;
      for (const event of outcome) {
        const cut =
          (event.type === 'phaseEnded' && event.how !== 'back') ||
          (event.type === 'timeAdded' && event.by < 0);
        if (!cut) continue;
        const coachee = name !== null && room.id(name) === before.turns[0]!.coachee;
        expect(coachee || event.unreached).toBe(true);
      }
    });
  }, 200);
});
