import { zones } from '#shared/method/phase.ts';
import type { Place } from './moves.ts';

/** Where on the board a point of the window is; null where no card can stand. */
export function placeAt(x: number, y: number, dragged: string): Place | null {
  const section = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-zone]');
  const zone = zones.find((one) => one === section?.dataset.zone);
  if (!section || !zone) return null;
  const cards = [...section.querySelectorAll<HTMLElement>('[data-card]')];
  const below = cards.find((card) => {
    const { top, height } = card.getBoundingClientRect();
    return card.dataset.card !== dragged && y < top + height / 2;
  });
  return { zone, before: below?.dataset.card ?? null };
}
