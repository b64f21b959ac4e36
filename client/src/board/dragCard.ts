import type { Attachment } from 'svelte/attachments';
import type { Drag } from './carryCard.ts';
import { dragByFinger } from './dragByFinger.ts';
import { dragByMouse } from './dragByMouse.ts';

/** Lets a card be dragged by mouse, pen, or a finger that rests on it first. What is in it to press stays so. */
export const dragCard =
  (drag: Drag): Attachment<HTMLElement> =>
  (node) => {
    const mayTake = (event: Event) =>
      !(event.target as Element).closest('button, textarea, input, label, a, summary') && drag.may();
    const leaveMouse = dragByMouse(node, drag, mayTake);
    const leaveFinger = dragByFinger(node, drag, mayTake);
    return () => {
      leaveMouse();
      leaveFinger();
    };
  };
