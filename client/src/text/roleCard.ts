import type { PhaseKind, Role } from '#shared/method/phase.ts';
import craft from './en/craft.json';
import { filled } from './text.ts';

type CardLines = readonly [now: string, holdBack: string, attempt: string];

/** The role card: what to do now, what to hold back from, what to try; another one while `ideas` are welcome. */
export function cardLines(kind: PhaseKind, role: Role, coacheeName: string, ideas = false): CardLines {
  const lines = ideas ? craft.cardIdeas[role] : craft.card[role][kind];
  const [now = '', holdBack = '', attempt = ''] = lines.map((line) => filled(line, { name: coacheeName }));
  return [now, holdBack, attempt];
}

/** A line in quotation marks is spoken, and set in the serif. */
export const quoted = (line: string): boolean => line.startsWith('“');
