/** In milliseconds. The answer to a press has come by then; what goes later was taken by somebody else. */
const ownAct = 2_000;

/**
 * Keeps the place of somebody without a mouse whose own press takes away what they pressed: the focus goes
 * back to it if it has only been moved, else to what is named beforehand (`data-return-to` around the
 * press, `data-place` where it leads), else to the heading of the nearest part of the page that is still
 * there. Never on account of anybody else. Returns what ends it.
 */
export function keepPlace(): () => void {
  let frame = 0;
  const forget = () => cancelAnimationFrame(frame);

  function watch(event: MouseEvent): void {
    forget();
    const pressed = document.activeElement;
    // A mouse or finger has a count of its presses; a key has none.
    if (event.detail > 0 || !(pressed instanceof HTMLElement) || pressed === document.body) return;
    const place = placeOf(pressed);
    const until = performance.now() + ownAct;
    let mine: Element = pressed;
    // The answer may take away once more what stood in the place of the press.
    const look = (now: number): void => {
      const focused = document.activeElement;
      const lost = focused === null || focused.matches('body, dialog');
      if (lost) mine = back(pressed, place) ?? mine;
      else if (focused !== mine) return;
      if (now < until) frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
  }

  addEventListener('click', watch, { capture: true });
  addEventListener('pointerdown', forget, { capture: true });
  return () => {
    forget();
    removeEventListener('click', watch, { capture: true });
    removeEventListener('pointerdown', forget, { capture: true });
  };
}

interface Place {
  readonly returnTo: string | undefined;
  /** From the nearest on. */
  readonly parts: readonly Element[];
}

const parts = 'section, form, dialog, main';

function placeOf(pressed: HTMLElement): Place {
  const around: Element[] = [];
  for (let part = pressed.closest(parts); part; part = part.parentElement?.closest(parts) ?? null)
    around.push(part);
  return { returnTo: pressed.closest<HTMLElement>('[data-return-to]')?.dataset.returnTo, parts: around };
}

/** What has the focus now; null when there was nowhere to go. */
function back(pressed: HTMLElement, { returnTo, parts }: Place): HTMLElement | null {
  if (seen(pressed)) return take(pressed);
  const named = [...document.querySelectorAll<HTMLElement>('[data-place]')].find(
    (one) => one.dataset.place === returnTo && seen(one) && one.innerText !== '',
  );
  if (named) return take(named);
  const open = document.querySelector('dialog[open]') ?? document.querySelector('main');
  for (const part of [...parts, open]) {
    const heading = part?.isConnected ? headingOf(part) : undefined;
    if (heading) return take(heading);
  }
  return null;
}

function headingOf(part: Element): HTMLElement | undefined {
  const all = [...part.querySelectorAll<HTMLElement>('h1, h2, h3')].filter(seen);
  return all.find((one) => one.matches('h1')) ?? all[0];
}

const seen = (element: HTMLElement): boolean => element.isConnected && element.checkVisibility();

function take(element: HTMLElement): HTMLElement {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) {
    // Only for now: words are nothing to come to by a press of the mouse.
    element.tabIndex = -1;
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
  return element;
}
