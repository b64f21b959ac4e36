import type { PersonId } from '../../ids.ts';
import type { Knock, Sealed, SealedEntry } from '../sealed.ts';

/** So many may wait at the door at once: more than one source can send (docs/decisions/0005-limits.md). */
export const mostKnocks = 128;
/** So many are remembered there, with those who were turned away. */
export const mostKnocksEver = 256;

type Door = Pick<Sealed, 'knock'>;

/** In the order in which they knocked. */
const knocksOf = (sealed: Door, state: Knock['state']): (readonly [PersonId, Knock])[] =>
  Object.entries(sealed.knock)
    .filter(([, knock]) => knock.state === state)
    .sort(([, a], [, b]) => a.at - b.at);

export const waitingKnocks = (sealed: Door) => knocksOf(sealed, 'waiting');
export const turnedAway = (sealed: Door) => knocksOf(sealed, 'turnedAway');
export const wallsLetIn = (sealed: Door) => knocksOf(sealed, 'in');

export const doorIsFull = (sealed: Sealed): boolean =>
  waitingKnocks(sealed).length >= mostKnocks ||
  (Object.keys(sealed.knock).length >= mostKnocksEver && turnedAway(sealed).length === 0);

/** Whoever was turned away keeps nobody from knocking: where too many are remembered, the first of them goes. */
export const makingRoom = (sealed: Sealed): SealedEntry[] =>
  Object.keys(sealed.knock).length < mostKnocksEver
    ? []
    : turnedAway(sealed)
        .slice(0, 1)
        .map(([key]) => ({ kind: 'knock', key, value: null }));
