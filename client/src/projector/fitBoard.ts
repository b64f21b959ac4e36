import type { Wall } from '#shared/room/state.ts';
import type { WallBoard, WallWords } from './wallPicture.ts';
import { wallScale } from './wallScale.ts';

const focusAtMost = 3;
const linesAtMost = 8;
const usualGap = 3.4;

/**
 * What there is room for on a 4:3 wall, in units of the wall (wall.css), when its words are so large. A tall
 * head has two lines more, and leaves less between the words.
 */
const roomAt = (scale: number, tallHead: boolean) => ({
  /** Characters of a line: the focus, and the words below it. */
  focusHolds: Math.floor(30 / scale),
  lineHolds: Math.floor(32 / scale),
  /** 100 less margins and head, of which the words are 18. */
  pageHolds: 64 - 18 * (scale - 1) - (tallHead ? 3 + 12.6 * scale : 0),
  gap: tallHead ? 1.8 : usualGap,
  focusLine: 8.1 * scale,
  line: 7.6 * scale,
});
type Room = ReturnType<typeof roomAt>;

/** `lines` is set where the words are cut short, and says after how many lines. */
export type Fitted<Words> = Words & { readonly lines: number | null };

export interface BoardPage {
  readonly focus: Fitted<{ readonly text: string }> | null;
  readonly shown: readonly Fitted<WallWords>[];
  /** How many words stand on other pages. */
  readonly more: number;
}

/** Scripts whose letters are as wide as they are high take the place of two. */
const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1faff}]/u;
const places = (text: string): number => [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);

/** Lines the words take, broken between words; what is wider than a line is broken within. */
function linesOf(text: string, holds: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.trim().split(/\s+/)) {
    const length = places(word);
    if (used > 0 && used + 1 + length <= holds) {
      used += 1 + length;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.max(1, Math.ceil(length / holds)) - 1;
    used = length % holds || holds;
  }
  return lines;
}

const cut = (lines: number, atMost: number): number | null => (lines > atMost ? atMost : null);

/**
 * The board in pages that need no scrolling: the focus above each, and of the words as many as fit
 * whole. Each reads from the oldest on; the first has the newest, and the others lead back from there.
 * Words too long for a page are cut, and a focus where it would take their place. There is always one page.
 */
export function boardPages(board: WallBoard, size: Wall['size'], tallHead = false): BoardPage[] {
  const room = roomAt(wallScale[size], tallHead);
  const whole = pagesUnder(board, room, Math.floor(room.pageHolds / room.focusLine));
  const uncut = whole[0]!.shown.every(({ lines }) => lines === null);
  return whole.length === 1 && uncut ? whole : pagesUnder(board, room, focusAtMost);
}

function pagesUnder({ focus, words }: WallBoard, room: Room, focusMost: number): BoardPage[] {
  const { focusHolds, lineHolds, pageHolds, gap, focusLine, line } = room;
  const inFocus = Math.min(focusMost, linesOf(focus ?? '', focusHolds));
  const head = {
    text: focus ?? '',
    lines: cut(linesOf(focus ?? '', focusHolds), focusMost),
  };
  const height = pageHolds - inFocus * focusLine;
  const most = Math.min(linesAtMost - inFocus, Math.floor((height - gap) / line));
  const pages: Fitted<WallWords>[][] = [[]];
  let left = height;
  let lines = 0;
  for (const each of words.toReversed()) {
    const needs = Math.min(most, linesOf(each.text, lineHolds));
    const takes = gap + needs * line;
    if (takes > left || lines + needs > linesAtMost - inFocus) {
      pages.push([]);
      left = height;
      lines = 0;
    }
    pages.at(-1)!.unshift({ ...each, lines: cut(linesOf(each.text, lineHolds), most) });
    left -= takes;
    lines += needs;
  }
  return pages.map((shown) => ({
    focus: focus === null ? null : head,
    shown,
    more: words.length - shown.length,
  }));
}

/** A focus that has the wall for itself is set larger, where five such lines hold it. */
export const standsAlone = ({ focus, shown }: BoardPage, size: Wall['size']): boolean =>
  focus !== null && shown.length === 0 && linesOf(focus.text, Math.floor(22 / wallScale[size])) <= 5;

/** The page that shows when `wanted` was chosen: pages may have become fewer since. */
export const pageNow = (wanted: number, pages: number): number => Math.min(wanted, pages - 1);
