import { fitPhases } from '#shared/method/fit.ts';
import { practiceAdded } from '#shared/method/moveMinutes.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { minutes } from '#shared/time.ts';
import type { DemoOptions } from './options.ts';
import { cast, group } from './script/cast.ts';

/** The room as `POST /api/rooms` takes it. Practice may make the meeting longer than was wished. */
export function wishFor({ minutes: total, practice }: Pick<DemoOptions, 'minutes' | 'practice'>) {
  const wish = { minutes: total, name: group, people: cast.length };
  if (!practice) return wish;
  const plan = fitPhases(oneFullTurn, total) ?? oneFullTurn;
  const changed = practiceAdded(plan) ?? [];
  const lengths = plan.map(
    ({ id, length }) => (changed.find(({ phase }) => phase === id)?.length ?? length) / minutes(1),
  );
  return { ...wish, minutes: lengths.reduce((a, b) => a + b, 0), lengths };
}
