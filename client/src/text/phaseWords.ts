import type { PersonId } from '#shared/ids.ts';
import type { Phase, PhaseKind, Role } from '#shared/method/phase.ts';
import { personById } from '#shared/room/people.ts';
import type { Agreement, Person, RoomState } from '#shared/room/state.ts';
import craft from './en/craft.json';
import ui from './en/ui.json';
import { filled } from './text.ts';

export const phaseTitle = (phase: Phase): string => phase.title ?? craft.phase[phase.kind];

/** The one line the wall says in a phase. */
export const wallLine = (kind: PhaseKind): string => craft.wall[kind];

type CardLines = readonly [now: string, holdBack: string, attempt: string];

/** The role card: what to do now, what to hold back from, what to try; another one while `ideas` are welcome. */
export function cardLines(kind: PhaseKind, role: Role, coacheeName: string, ideas = false): CardLines {
  const lines = ideas ? craft.cardIdeas[role] : craft.card[role][kind];
  const [now = '', holdBack = '', attempt = ''] = lines.map((line) => filled(line, { name: coacheeName }));
  return [now, holdBack, attempt];
}

type StemGroup = keyof typeof craft.stem;

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
    title: ui.stemGroup[group],
    stems: craft.stem[group],
  }));
}

/** A line in quotation marks is spoken, and set in the serif. */
export const quoted = (line: string): boolean => line.startsWith('“');

/** Standard agreements have their words here; those a group asked for bring their own. */
export function agreementText({ id, text }: Agreement): string {
  const standard = Number(/^standard-(\d)$/.exec(id)?.[1]);
  return text ?? craft.agreement[standard - 1] ?? id;
}

/** "Sam", and "Sam 2" for the next of that name, in the order they came. */
export function personLabel(room: RoomState, person: Person): string {
  const alike = room.people.filter(({ name }) => name === person.name);
  const nth = alike.findIndex(({ id }) => id === person.id);
  return nth > 0 ? `${person.name} ${nth + 1}` : person.name;
}

export function labelOf(room: RoomState, id: PersonId | null): string | null {
  const person = personById(room, id);
  return person && personLabel(room, person);
}
