import type { Attachment } from 'svelte/attachments';

/** What a drag tells of itself. Coordinates are those of the window, in CSS pixels. */
export interface Drag {
  may(): boolean;
  begin(): void;
  over(x: number, y: number): void;
  drop(): void;
  cancel(): void;
}

/** A mouse has begun to drag after this many pixels; a finger that moves as far before its time scrolls. */
const far = 8;
/** A finger rests this long, in milliseconds, before it holds the card. */
const longPress = 400;
/** Within this many pixels of its edge, what scrolls goes on by itself, so many a frame. */
const edge = 56;
const step = 8;

/** Lets a card be dragged by mouse, pen, or a finger that rests on it first. What is in it to press stays so. */
export const dragCard =
  (drag: Drag): Attachment<HTMLElement> =>
  (node) => {
    let pointer: number | null = null;
    let from = { x: 0, y: 0, scrolled: 0 };
    let at = { x: 0, y: 0 };
    let held = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let frame = 0;
    const scroller = () => node.closest<HTMLElement>('dialog') ?? document.documentElement;

    function down(event: PointerEvent): void {
      const inside = (event.target as Element).closest('button, textarea, input, label, a, summary');
      if (pointer !== null || event.button !== 0 || inside || !drag.may()) return;
      pointer = event.pointerId;
      at = { x: event.clientX, y: event.clientY };
      from = { ...at, scrolled: scroller().scrollTop };
      // A quick hand has left the card before it has moved far: it is followed from here on.
      node.setPointerCapture(pointer);
      if (event.pointerType === 'touch') timer = setTimeout(hold, longPress);
    }

    function hold(): void {
      if (pointer === null) return;
      held = true;
      drag.begin();
      follow();
      frame = requestAnimationFrame(scroll);
    }

    function move(event: PointerEvent): void {
      if (event.pointerId !== pointer) return;
      at = { x: event.clientX, y: event.clientY };
      const moved = Math.hypot(at.x - from.x, at.y - from.y);
      if (held) follow();
      else if (moved > far && event.pointerType === 'touch') end();
      else if (moved > far) hold();
    }

    function follow(): void {
      const down = at.y - from.y + scroller().scrollTop - from.scrolled;
      node.style.translate = `${at.x - from.x}px ${down}px`;
      drag.over(at.x, at.y);
    }

    function scroll(): void {
      const box = scroller();
      const { top, bottom } = box.getBoundingClientRect();
      const before = box.scrollTop;
      if (at.y < Math.max(0, top) + edge) box.scrollTop -= step;
      else if (at.y > Math.min(innerHeight, bottom) - edge) box.scrollTop += step;
      if (box.scrollTop !== before) follow();
      frame = requestAnimationFrame(scroll);
    }

    function up(event: PointerEvent): void {
      if (event.pointerId !== pointer) return;
      const drops = held;
      end();
      if (drops) drag.drop();
    }

    function cancel(): void {
      const wasHeld = held;
      end();
      if (wasHeld) drag.cancel();
    }

    function end(): void {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      pointer = null;
      held = false;
      node.style.translate = '';
    }

    // A finger that holds a card does not scroll; the listener has to be there before the touch begins.
    const still = (event: TouchEvent) => {
      if (held && event.cancelable) event.preventDefault();
    };
    // A long press asks for the browser's own menu as well.
    const menu = (event: Event) => {
      if (pointer !== null) event.preventDefault();
    };
    const key = (event: KeyboardEvent) => {
      if (!held || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };

    node.addEventListener('pointerdown', down);
    node.addEventListener('pointermove', move);
    node.addEventListener('pointerup', up);
    node.addEventListener('pointercancel', cancel);
    node.addEventListener('touchmove', still, { passive: false });
    node.addEventListener('contextmenu', menu);
    addEventListener('keydown', key, { capture: true });
    return () => {
      cancel();
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('pointermove', move);
      node.removeEventListener('pointerup', up);
      node.removeEventListener('pointercancel', cancel);
      node.removeEventListener('touchmove', still);
      node.removeEventListener('contextmenu', menu);
      removeEventListener('keydown', key, { capture: true });
    };
  };
