import { describe, expect, it } from 'vitest';
import { instant } from '../time.ts';
import {
  applySealed,
  emptySealed,
  mayOpen,
  openedFor,
  openTo,
  withoutEntries,
  type SealedEntry,
} from './sealed.ts';

const offer: SealedEntry = { kind: 'offer', key: 'ben', value: ['coachee'] };
const invitation: SealedEntry = { kind: 'invitation', key: 'ben', value: { turn: 0, declined: false } };
const author: SealedEntry = { kind: 'author', key: 'card', value: 'ben' };
const sealed = [offer, invitation, author].reduce(applySealed, emptySealed);

describe('the sealed box', () => {
  it('keeps entries by kind and key, the latest standing', () => {
    expect(sealed).toEqual({
      ...emptySealed,
      offer: { ben: ['coachee'] },
      invitation: { ben: { turn: 0, declined: false } },
      author: { card: 'ben' },
    });
    expect(applySealed(sealed, { ...offer, value: ['coach'] }).offer).toEqual({ ben: ['coach'] });
    for (const kind of Object.values(emptySealed)) expect(kind).toEqual({});
  });

  it('takes an entry out when its value is null', () => {
    expect(applySealed(sealed, { ...offer, value: null }).offer).toEqual({});
    expect(applySealed(sealed, { ...author, key: 'other', value: null })).toEqual(sealed);
  });

  it('TUR1 TUR3 DOO1 FAC2 FAC9 what is between a person and the facilitators is open to them alone', () => {
    const at = instant(0);
    const knock = { name: 'Ben', check: null, at, again: false, state: 'waiting' } as const;
    const others: SealedEntry[] = [
      { kind: 'knock', key: 'ben', value: knock },
      { kind: 'signal', key: 'ben', value: { at } },
      { kind: 'handover', key: 'ben', value: { from: 'joel', stay: true } },
    ];
    for (const entry of [offer, invitation, ...others]) {
      expect(openTo(entry, sealed)).toEqual({ person: 'ben', facilitators: true });
      expect(mayOpen(entry, sealed, { person: 'ben', facilitator: false })).toBe(true);
      expect(mayOpen(entry, sealed, { person: null, facilitator: true })).toBe(true);
      expect(mayOpen(entry, sealed, { person: 'dee', facilitator: false })).toBe(false);
      expect(mayOpen(entry, sealed, { person: null, facilitator: false })).toBe(false);
    }
  });

  it('BOA3 who wrote a card is open to its author alone, not to the facilitators', () => {
    expect(mayOpen(author, sealed, { person: 'ben', facilitator: false })).toBe(true);
    expect(mayOpen(author, sealed, { person: 'dee', facilitator: true })).toBe(false);
    expect(mayOpen(author, sealed, { person: null, facilitator: true })).toBe(false);
  });

  it('BOA3 that an author’s entry is gone is told to who was the author, and to nobody if there was none', () => {
    const gone: SealedEntry = { ...author, value: null };
    expect(openTo(gone, sealed)).toEqual({ person: 'ben', facilitators: false });
    expect(openTo(gone, emptySealed)).toEqual({ person: null, facilitators: false });
    expect(mayOpen(gone, emptySealed, { person: null, facilitator: true })).toBe(false);
  });

  it('takes out only what is there, of the kinds that are named', () => {
    expect(withoutEntries(sealed, ['offer', 'signal'], 'ben')).toEqual([{ ...offer, value: null }]);
    expect(withoutEntries(sealed, ['offer'], 'dee')).toEqual([]);
  });

  it('opens for each reader exactly what is theirs', () => {
    expect(openedFor(sealed, { person: 'ben', facilitator: false })).toEqual([offer, invitation, author]);
    expect(openedFor(sealed, { person: 'joel', facilitator: true })).toEqual([offer, invitation]);
    expect(openedFor(sealed, { person: 'dee', facilitator: false })).toEqual([]);
    expect(openedFor(sealed, { person: null, facilitator: false })).toEqual([]);
  });
});
