import type { WallBoard, WallWords } from './wallPicture.ts';

/** Characters of a line at the size of the board's words, on a 4:3 wall; the lines it holds in all. */
const lineHolds = 32;
const linesAtMost = 6;
const focusAtMost = 3;

/** `lines` is set where the words are cut short, and says after how many lines. */
export type Fitted<Words> = Words & { readonly lines: number | null };

export interface FittedBoard {
  readonly focus: Fitted<{ readonly text: string }> | null;
  readonly shown: readonly Fitted<WallWords>[];
  /** How many have no place. */
  readonly more: number;
}

/** Scripts whose letters are as wide as they are high take the place of two. */
const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{1f300}-\u{1faff}]/u;
const places = (text: string): number => [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
const linesOf = (text: string): number => Math.max(1, Math.ceil(places(text) / lineHolds));
const cut = (text: string, atMost: number): number | null => (linesOf(text) > atMost ? atMost : null);

/** What of the board has a place on the wall: the focus, the first words, and as many more as fit whole. */
export function fitBoard({ focus, words }: WallBoard): FittedBoard {
  let left = linesAtMost - Math.min(focusAtMost, linesOf(focus ?? ''));
  const shown: Fitted<WallWords>[] = [];
  for (const [i, each] of words.entries()) {
    const last = i === words.length - 1;
    const room = left - (last ? 0 : 1);
    const lines = i === 0 ? cut(each.text, room) : null;
    const taken = lines ?? linesOf(each.text);
    if (taken > room) break;
    shown.push({ ...each, lines });
    left -= taken;
  }
  return {
    focus: focus === null ? null : { text: focus, lines: cut(focus, focusAtMost) },
    shown,
    more: words.length - shown.length,
  };
}
