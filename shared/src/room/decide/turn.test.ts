import { describe, expect, it } from 'vitest';
import { meeting } from '#tests/support/given.ts';
import { stepFields, type Step } from '../state.ts';

const emptyStep: Step = { insight: '', what: '', sentence: '', when: '', sign: '', tell: '' };
const step: Step = { ...emptyStep, what: 'Ask her first', when: 'Tuesday' };

describe('offers', () => {
  it('TUR1 an offer lies in the sealed box and nowhere else', () => {
    const room = meeting();
    expect(room.as('Ben').does({ type: 'offer', roles: ['coachee', 'coach', 'coachee'] })).toEqual([]);
    expect(room.sealed.offer).toEqual({ [room.id('Ben')]: ['coachee', 'coach'] });
  });

  it('TUR1 an offer can be changed and taken back at any time', () => {
    const room = meeting();
    room.as('Ben').does({ type: 'offer', roles: ['coachee'] });
    room.as('Ben').does({ type: 'offer', roles: ['observer'] });
    expect(room.sealed.offer[room.id('Ben')]).toEqual(['observer']);
    room.at('listen').as('Ben').does({ type: 'offer', roles: [] });
    expect(room.id('Ben') in room.sealed.offer).toBe(false);
  });

  it('TUR2 a facilitator offers to coach, but not to be the coachee', () => {
    const room = meeting();
    room.expectRefused('Joel', { type: 'offer', roles: ['coach', 'coachee'] }, 'people/hand-over-first');
    room.as('Joel').does({ type: 'offer', roles: ['coach'] });
    expect(room.sealed.offer[room.id('Joel')]).toEqual(['coach']);
  });
});

describe('invitations', () => {
  it('TUR3 only somebody who offered to be the coachee can be invited', () => {
    const room = meeting();
    room.expectRefused('Joel', { type: 'invite', person: room.id('Ben') }, 'turn/not-offered');
    room.as('Ben').does({ type: 'offer', roles: ['coach', 'observer'] });
    room.expectRefused('Joel', { type: 'invite', person: room.id('Ben') }, 'turn/not-offered');
    room.expectRefused('Joel', { type: 'invite', person: 'nobody' }, 'people/unknown');
  });

  it('TUR3 an invitation is sealed', () => {
    const room = meeting();
    room.as('Ben').does({ type: 'offer', roles: ['coachee'] });
    expect(room.as('Joel').does({ type: 'invite', person: room.id('Ben') })).toEqual([]);
    expect(room.sealed.invitation).toEqual({ [room.id('Ben')]: { turn: 0, declined: false } });
  });

  it('TUR3 nobody is invited while the turn has its coachee', () => {
    const room = meeting().accepts('Amina');
    room.as('Ben').does({ type: 'offer', roles: ['coachee'] });
    room.expectRefused('Joel', { type: 'invite', person: room.id('Ben') }, 'turn/has-coachee');
  });

  it('TUR4 only somebody who is invited becomes coachee', () => {
    const room = meeting();
    room.as('Ben').does({ type: 'offer', roles: ['coachee'] });
    room.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/not-invited');
  });

  it('TUR4 acceptance is public, and all other invitations end with it', () => {
    const room = meeting().invited('Ben').invited('Amina');
    const events = room.as('Amina').does({ type: 'acceptInvitation' });
    expect(events).toMatchObject([{ type: 'coacheeAccepted', person: room.id('Amina'), turn: 0 }]);
    expect(room.role('Amina')).toBe('coachee');
    expect(room.state.turns[0]!.coachee).toBe(room.id('Amina'));
    expect(room.sealed.invitation).toEqual({});
    room.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/not-invited');
  });

  it('TUR4 an acceptance needs the offer to stand and the turn to have no coachee', () => {
    const standing = meeting().invited('Ben');
    const { offer } = standing.sealed;
    standing.sealed = { ...standing.sealed, offer: {} };
    standing.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/not-offered');
    standing.sealed = { ...standing.sealed, offer };
    const invitation = standing.sealed.invitation;
    standing.accepts('Amina');
    standing.sealed = { ...standing.sealed, invitation };
    standing.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/has-coachee');
  });

  it('TUR5 a decline needs no reason and leaves no trace in the log', () => {
    const room = meeting().invited('Ben');
    const before = room.log.length;
    room.as('Ben').does({ type: 'declineInvitation' });
    expect(room.log).toHaveLength(before);
    expect(room.sealed.invitation[room.id('Ben')]).toEqual({ turn: 0, declined: true });
    room.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/not-invited');
  });

  it('TUR3 who has declined is asked again only after they have offered again', () => {
    const room = meeting().invited('Ben');
    room.as('Ben').does({ type: 'declineInvitation' });
    room.expectRefused('Joel', { type: 'invite', person: room.id('Ben') }, 'turn/declined');
    room.as('Ben').does({ type: 'offer', roles: ['coachee'] });
    expect(room.sealed.invitation).toEqual({});
    room.as('Joel').does({ type: 'invite', person: room.id('Ben') });
    expect(room.sealed.invitation).toEqual({ [room.id('Ben')]: { turn: 0, declined: false } });
  });

  it('TUR3 who has left is not invited', () => {
    const room = meeting();
    room.as('Ben').does({ type: 'offer', roles: ['coachee'] });
    room.as('Ben').does({ type: 'leave' });
    room.expectRefused('Joel', { type: 'invite', person: room.id('Ben') }, 'people/unknown');
  });

  it('TUR5 who is not invited has nothing to decline', () => {
    meeting().expectRefused('Ben', { type: 'declineInvitation' }, 'turn/not-invited');
  });

  it('TUR5 taking the offer back takes the invitation back', () => {
    const room = meeting().invited('Ben');
    room.as('Ben').does({ type: 'offer', roles: ['coachee', 'coach'] });
    expect(room.id('Ben') in room.sealed.invitation).toBe(true);
    room.as('Ben').does({ type: 'offer', roles: ['coach'] });
    expect(room.sealed.invitation).toEqual({});
    room.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/not-invited');
  });
});

describe('two turns', () => {
  const two = () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addTurn' });
    return room;
  };

  it('TUR9 a coachee for the second is found like the first, before the start or while the first runs', () => {
    const room = two().accepts('Amina').accepts('Ben');
    expect(room.state.turns.map(({ coachee }) => room.nameOf(coachee))).toEqual(['Amina', 'Ben']);
    const later = two().at('listen').invited('Ben');
    expect(later.sealed.invitation[later.id('Ben')]).toEqual({ turn: 1, declined: false });
    later.as('Ben').does({ type: 'acceptInvitation' });
    later.as('Dee').does({ type: 'offer', roles: ['coachee'] });
    later.expectRefused('Joel', { type: 'invite', person: later.id('Dee') }, 'turn/has-coachee');
  });

  it('TUR9 nobody is the coachee of both, and nobody is invited to a turn that has begun', () => {
    const room = two().accepts('Amina');
    room.as('Amina').does({ type: 'offer', roles: ['coachee'] });
    room.expectRefused('Joel', { type: 'invite', person: room.id('Amina') }, 'turn/has-coachee');
    const one = meeting().at('focus');
    one.as('Ben').does({ type: 'offer', roles: ['coachee'] });
    one.expectRefused('Joel', { type: 'invite', person: one.id('Ben') }, 'turn/has-coachee');
  });

  it('TUR3 a decline stands when somebody else accepts', () => {
    const room = two().invited('Ben');
    room.as('Ben').does({ type: 'declineInvitation' });
    room.accepts('Amina').expectRefused('Joel', { type: 'invite', person: room.id('Ben') }, 'turn/declined');
  });

  it('TUR10 the first coachee withdraws before the start: the second stays the second', () => {
    const room = two().accepts('Amina').accepts('Ben');
    room.as('Amina').does({ type: 'withdraw' });
    expect(room.state.turns.map(({ coachee }) => room.nameOf(coachee))).toEqual([null, 'Ben']);
  });

  it('TUR10 the second coachee withdraws or leaves while the first runs: their turn is out, nobody in their place', () => {
    for (const type of ['withdraw', 'leave'] as const) {
      const room = two().accepts('Amina').accepts('Ben').at('listen');
      room.as('Dee').does({ type: 'offer', roles: ['coachee'] });
      room.as('Ben').does({ type });
      expect(room.state.turns.map(({ coachee }) => room.nameOf(coachee))).toEqual(['Amina']);
      expect(room.state.phases.some(({ turn }) => turn === 1)).toBe(false);
      expect(room.role('Ben')).toBe('coach');
      expect(room.sealed.invitation).toEqual({});
    }
  });
});

describe('the coachee', () => {
  it('TUR6 the coachee withdraws before their turn, with their offer, and nobody is put in their place', () => {
    const room = meeting().at('agree');
    room.as('Amina').does({ type: 'offer', roles: ['coachee', 'observer'] });
    room.as('Joel').does({ type: 'invite', person: room.id('Amina') });
    room.as('Amina').does({ type: 'acceptInvitation' });
    room.as('Amina').does({ type: 'withdraw' });
    expect(room.state.turns[0]!.coachee).toBeNull();
    expect(room.role('Amina')).toBeNull();
    expect(room.sealed.offer[room.id('Amina')]).toEqual(['observer']);
    room.expectRefused('Joel', { type: 'invite', person: room.id('Amina') }, 'turn/not-offered');
    room.accepts('Ben').as('Ben').does({ type: 'withdraw' });
    expect(room.id('Ben') in room.sealed.offer).toBe(false);
  });

  it('TUR6 the turn that has begun is not withdrawn from, not even after Back', () => {
    const room = meeting().at('focus');
    room.expectRefused('Amina', { type: 'withdraw' }, 'turn/started');
    room.as('Joel').does({ type: 'back' });
    room.expectRefused('Amina', { type: 'withdraw' }, 'turn/started');
  });

  it('TUR7 a turn does not begin without its coachee', () => {
    const room = meeting().at('agree');
    room.expectRefused('Joel', { type: 'next' }, 'turn/no-coachee');
    room.expectRefused('Joel', { type: 'skip' }, 'turn/no-coachee');
    room.accepts('Dee').as('Joel').does({ type: 'next' });
    expect(room.phase?.id).toBe('focus');
    expect(room.holder).toBe('Dee');
  });
});

describe('the step', () => {
  it('TUR8 the coachee shares the step where steps are written', () => {
    const room = meeting().at('plan');
    expect(room.as('Amina').does({ type: 'shareStep', step })).toMatchObject([{ type: 'stepShared' }]);
    expect(room.state.turns[0]!.step).toEqual(step);
    expect(room.as('Amina').does({ type: 'shareStep', step }), 'CMD6').toEqual([]);
    const changed = { ...step, tell: 'Ben' };
    room.at('close').as('Amina').does({ type: 'shareStep', step: changed });
    expect(room.state.turns[0]!.step).toEqual(changed);
  });

  it('TUR8 nobody else shares a step', () => {
    const room = meeting().at('plan');
    for (const name of ['Joel', 'Ben'])
      room.expectRefused(name, { type: 'shareStep', step }, 'role/not-coachee');
  });

  it('TUR8 where steps are not written none is shared', () => {
    meeting().at('ask').expectRefused('Amina', { type: 'shareStep', step }, 'board/closed');
  });

  it('TUR8 any one field is enough, none is not', () => {
    const room = meeting().at('plan');
    room.expectRefused(
      'Amina',
      { type: 'shareStep', step: { ...emptyStep, when: ' ' } },
      'turn/nothing-to-write',
    );
    for (const name of stepFields)
      expect(room.as('Amina').does({ type: 'shareStep', step: { ...emptyStep, [name]: 'x' } })).toHaveLength(
        1,
      );
  });
});
