/// <reference lib="dom" />
import type { Page } from '@playwright/test';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One line of words as it is inked: from the top of its tallest letter to the foot of its deepest. */
export interface Line {
  readonly words: string;
  readonly ink: Box;
  /** What can show of it: whatever it lies in that cuts and cannot be scrolled. */
  readonly window: Box;
  /** What shows of it as things are scrolled now. */
  readonly seen: Box;
  /** Lines of one text never cover each other; what floats covers what it floats over. */
  readonly text: number;
  readonly layer: number;
  /** In pixels. */
  readonly size: number;
  readonly tabular: boolean;
  /** Names a place that is known to cut, and says the whole in a title. */
  readonly titled: boolean;
  /** For whoever stands at the machine that shows a wall, and not for the room. */
  readonly near: boolean;
}

export interface Picture extends Box {
  readonly layer: number;
}

export interface Target {
  readonly name: string;
  readonly box: Box;
  readonly seen: Box;
  readonly layer: number;
  /** A link inside a sentence has the height of its line. */
  readonly inSentence: boolean;
}

/** Everything that the checks ask of a page, in pixels of its window. */
export interface Reading {
  readonly width: number;
  readonly height: number;
  /** How far the page reaches sideways. */
  readonly reach: number;
  readonly lines: readonly Line[];
  readonly pictures: readonly Picture[];
  readonly targets: readonly Target[];
  /** How many places are read out when they change; with a dialog open, only those in it are heard. */
  readonly voices: number;
  /** Words of which a part stands on the next line, without a hyphen. */
  readonly broken: readonly string[];
  /** Texts that end in an ellipsis. */
  readonly shortened: readonly string[];
}

/** Reads what is on a page when its fonts are there and it has been painted. */
export const readPage = (page: Page): Promise<Reading> => page.evaluate(read);

/** Runs in the page, so that nothing outside of it is at hand. */
async function read(): Promise<Reading> {
  await document.fonts.ready;
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const { innerWidth: width, innerHeight: height } = window;
  const reach = document.documentElement.scrollWidth;
  const brush = document.createElement('canvas').getContext('2d')!;
  const parentsOf = (element: Element): Element[] => {
    const parents = [];
    for (let at: Element | null = element; at; at = at.parentElement) parents.push(at);
    return parents;
  };
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  /** Hidden from eyes, as a link that shows with the focus on it; or a copy in small of what is looked at by itself. */
  const unseen = (element: Element) =>
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
    element.closest('[inert]') !== null ||
    parentsOf(element).some((parent) => styleOf(parent).clipPath === 'inset(50%)');
  const layers: Element[] = [document.documentElement];
  const layerOf = (element: Element): number => {
    const floats = (at: Element) =>
      ['fixed', 'sticky'].includes(styleOf(at).position) || at.matches(':modal') || at.matches('[popover]');
    const top = parentsOf(element).find(floats) ?? document.documentElement;
    if (!layers.includes(top)) layers.push(top);
    return layers.indexOf(top);
  };
  const everywhere: Box = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  const within = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  /** What the things around an element leave of it, first those that cut, then those that scroll too. */
  const windowsOf = (element: Element): { window: Box; seen: Box } => {
    let [window, seen, reachable] = [everywhere, everywhere, false];
    for (const parent of parentsOf(element)) {
      if (parent === document.body || parent === document.documentElement) continue;
      const { overflowX, overflowY } = styleOf(parent);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const { left, top, right, bottom } = parent.getBoundingClientRect();
      const box = {
        ...everywhere,
        ...(overflowX !== 'visible' && { left, right }),
        ...(overflowY !== 'visible' && { top, bottom }),
      };
      seen = within(seen, box);
      reachable ||= [overflowX, overflowY].some((how) => how === 'auto' || how === 'scroll');
      if (!reachable) window = within(window, box);
    }
    return { window, seen };
  };
  const boxOf = ({ left, top, right, bottom }: DOMRect): Box => ({ left, top, right, bottom });

  const lines: Line[] = [];
  const broken: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = 0; walker.nextNode(); text++) {
    const node = walker.currentNode as Text;
    const element = node.parentElement!;
    const words = node.data.replace(/\s+/g, ' ').trim();
    if (words === '' || unseen(element) || element.closest('option, script, style')) continue;
    const style = styleOf(element);
    const size = parseFloat(style.fontSize);
    brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const letters = brush.measureText(words);
    const range = document.createRange();
    range.selectNodeContents(node);
    if (range.getClientRects().length > 1)
      for (const { 0: word, index } of node.data.matchAll(/[^\s\u00ad-]{2,}/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
        if (new Set(tops).size > 1) broken.push(word);
      }
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const baseline = rect.top + letters.fontBoundingBoxAscent;
      const ink = {
        left: rect.left,
        right: rect.right,
        top: baseline - letters.actualBoundingBoxAscent,
        bottom: baseline + letters.actualBoundingBoxDescent,
      };
      const { window, seen } = windowsOf(element);
      lines.push({
        words,
        ink,
        window,
        seen: within(ink, seen),
        text,
        layer: layerOf(element),
        size,
        tabular: style.fontVariantNumeric.includes('tabular-nums'),
        titled: element.closest('[title]') !== null,
        near: element.closest('[data-near]') !== null,
      });
    }
  }

  const targets: Target[] = [];
  const pressable = 'button, a[href], input, select, textarea, summary, [role="switch"], [role="radio"]';
  for (const element of document.querySelectorAll(pressable)) {
    if (unseen(element) || element.matches('[type="hidden"]')) continue;
    const label = element.matches('input') ? element.closest('label') : null;
    const named = element.matches('input[type="checkbox"], input[type="radio"]')
      ? (label ?? document.querySelector(`label[for="${element.id}"]`))
      : null;
    const boxes = [element, ...(named ? [named] : [])].map((one) => one.getBoundingClientRect());
    const sentence = element.matches('a, button') && styleOf(element).display === 'inline';
    const box = {
      left: Math.min(...boxes.map(({ left }) => left)),
      top: Math.min(...boxes.map(({ top }) => top)),
      right: Math.max(...boxes.map(({ right }) => right)),
      bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
    };
    targets.push({
      name: (element.getAttribute('aria-label') ?? (element.textContent.trim() || element.outerHTML)).slice(
        0,
        60,
      ),
      box,
      seen: within(box, windowsOf(element).seen),
      layer: layerOf(element),
      inSentence: sentence && element.parentElement!.textContent.trim() !== element.textContent.trim(),
    });
  }

  const shortened = [...document.querySelectorAll<HTMLElement>('body *')]
    .filter((element) => {
      const { textOverflow, webkitLineClamp } = styleOf(element);
      const cutAcross = textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth;
      const cutBelow = webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 1;
      return (cutAcross || cutBelow) && !unseen(element) && !element.closest('[title]');
    })
    .map((element) => element.textContent.trim());

  const pictures = [...document.querySelectorAll('img, svg[role="img"], canvas')]
    .filter((element) => !unseen(element))
    .map((element) => ({ ...boxOf(element.getBoundingClientRect()), layer: layerOf(element) }));
  const front = document.querySelector('dialog:modal') ?? document;
  const voices = front.querySelectorAll('[role="status"], [role="alert"], [aria-live]').length;
  return { width, height, reach, lines, pictures, targets, voices, broken, shortened };
}
