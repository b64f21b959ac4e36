import { expect, it } from 'vitest';
import { planAt } from '#shared/room/plan.ts';
import type { RoomState } from '#shared/room/state.ts';
import { minutes, sum } from '#shared/time.ts';
import { law, play } from '#tests/support/play.ts';

const total = ({ phases }: RoomState) => sum(phases.map(({ length }) => length));
const isShort = ({ phases }: RoomState) =>
  phases.every(({ turn, length, minimum }) => turn === null || length === 0 || length <= minimum);

it('PLA4 a second turn takes its minutes from the first, where the minimums allow it', () => {
  law((game) => {
    play(game, ({ room, before, wish, outcome }) => {
      if (wish?.type !== 'addTurn' || typeof outcome === 'string') return;
      const second = room.state.phases.filter(({ turn }) => turn === 1);
      expect(second.length).toBeGreaterThan(0);
      const needed = sum(second.filter(({ length }) => length > 0).map(({ minimum }) => minimum));
      const grown = total(room.state) - total(before);
      if (before.turns[0]!.stopped) return;
      expect(grown).toBeGreaterThanOrEqual(0);
      expect(grown).toBeLessThanOrEqual(needed + minutes(60));
      if (grown > 0 && !before.run) expect(isShort(room.state)).toBe(true);
    });
  });
});

it('PLA6 the minutes of a turn that is taken out are the first’s, or slack, and none is made', () => {
  law((game) => {
    play(game, ({ room, before, wish, outcome }) => {
      if (!wish || wish.type === 'undo' || typeof outcome === 'string') return;
      if (before.turns.length <= room.state.turns.length) return;
      const given = sum(outcome.flatMap((event) => (event.type === 'timeAdded' ? [event.by] : [])));
      expect(total(room.state) + given).toBeLessThanOrEqual(total(before));
      for (const phase of room.state.phases) {
        const was = before.phases.find(({ id }) => id === phase.id)!;
        expect(phase.length).toBeGreaterThanOrEqual(was.length);
      }
      if (!before.run && !isShort(before)) expect(total(room.state)).toBe(total(before));
    });
  });
});

it('PLA1 PLA2 PLA3 the plan keeps its shape, its minimums and its listening, and what has begun', () => {
  law((game) => {
    play(game, ({ room, before, wish, outcome }) => {
      if (!wish || wish.type === 'undo' || typeof outcome === 'string') return;
      if (!outcome.some(({ type }) => type === 'planChanged')) return;
      const at = before.phases.findIndex(({ id }) => id === before.run?.phase);
      expect(room.state.phases.slice(0, at + 1)).toEqual(before.phases.slice(0, at + 1));
      for (const { length, minimum, protected: listens, turn } of room.state.phases) {
        if (listens && turn !== null) expect(length).toBeGreaterThanOrEqual(minimum);
        expect(length === 0 || length >= minimum).toBe(true);
      }
    });
  });
});

it('PLA9 the plan at any moment: nothing takes less than no time, and it is in order', () => {
  law((game) => {
    play(game, ({ room }) => {
      const { phases, endsAt } = planAt(room.state, room.now);
      for (const { took } of phases) expect(took ?? 0).toBeGreaterThanOrEqual(0);
      const todo = phases.filter(({ state }) => state === 'todo');
      todo.slice(1).forEach(({ startsAt }, i) => expect(startsAt).toBeGreaterThanOrEqual(todo[i]!.startsAt));
      for (const { startsAt } of todo) expect(endsAt).toBeGreaterThanOrEqual(startsAt);
    });
  }, 60);
});
