import { fitPhases, longestSession, shortestSession } from '#shared/method/fit.ts';
import { oneFullTurn } from '#shared/method/oneFullTurn.ts';
import { minutes } from '#shared/time.ts';

/** The plan of One full turn for a meeting, as whole minutes of each phase. Null outside its span. */
export function plannedMinutes(total: number): number[] | null {
  if (!Number.isInteger(total) || total < shortestSession || total > longestSession) return null;
  return fitPhases(oneFullTurn, total)?.map((phase) => Math.round(phase.length / minutes(1))) ?? null;
}

const least = oneFullTurn.map((phase) => Math.round(phase.minimum / minutes(1)));

/** Whether a phase may become a minute shorter or longer without breaking a minimum or the span. */
export function mayChange(plan: readonly number[], phase: number, by: 1 | -1): boolean {
  const total = plan.reduce((a, b) => a + b, 0) + by;
  return plan[phase]! + by >= least[phase]! && total >= shortestSession && total <= longestSession;
}

/** Minutes until a time of day typed as `16:45`, `16.45` or `1645`, today or tomorrow; null when it is no time. */
export function minutesUntil(timeOfDay: string, now: Date): number | null {
  const [, hours, mins] = /^(\d{1,2})[:.h ]?(\d{2})$/.exec(timeOfDay.trim()) ?? [];
  if (hours === undefined || mins === undefined || Number(hours) > 23 || Number(mins) > 59) return null;
  const day = 24 * 60;
  const until = Number(hours) * 60 + Number(mins) - (now.getHours() * 60 + now.getMinutes());
  return (until + day) % day;
}
