import { CarryCard, type Drag } from './carryCard.ts';

/** A finger rests this long, in milliseconds, before it holds the card; */
const longPress = 400;
/** one that moves this many pixels before its time scrolls. */
const far = 8;

/**
 * By touch events, and not by pointer events: those end as soon as the browser thinks of scrolling, while
 * a touch is ours until the finger leaves the glass. Returns what ends it.
 */
export function dragByFinger(node: HTMLElement, drag: Drag, mayTake: (event: Event) => boolean): () => void {
  let carry: CarryCard | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function start(event: TouchEvent): void {
    const finger = event.touches[0];
    // A second finger zooms.
    if (carry || event.touches.length > 1 || !finger || !mayTake(event)) return cancel();
    const taken = new CarryCard(node, drag, pointOf(finger));
    carry = taken;
    timer = setTimeout(() => {
      taken.hold();
      // The touch of a finger that stopped a moving list cannot be kept from scrolling: the list can.
      if (!event.cancelable) taken.scroller.style.overflow = 'hidden';
    }, longPress);
  }

  function move(event: TouchEvent): void {
    const finger = event.touches[0];
    if (!carry || !finger) return;
    carry.to(pointOf(finger));
    if (!carry.held && carry.moved > far) cancel();
    if (carry?.held && event.cancelable) event.preventDefault();
  }

  function end(event: TouchEvent): void {
    // What was carried is not pressed as well.
    if (carry?.held && event.cancelable) event.preventDefault();
    carry?.drop();
    cancel();
  }

  function cancel(): void {
    clearTimeout(timer);
    carry?.cancel();
    if (carry) carry.scroller.style.overflow = '';
    carry = null;
  }

  // A long press asks for the browser's own menu as well.
  const menu = (event: Event) => {
    if (carry) event.preventDefault();
  };

  node.addEventListener('touchstart', start, { passive: true });
  // It has to be there before the touch begins, or the browser does not wait for its answer.
  node.addEventListener('touchmove', move, { passive: false });
  node.addEventListener('touchend', end);
  node.addEventListener('touchcancel', cancel);
  node.addEventListener('contextmenu', menu);
  return () => {
    cancel();
    node.removeEventListener('touchstart', start);
    node.removeEventListener('touchmove', move);
    node.removeEventListener('touchend', end);
    node.removeEventListener('touchcancel', cancel);
    node.removeEventListener('contextmenu', menu);
  };
}

const pointOf = ({ clientX, clientY }: Touch) => ({ x: clientX, y: clientY });
