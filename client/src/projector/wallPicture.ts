import type { Person, RoomState } from '#shared/room/state.ts';
import { personById } from '#shared/room/people.ts';
import { currentPhase } from '#shared/room/phases.ts';
import type { Card } from '#shared/room/state.ts';
import type { Zone } from '#shared/method/phase.ts';
import { measureTime, type MeasureTime } from '../measure/measureTime.ts';
import { wallLine } from '../text/phaseWords.ts';
import { t } from '../text/text.ts';
import type { Instant } from '#shared/time.ts';

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

/** The wall's one voice: the state in words, or what to do now. Each part is a line of its own. */
export function bottomLine(room: RoomState, now: Instant): { lines: readonly string[]; state: boolean } {
  const phase = currentPhase(room);
  if (!phase) return { lines: [t('ui.time.ready')], state: false };
  const time = measureTime(room, now);
  const words = stateWords(time);
  const prompt = sentences(wallLine(phase.kind));
  return words
    ? { lines: [words, ...(time.state === 'extra' ? prompt.slice(0, 1) : [])], state: true }
    : { lines: prompt, state: false };
}

function stateWords({ state }: MeasureTime): string | null {
  switch (state) {
    case 'ready':
      return t('ui.time.ready');
    case 'last':
      return null;
    case 'zero':
      return t('ui.time.zero');
    case 'extra':
      return t('wall.extra');
    case 'paused':
      return t('ui.time.paused');
    case 'running':
    case 'untimed':
      return null;
  }
}

/** "Listen without speaking. Let silence be." stands on two lines. */
const sentences = (line: string): string[] => line.split(/(?<=\.) /);

/** Which zone's words belong on the wall in a phase; the focus always stands above them. */
const zoneOf: Readonly<Record<string, Zone>> = {
  echo: 'heard',
  ask: 'questions',
  plan: 'insights',
  close: 'takeaways',
};

export interface WallBoard {
  readonly focus: string | null;
  /** Newest first. */
  readonly cards: readonly Card[];
}

export function wallBoard(room: RoomState): WallBoard {
  const shown = room.cards.filter((card) => !card.aside);
  const zone = zoneOf[currentPhase(room)?.kind ?? ''];
  const focus = shown.findLast((card) => card.zone === 'focus')?.text ?? null;
  return { focus, cards: shown.filter((card) => card.zone === zone).reverse() };
}

/** Characters of a line, and lines below the focus, that the wall holds at its usual size. */
const lineHolds = 30;
const linesAtMost = 6;

/** The newest cards that fit with the focus; the rest is said as a number. */
export function fitting({ focus, cards }: WallBoard): readonly Card[] {
  const linesOf = (text: string) => Math.max(1, Math.ceil(text.length / lineHolds));
  let room = linesAtMost - linesOf(focus ?? ' ');
  return cards.filter((card, i) => {
    room -= linesOf(card.text);
    return i === 0 || room >= 0;
  });
}
