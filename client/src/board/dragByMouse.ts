import { CarryCard, type Drag } from './carryCard.ts';

/** A mouse or pen has begun to drag after this many pixels. */
const far = 8;

/** Returns what ends it. */
export function dragByMouse(node: HTMLElement, drag: Drag, mayTake: (event: Event) => boolean): () => void {
  let carry: CarryCard | null = null;
  let pointer: number | null = null;

  function down(event: PointerEvent): void {
    if (event.pointerType === 'touch' || carry || event.button !== 0 || !mayTake(event)) return;
    pointer = event.pointerId;
    carry = new CarryCard(node, drag, event);
    // A quick hand has left the card before it has moved far: it is followed from here on.
    node.setPointerCapture(pointer);
  }

  function move(event: PointerEvent): void {
    if (!carry || event.pointerId !== pointer) return;
    carry.to(event);
    if (carry.moved > far) carry.hold();
  }

  function up(event: PointerEvent): void {
    if (event.pointerId !== pointer) return;
    carry?.drop();
    carry = null;
  }

  function cancel(): void {
    carry?.cancel();
    carry = null;
  }

  node.addEventListener('pointerdown', down);
  node.addEventListener('pointermove', move);
  node.addEventListener('pointerup', up);
  node.addEventListener('pointercancel', cancel);
  return () => {
    cancel();
    node.removeEventListener('pointerdown', down);
    node.removeEventListener('pointermove', move);
    node.removeEventListener('pointerup', up);
    node.removeEventListener('pointercancel', cancel);
  };
}
