/** What a drag tells of itself. Coordinates are those of the window, in CSS pixels. */
export interface Drag {
  may(): boolean;
  begin(): void;
  over(x: number, y: number): void;
  drop(): void;
  cancel(): void;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Within this many pixels of its edge, what scrolls goes on by itself, so many a frame. */
const edge = 56;
const step = 8;

/**
 * A card under a hand, which may take hold of it once: then it follows from where it was pressed, and what
 * it lies in scrolls near the edges. `drop`, `cancel` and Escape let go; of a card that is not held, nothing comes.
 */
export class CarryCard {
  readonly scroller: HTMLElement;
  readonly #node: HTMLElement;
  readonly #drag: Drag;
  readonly #from: Point;
  readonly #scrolled: number;
  /** The carried card itself hangs out of the list, and would make it ever longer. */
  readonly #lowest: number;
  #at: Point;
  #state: 'pressed' | 'held' | 'left' = 'pressed';
  #frame = 0;

  constructor(node: HTMLElement, drag: Drag, from: Point) {
    this.scroller = node.closest<HTMLElement>('dialog') ?? document.documentElement;
    this.#node = node;
    this.#drag = drag;
    this.#from = from;
    this.#at = from;
    this.#scrolled = this.scroller.scrollTop;
    this.#lowest = this.scroller.scrollHeight - this.scroller.clientHeight;
  }

  get held(): boolean {
    return this.#state === 'held';
  }

  /** How far the hand is from where it pressed, in pixels. */
  get moved(): number {
    return Math.hypot(this.#at.x - this.#from.x, this.#at.y - this.#from.y);
  }

  hold(): void {
    if (this.#state !== 'pressed') return;
    this.#state = 'held';
    addEventListener('keydown', this.#key, { capture: true });
    this.#drag.begin();
    this.#follow();
    this.#frame = requestAnimationFrame(this.#scroll);
  }

  to({ x, y }: Point): void {
    this.#at = { x, y };
    if (this.held) this.#follow();
  }

  drop(): void {
    if (this.#letGo()) this.#drag.drop();
  }

  cancel(): void {
    if (this.#letGo()) this.#drag.cancel();
  }

  /** Whether it was held. */
  #letGo(): boolean {
    const was = this.#state;
    this.#state = 'left';
    if (was !== 'held') return false;
    cancelAnimationFrame(this.#frame);
    removeEventListener('keydown', this.#key, { capture: true });
    this.#node.style.translate = '';
    return true;
  }

  #follow(): void {
    const { x, y } = this.#at;
    const down = y - this.#from.y + this.scroller.scrollTop - this.#scrolled;
    this.#node.style.translate = `${x - this.#from.x}px ${down}px`;
    this.#drag.over(x, y);
  }

  readonly #scroll = (): void => {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const covered = parseFloat(getComputedStyle(this.scroller).scrollPaddingTop) || 0;
    const before = this.scroller.scrollTop;
    if (this.#at.y < Math.max(0, top) + covered + edge) this.scroller.scrollTop -= step;
    else if (this.#at.y > Math.min(innerHeight, bottom) - edge)
      this.scroller.scrollTop = Math.min(before + step, Math.max(before, this.#lowest));
    if (this.scroller.scrollTop !== before) this.#follow();
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  /** Escape would close the board as well. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };
}
