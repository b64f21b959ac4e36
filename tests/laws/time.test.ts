import { expect, it } from 'vitest';
import { timeLeft } from '#shared/room/clock.ts';
import { endsByItselfAt, nextDeadline } from '#shared/room/deadlines.ts';
import { personOf } from '#shared/room/actor.ts';
import { coacheeOf } from '#shared/room/people.ts';
import { isCoachee, isProtected } from '#shared/room/permissions.ts';
import { timeAhead } from '#shared/room/phases.ts';
import { hours, instant, latest } from '#shared/time.ts';
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
    play(game, ({ room, before, wish, outcome }) => {
      if (wish || typeof outcome === 'string') return;
      expect(outcome.filter(({ type }) => type === 'phaseStarted').length).toBeLessThanOrEqual(1);
      const end = endsByItselfAt(before);
      const over = end !== null && end <= latest(room.now, before.changedAt);
      expect(outcome.some(({ type }) => type === 'sessionEnded')).toBe(over);
    });
  });
});

it('TIM1 what is left changes by time passing, and by what adds, restarts or begins', () => {
  law((game) => {
    play(game, ({ room, before, wish, outcome }) => {
      const run = room.state.run;
      if (wish?.type === 'undo' || !run || before.run?.id !== run.id || typeof outcome === 'string') return;
      const now = latest(room.now, before.changedAt);
      const [was, is] = [timeLeft(before.run.clock, now), timeLeft(run.clock, now)];
      const added = outcome.reduce((sum, event) => sum + (event.type === 'timeAdded' ? event.by : 0), 0);
      if (outcome.some(({ type }) => type === 'phaseRestarted')) expect(is).toBe(run.length);
      else expect(is).toBe(was === null ? null : was + added);
    });
  });
});

it('STR2 STR3 a phase begins with its whole time, or goes on with what was left', () => {
  law((game) => {
    play(game, ({ room, before, outcome }) => {
      if (typeof outcome === 'string' || !outcome.some(({ type }) => type === 'phaseStarted')) return;
      const run = room.state.run!;
      const phase = room.phase!;
      const back = outcome.some((event) => event.type === 'phaseEnded' && event.how === 'back');
      const last = before.past.findLast((past) => past.phase === phase.id);
      const goesOn = back && last ? { length: last.length, left: last.left } : timeAhead(before, phase);
      expect(timeLeft(run.clock, latest(room.now, before.changedAt))).toBe(phase.timed ? goesOn.left : null);
      expect(run.length).toBe(goesOn.length);
    });
  });
});

it('STR8 whatever was played, a session that nobody touches ends by itself, when it is due and once', () => {
  law((game) => {
    const room = play(game);
    if (!room.state.run) return;
    room.now = latest(room.now, room.state.changedAt);
    for (let ticks = 0; room.state.endedAt === null; ticks++) {
      expect(ticks).toBeLessThanOrEqual(room.state.phases.length + 1);
      const due = latest(room.now, nextDeadline(room.state)!);
      if (due > room.now) {
        room.now = instant(due - 1);
        expect(room.tick()).toEqual([]);
      }
      room.now = due;
      expect(room.tick()).not.toEqual([]);
    }
    expect(room.state.past.at(-1)).toMatchObject({ how: 'end', by: 'time' });
    expect(room.later(hours(24)).tick()).toEqual([]);
  });
});

it('TIM9 a protected phase is cut before its zero by the coachee, their yes, or where they cannot be reached', () => {
  law((game) => {
    play(game, ({ room, before, name, actor, outcome }) => {
      if (!before.run || typeof outcome === 'string') return;
      const phase = before.phases.find(({ id }) => id === before.run!.phase)!;
      const now = latest(room.now, before.changedAt);
      if (!isProtected(before, phase, now)) return;
      for (const event of outcome) {
        const cut =
          (event.type === 'phaseEnded' && event.how !== 'back') ||
          (event.type === 'timeAdded' && event.by < 0);
        if (!cut) continue;
        const coachee = actor !== null && isCoachee(before, personOf(actor));
        const ends = outcome.some(({ type }) => type === 'sessionEnded');
        if (name === null) expect(ends).toBe(true);
        else expect(coachee || event.unreached).toBe(true);
      }
    });
  }, 120);
});

it('TIM11 only a coachee who is not here is unreached', () => {
  const seen = new Set<string>();
  law((game) => {
    play({ ...game, from: 'listen' }, ({ before, outcome }) => {
      if (typeof outcome === 'string') return;
      if (!outcome.some((event) => 'unreached' in event && event.unreached)) return;
      seen.add(coacheeOf(before)!.presence);
    });
  }, 120);
  expect(seen).toContain('left');
  expect(['away', 'left', 'removed']).toEqual(expect.arrayContaining([...seen]));
});
