import type { PersonId } from '../../ids.ts';
import type { CommandOf } from '../commands.ts';
import { refuse, sealedOnly, type Context, type Decision } from '../decision.ts';
import type { Sealed } from '../sealed.ts';

/** So many personal links are open at once: as many as a large room has people. */
export const mostLinks = 60;

/** For one person, who comes in by it past the waiting room. Its secret is no part of the room. */
export function makeLink(sealed: Sealed, { name }: CommandOf<'makeLink'>, { newId, now }: Context): Decision {
  if (Object.keys(sealed.link).length >= mostLinks) return refuse('people/too-many-links');
  return sealedOnly({ kind: 'link', key: newId(), value: { name: name.trim(), at: now } });
}

export function withdrawLink(sealed: Sealed, { link }: CommandOf<'withdrawLink'>): Decision {
  if (!isOpen(sealed, link)) return refuse('people/no-link');
  return sealedOnly({ kind: 'link', key: link, value: null });
}

/** Nobody has come in by it, and it has not been withdrawn. */
export const isOpen = (sealed: Sealed, link: PersonId): boolean => sealed.link[link] !== undefined;
