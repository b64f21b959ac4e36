import type { PhaseKind, Zone } from '#shared/method/phase.ts';
import { turnNow } from '#shared/room/people.ts';
import { currentPhase } from '#shared/room/phases.ts';
import type { RoomState } from '#shared/room/state.ts';
import { cardsOfTurn } from '../board/cardsOfTurn.ts';
import { labelOf } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';

/** Which of its pictures the wall shows. */
export type WallKind = 'lobby' | 'agree' | 'time' | 'board' | 'curtain' | 'check' | 'ended';

export function wallKind(room: RoomState): WallKind {
  if (room.endedAt !== null) return 'ended';
  if (room.wall.curtain) return 'curtain';
  if (room.wall.check) return 'check';
  const phase = currentPhase(room);
  if (!phase) return 'lobby';
  return phase.kind === 'agree' ? 'agree' : room.wall.view;
}

/** Whose turn it is, where there is more than one; null where that needs no saying. */
export const turnOf = (room: RoomState): string | null =>
  room.turns.length > 1 && currentPhase(room)?.turn != null
    ? labelOf(room, turnNow(room)?.coachee ?? null)
    : null;

/** What stands in the place of the focus. */
export function noFocus(room: RoomState): string {
  if (turnNow(room)?.withheld) return t('wall.withheld');
  const name = turnOf(room);
  return name === null ? t('wall.noFocus') : t('wall.noFocusOf', { name });
}

/** Which zones' words belong on the wall in a phase; the focus always stands above them. */
const zonesOf: Readonly<Partial<Record<PhaseKind, readonly Zone[]>>> = {
  echo: ['heard'],
  ask: ['questions'],
  reps: ['runs'],
  plan: ['insights', 'steps'],
  close: ['takeaways'],
};

export interface WallWords {
  readonly id: string;
  readonly text: string;
}

export interface WallBoard {
  readonly focus: string | null;
  /** As they were said, the oldest first; where they plan, the coachee's step comes last. */
  readonly words: readonly WallWords[];
}

/** Nothing of a turn whose coachee keeps it off the wall. */
export function wallBoard(room: RoomState): WallBoard {
  if (turnNow(room)?.withheld) return { focus: null, words: [] };
  const kept = cardsOfTurn(room);
  const phase = currentPhase(room)?.kind;
  const wanted = (phase && zonesOf[phase]) ?? [];
  const shown = kept.filter(({ zone }) => wanted.includes(zone)).flatMap((each) => each.kept);
  const focus = kept.find(({ zone }) => zone === 'focus')?.kept.at(-1)?.text ?? null;
  return { focus, words: [...shown, ...(phase === 'plan' ? stepWords(room) : [])] };
}

/** What the coachee put on the board of their step: what they will do, and how they will begin. */
function stepWords(room: RoomState): WallWords[] {
  const step = turnNow(room)?.step;
  if (!step) return [];
  return (['what', 'sentence'] as const)
    .map((field) => ({ id: field, text: step[field].trim() }))
    .filter(({ text }) => text !== '');
}
