import type { PhaseKind, Zone } from '#shared/method/phase.ts';
import { personById, turnNow } from '#shared/room/people.ts';
import { currentPhase } from '#shared/room/phases.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import { minutes, seconds, type Duration, type Instant } from '#shared/time.ts';
import { cardsOfTurn } from '../board/cardsOfTurn.ts';
import { measureTime, type MeasureTime } from '../measure/measureTime.ts';
import { wallLine } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';

/** Which of its pictures the wall shows. */
export type WallKind = 'lobby' | 'time' | 'board' | 'curtain' | 'ended';

export function wallKind(room: RoomState): WallKind {
  if (room.endedAt !== null) return 'ended';
  if (room.wall.view === 'curtain') return 'curtain';
  const phase = currentPhase(room);
  if (!phase || phase.kind === 'agree') return 'lobby';
  return room.wall.view;
}

/** Who has the floor, for everyone to see. */
export const floorHolder = (room: RoomState): Person | null => personById(room, room.floor.holder);

/** Lines hold this many characters at the size of the wall's sentences, also on a 4:3 projector. */
const lineHolds = 26;
/** A milestone is said for this long after it was passed. */
const saidFor = seconds(20);

/** The wall's one voice: the state in words, or what to do now. Never more than two lines. */
export function bottomLine(room: RoomState, now: Instant): { lines: readonly string[]; state: boolean } {
  const phase = currentPhase(room);
  if (!phase) return { lines: [t('ui.time.ready')], state: false };
  const words = stateWords(measureTime(room, now));
  return words === null
    ? { lines: sentences(wallLine(phase.kind)), state: false }
    : { lines: [words], state: true };
}

function stateWords({ state, left }: MeasureTime): string | null {
  const justPassed = (mark: Duration) => left !== null && left <= mark && left > mark - saidFor;
  switch (state) {
    case 'ready':
      return t('ui.time.ready');
    case 'last':
      if (justPassed(minutes(2))) return t('ui.time.left2');
      return justPassed(minutes(1)) ? t('ui.time.left1') : null;
    case 'zero':
      return t('ui.time.zero');
    case 'extra':
      return t('ui.time.extra');
    case 'paused':
      return t('ui.time.paused');
    case 'running':
    case 'untimed':
      return null;
  }
}

/** "Listen without speaking. Let silence be." stands on two lines; what needs more flows as one. */
function sentences(line: string): string[] {
  const parts = line.split(/(?<=\.) /);
  return parts.length === 2 && parts.every((part) => part.length <= lineHolds) ? parts : [line];
}

/** Which zones' words belong on the wall in a phase; the focus always stands above them. */
const zonesOf: Readonly<Partial<Record<PhaseKind, readonly Zone[]>>> = {
  echo: ['heard'],
  ask: ['questions'],
  plan: ['insights', 'steps'],
  close: ['takeaways'],
};

export interface WallWords {
  readonly id: string;
  readonly text: string;
}

export interface WallBoard {
  readonly focus: string | null;
  /** What matters most first: the coachee's step where they plan, then the newest. */
  readonly words: readonly WallWords[];
}

export function wallBoard(room: RoomState): WallBoard {
  const kept = cardsOfTurn(room);
  const phase = currentPhase(room)?.kind;
  const wanted = (phase && zonesOf[phase]) ?? [];
  const shown = kept.filter(({ zone }) => wanted.includes(zone)).flatMap((each) => each.kept);
  const focus = kept.find(({ zone }) => zone === 'focus')?.kept.at(-1)?.text ?? null;
  return { focus, words: [...(phase === 'plan' ? stepWords(room) : []), ...shown.toReversed()] };
}

/** What the coachee put on the board of their step: what they will do, and how they will begin. */
function stepWords(room: RoomState): WallWords[] {
  const step = turnNow(room)?.step;
  if (!step) return [];
  return (['what', 'sentence'] as const)
    .map((field) => ({ id: field, text: step[field].trim() }))
    .filter(({ text }) => text !== '');
}
