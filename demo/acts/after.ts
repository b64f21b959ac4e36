import { currentTurn } from '#shared/room/people.ts';
import { between, seconds } from '#shared/time.ts';
import type { Act } from './act.ts';
import { placeOf } from './moments.ts';

/** After the end people let the coachee take along what they wrote in the turn, one card after the other. */
export const after: Act = (view) => {
  const { room, sealed, me, now } = view;
  if (room.endedAt === null || between(room.endedAt, now) < seconds(10 + 3 * placeOf(view))) return null;
  if (room.turns[currentTurn(room)]?.coachee === me.id) return null;
  const own = room.cards.find(
    ({ id, turn, released, forgotten }) =>
      sealed.author[id] === me.id && turn !== null && !released && !forgotten,
  );
  return own ? { type: 'releaseCard', card: own.id, released: true } : null;
};
