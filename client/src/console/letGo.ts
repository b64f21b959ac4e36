import { focusKind } from './keyAction.ts';

/**
 * After a press with the mouse or a finger the control gives the focus up. Otherwise Space, which says
 * "Pause" on its button, would press again whatever was clicked last. Who came by keyboard keeps their place.
 */
export function letGo(kind: 'control' | 'choice'): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && focusKind(focused) === kind) focused.blur();
}
