import { cast } from '../script/cast.ts';
import { firstOf, type Act } from './act.ts';
import { gone, placeOf } from './moments.ts';

const memberOf = (name: string) => cast.find((member) => member.name === name);

/** One agreement after the other, each in its own time. */
const agrees: Act = (view) => {
  const { room, me } = view;
  const next = room.agreements.findIndex(({ id }) => !me.agreed.includes(id));
  if (next < 0 || gone(view) < 0.1 + 0.06 * next + 0.012 * placeOf(view)) return null;
  return { type: 'agree', agreement: room.agreements[next]!.id, agreed: true };
};

const asksForAnother: Act = (view) => {
  const { room, me } = view;
  const text = memberOf(me.name)?.asksFor;
  const agreement = 'demo-asked';
  if (!text || gone(view) < 0.3 || room.agreements.some(({ id }) => id === agreement)) return null;
  return { type: 'askForAgreement', agreement, text };
};

const offers: Act = (view) => {
  const { sealed, me } = view;
  const roles = memberOf(me.name)?.offers ?? [];
  if (roles.length === 0 || sealed.offer[me.id] || me.role !== null) return null;
  return gone(view) < 0.5 + 0.02 * placeOf(view) ? null : { type: 'offer', roles: [...roles] };
};

const saysReady: Act = (view) =>
  view.me.ready || gone(view) < 0.85 + 0.01 * placeOf(view) ? null : { type: 'sayReady', ready: true };

/** Agreements and roles. */
export const agree = firstOf(agrees, asksForAnother, offers, saysReady);
