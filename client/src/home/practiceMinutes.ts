import { practiceAdded } from '#shared/method/moveMinutes.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { minutes } from '#shared/time.ts';
import { plannedMinutes } from './plannedMinutes.ts';

/** Where practice stands in the plan. */
export const practiceAt = oneFullTurn.findIndex(({ repeats }) => repeats === 'runs');

/** The plan with practice in it, its minutes taken from phases that can spare them; as it is when it has it. */
export function withPractice(plan: readonly number[]): number[] {
  const phases = oneFullTurn.map((phase, i) => ({ ...phase, length: minutes(plan[i] ?? 0) }));
  const changed = practiceAdded(phases) ?? [];
  return phases.map(({ id, length }) => {
    const next = changed.find(({ phase }) => phase === id)?.length ?? length;
    return Math.round(next / minutes(1));
  });
}

/** The plan without practice: each minute goes to the phase that is furthest below its usual share. */
export function withoutPractice(plan: readonly number[]): number[] {
  const total = plan.reduce((a, b) => a + b, 0);
  const usual = plannedMinutes(total) ?? oneFullTurn.map(({ length }) => length / minutes(1));
  const rest = plan.map((length, i) => (i === practiceAt ? 0 : length));
  const lack = (i: number): number => (i === practiceAt ? -Infinity : usual[i]! - rest[i]!);
  for (let free = plan[practiceAt]!; free > 0; free--) {
    const most = rest.reduce((best, _, i) => (lack(i) > lack(best) ? i : best), 0);
    rest[most]! += 1;
  }
  return rest;
}
