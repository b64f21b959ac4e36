import { expect, it } from 'vitest';
import type { PersonId } from '#shared/ids.ts';
import type { Role } from '#shared/method/phase.ts';
import { emptySealed } from '#shared/room/sealed.ts';
import { standingOffer } from './standingOffer.ts';

const amina = 'amina' as PersonId;
const offered: readonly Role[] = ['coachee', 'coach'];
const invited = (declined: boolean) => ({
  ...emptySealed,
  offer: { [amina]: offered },
  invitation: { [amina]: { turn: 0, declined } },
});

it('is nothing until something was offered', () => {
  expect(standingOffer(emptySealed, amina)).toEqual([]);
});

it('stands while somebody is being asked', () => {
  expect(standingOffer(invited(false), amina)).toEqual(['coachee', 'coach']);
});

it('is no offer to be coachee any more once they said not today, and keeps the rest (TUR3)', () => {
  expect(standingOffer(invited(true), amina)).toEqual(['coach']);
});
