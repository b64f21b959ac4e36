/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/** What the checks ask of a record as it is printed. */
export interface Sheets {
  /** CSS colours, each with the words that have it. */
  readonly inks: readonly (readonly [colour: string, words: string])[];
  /** Colours that lie behind words. */
  readonly grounds: readonly string[];
  /** Whether the browser draws the sheet itself for light words. */
  readonly dark: boolean;
  /** Titles that stand alone at the foot of a sheet, and tables that two sheets share, each with its height. */
  readonly torn: readonly string[];
}

/** Heights of sheets in pixels: with so many, every part meets an edge. */
const heights = Array.from({ length: 20 }, (_, i) => 140 + 23 * i);

/** Lays a printed page of a dimmed room out on sheets as a browser does, which fills columns by the same rules. */
export const readSheets = (page: Page): Promise<Sheets> => page.evaluate(read, heights);

/** Runs in the page, so that nothing outside of it is at hand. */
function read(heights: readonly number[]): Sheets {
  const paper = document.querySelector('article')!;
  const root = document.documentElement;
  const wasDimmed = root.classList.contains('dimmed');
  root.classList.add('dimmed');
  const elements = [...paper.querySelectorAll<HTMLElement>('*')];
  const isOwn = (node: Node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '';
  const worded = elements.filter((element) => [...element.childNodes].some(isOwn));
  const inks = worded.map((element) => [getComputedStyle(element).color, element.textContent] as const);
  const around: Element[] = [];
  for (let at: Element | null = paper; at; at = at.parentElement) around.push(at);
  const grounds = [...elements, ...around]
    .map((element) => getComputedStyle(element).backgroundColor)
    .filter((colour) => colour !== 'rgba(0, 0, 0, 0)');

  const [gap, width] = [40, paper.getBoundingClientRect().width];
  const lines = (element: Element): DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter((rect) => rect.width > 1);
  };
  const tables = [...paper.querySelectorAll('table')].map((table) => {
    const whole = table.closest('section') ?? table;
    return { table, height: whole.getBoundingClientRect().height };
  });
  const torn: string[] = [];
  for (const height of heights) {
    Object.assign(paper.style, {
      columns: `${width}px auto`,
      columnGap: `${gap}px`,
      columnFill: 'auto',
      blockSize: `${height}px`,
    });
    const start = paper.getBoundingClientRect().left;
    const sheetOf = ({ left }: DOMRect) => Math.floor((left - start + gap / 2) / (width + gap));
    for (const title of paper.querySelectorAll('h1, h2, h3')) {
      const after = title.nextElementSibling;
      if (after && sheetOf(lines(title).at(-1)!) !== sheetOf(lines(after)[0]!))
        torn.push(`“${title.textContent}” ends a sheet of ${height} px`);
    }
    for (const { table, height: least } of tables)
      if (least < height && new Set(lines(table).map(sheetOf)).size > 1)
        torn.push(`a table is on two sheets of ${height} px`);
    paper.removeAttribute('style');
  }
  const dark = getComputedStyle(root).colorScheme === 'dark';
  root.classList.toggle('dimmed', wasDimmed);
  return { inks, grounds, dark, torn };
}
