import type { Card } from '#shared/room/state.ts';

/** Whether its author agreed that the coachee takes this card along. Without their yes it stays. */
export const isReleased = (card: Card): boolean => 'released' in card && card.released === true;
