import { expect, it } from 'vitest';
import { timeLeft } from '#shared/room/clock.ts';
import { peoplePresent } from '#shared/room/people.ts';
import { isProtected } from '#shared/room/permissions.ts';
import type { RoomState } from '#shared/room/state.ts';
import { scopeOf } from '#shared/room/undo.ts';
import { leftOut } from '#shared/room/voices.ts';
import { latest } from '#shared/time.ts';
import { law, play, type Step } from '#tests/support/play.ts';

const undoes = ({ wish, outcome }: Step): boolean =>
  wish?.type === 'undo' && typeof outcome !== 'string' && outcome.length > 0;

const written = ({ cards, agreements, turns, people, scribe, code }: RoomState) => ({
  cards,
  agreements,
  scribe,
  code,
  steps: turns.map(({ step }) => step).filter(Boolean),
  coachees: turns
    .map(({ coachee, stopped, withheld }) => ({ coachee, stopped, withheld }))
    .filter((t) => t.coachee),
  people: people.map(({ role: _, nextRole: __, ...person }) => person),
});

it('UND7 whatever is taken back, words, consent, stops and people are untouched, and no hand goes up but one that was taken', () => {
  law((game) => {
    play(game, (step) => {
      if (!undoes(step)) return;
      const { before, room } = step;
      expect(written(room.state)).toEqual(written(before));
      for (const hand of room.state.hands)
        if (!before.hands.includes(hand)) expect(hand).toEqual(before.floor.hand);
    });
  }, 80);
});

it('UND2 UND3 UND4 UND6 phase, time and plan are as they were before the action', () => {
  law((game) => {
    play(game, (step) => {
      if (!undoes(step)) return;
      const { state, now } = step.room;
      const { action, at, before } = step.before.undo!;
      const moment = latest(now, step.before.changedAt);
      expect(state.undo).toBeNull();
      if (scopeOf(action) === 'structure') expect(state.phases).toEqual(before.phases);
      if (scopeOf(action) === 'phase') {
        expect(state.past).toEqual(before.past);
        expect(state.endedAt).toBe(before.endedAt);
        expect(state.run?.phase).toBe(before.run?.phase);
      }
      if (scopeOf(action) === 'floor' || !before.run) return;
      if (scopeOf(action) === 'structure') return;
      expect(state.run!.clock.kind).toBe(before.run.clock.kind);
      expect(state.run!.length).toBe(before.run.length);
      const then = action === 'addTime' ? moment : at;
      expect(timeLeft(state.run!.clock, moment)).toBe(timeLeft(before.run.clock, then));
    });
  }, 80);
});

it('UND5 UND9 FLO16 the floor is whose it was, unless they have gone or pass always', () => {
  law((game) => {
    play(game, (step) => {
      if (!undoes(step) || scopeOf(step.before.undo!.action) !== 'floor') return;
      const { holder } = step.before.undo!.before.floor;
      const here =
        peoplePresent(step.before).some(({ id }) => id === holder) &&
        !leftOut(step.room.state).some((id) => id === holder);
      if (here) expect(step.room.state.floor.holder).toBe(holder);
    });
  }, 80);
});

it('UND10 in listening no undo leaves the coachee less than they have', () => {
  law((game) => {
    play({ ...game, from: 'listen' }, (step) => {
      const { before, room } = step;
      const now = latest(room.now, before.changedAt);
      const phase = before.phases.find(({ id }) => id === before.run?.phase) ?? null;
      if (!undoes(step) || !isProtected(before, phase, now)) return;
      if (before.undo!.action === 'restart' || room.state.run!.phase !== phase!.id) return;
      const left = timeLeft(before.run!.clock, now)!;
      expect(timeLeft(room.state.run!.clock, now)).toBeGreaterThanOrEqual(left);
    });
  });
});

it('UND1 the same undo twice takes back once', () => {
  law((game) => {
    play(game, (step) => {
      if (undoes(step)) step.room.expectRefused(step.name!, step.wish!, 'undo/overtaken');
    });
  });
});
