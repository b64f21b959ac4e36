import type { Run, RoomState } from '#shared/room/state.ts';

/** What became of the coachee's wish for more time, as one page sees it. */
export type WishState = 'asked' | 'added' | 'declined' | null;

export interface WishMoment {
  readonly run: Run['id'] | null;
  readonly length: number;
  readonly wished: boolean;
}

export const wishMoment = ({ run, wish }: RoomState): WishMoment => ({
  run: run?.id ?? null,
  length: run?.length ?? 0,
  wished: wish !== null,
});

/** A wish that is gone was answered: by minutes, or by none. It stands until the next wish or the next part. */
export function wishAnswer(state: WishState, before: WishMoment, after: WishMoment): WishState {
  if (after.wished) return 'asked';
  if (after.run !== before.run) return null;
  if (before.wished) return after.length > before.length ? 'added' : 'declined';
  return state === 'asked' ? null : state;
}
