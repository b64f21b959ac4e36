import type { PhaseKind, Role } from '#shared/method/phase.ts';
import stems from './en/stem.json';

type StemGroup = keyof typeof stems;

/** In listening there are none, on purpose: the empty space is the instruction. */
const groups: Readonly<Record<PhaseKind, readonly StemGroup[]>> = {
  agree: [],
  focus: ['focusing'],
  listen: [],
  echo: ['paraphrase'],
  ask: ['focusing', 'clarifying', 'reflecting'],
  reps: ['practice', 'evidence'],
  plan: ['plan'],
  close: ['evidence'],
};

/**
 * The coachee has stems only where they plan; the others have none there, so that it stays quiet. While
 * the coachee welcomes `ideas`, the tentative ones, and only then.
 */
export function stemsFor(
  kind: PhaseKind,
  role: Role,
  ideas = false,
): { group: string; title: string; stems: readonly string[] }[] {
  if ((kind === 'plan') !== (role === 'coachee')) return [];
  return (ideas ? (['tentative'] as const) : groups[kind]).map((group) => ({
    group,
    ...stems[group],
  }));
}
