import { describe, expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { duration, minutes } from '../../time.ts';
import { deputyAfter, groupAfter, mayTakeOver } from '../takingOver.ts';

const offers = (room: Meeting, name: string, stay: boolean) =>
  ({ type: 'offerConsole', person: room.id(name), stay }) as const;
const deputy = (room: Meeting, name: string) => ({ type: 'nameDeputy', person: room.id(name) }) as const;
const role = (room: Meeting, name: string, role: 'coach' | 'observer') =>
  ({ type: 'setRole', person: room.id(name), role }) as const;

/** Joel has asked these, each in his place or beside him. */
function asked(names: readonly string[], stay = false, phase?: string): Meeting {
  const room = phase ? meeting().at(phase) : meeting();
  for (const name of names) room.as('Joel').does(offers(room, name, stay));
  return room;
}

const leading = (room: Meeting): string[] =>
  room.state.people.filter((person) => person.role === 'facilitator').map(({ name }) => name);

describe('the power to lead', () => {
  it('FAC1 follows the role: who leads now has it on any device, who gave it away has it no more', () => {
    const room = asked(['Ben']);
    room.expectRefused('Ben', { type: 'start' }, 'role/not-facilitator');
    room.as('Ben').does({ type: 'acceptConsole' });
    room.expectRefused('Joel', { type: 'start' }, 'role/not-facilitator');
    room.as('Ben').does({ type: 'start' });
    expect(room.phase?.id).toBe('agree');
  });

  it('FAC1 a console without a name leads as long as it has none', () => {
    const room = meeting().holdsConsole('Rita');
    room.as('Rita').does({ type: 'start' });
    room.as('Rita').does(offers(room, 'Ben', false));
    room.as('Ben').does({ type: 'acceptConsole' });
    expect(leading(room)).toEqual(['Joel', 'Ben']);
  });
});

describe('handing over', () => {
  it('FAC2 is offered and accepted, and the offer is in no log', () => {
    const room = meeting();
    expect(room.as('Joel').does(offers(room, 'Ben', false))).toEqual([]);
    expect(room.sealed.handover).toEqual({ [room.id('Ben')]: { from: room.id('Joel'), stay: false } });
    expect(leading(room)).toEqual(['Joel']);
    room.as('Ben').does({ type: 'acceptConsole' });
    expect(leading(room)).toEqual(['Ben']);
    expect(room.role('Joel')).toBe('coach');
    expect(room.sealed.handover).toEqual({});
  });

  it('FAC2 beside whoever asks, both facilitate', () => {
    const room = asked(['Ben'], true);
    room.as('Ben').does({ type: 'acceptConsole' });
    expect(leading(room)).toEqual(['Joel', 'Ben']);
    for (const name of ['Joel', 'Ben'])
      room.as(name).does({ type: 'setAtZero', phase: 'ask', action: name === 'Ben' ? 'ask' : 'advance' });
  });

  it('FAC2 is declined without a trace, and can be offered again', () => {
    const room = asked(['Ben']);
    expect(room.as('Ben').does({ type: 'declineConsole' })).toEqual([]);
    expect(room.sealed.handover).toEqual({});
    for (const type of ['acceptConsole', 'declineConsole'] as const)
      room.expectRefused('Ben', { type }, 'people/not-asked');
    room.as('Joel').does(offers(room, 'Ben', false));
  });

  it('FAC2 is for somebody who is here, has a device, and does not facilitate', () => {
    const room = meeting().joins('Rita', 'console');
    room.as('Joel').does({ type: 'addPerson', name: 'Fritz' });
    room.expectRefused('Joel', offers(room, 'Fritz', true), 'people/no-device');
    room.expectRefused('Joel', offers(room, 'Rita', true), 'people/is-facilitator');
    room.as('Ben').does({ type: 'leave' });
    room.expectRefused('Joel', offers(room, 'Ben', true), 'people/unknown');
    room.expectRefused('Joel', { type: 'offerConsole', person: 'nobody', stay: true }, 'people/unknown');
  });

  it('FAC2 who leaves is asked no more; who asked may have left', () => {
    const room = asked(['Ben', 'Dee']);
    room.as('Ben').does({ type: 'leave' });
    room.as('Ben').does({ type: 'comeBack' });
    room.expectRefused('Ben', { type: 'acceptConsole' }, 'people/not-asked');
    room.as('Joel').does({ type: 'leave' });
    room.as('Dee').does({ type: 'acceptConsole' });
    expect(leading(room)).toEqual(['Dee']);
  });

  it('FAC3 who leads has no floor, hand, place in the round, deputy’s name, offer or signal any more', () => {
    const room = meeting().at('echo');
    room.as('Joel').does(deputy(room, 'Ben'));
    room.as('Ben').does({ type: 'takeFloor' });
    room.as('Ben').does({ type: 'raiseHand', process: true });
    room.as('Ben').does({ type: 'signal', on: true });
    room.as('Ben').does({ type: 'offer', roles: ['coachee', 'coach'] });
    room.as('Joel').does(offers(room, 'Ben', true));
    room.as('Ben').does({ type: 'acceptConsole' });
    expect(room.holder).toBe('Amina');
    expect(room.state).toMatchObject({ hands: [], deputy: null });
    expect(room.waiting).not.toContain('Ben');
    expect(room.sealed.offer).not.toHaveProperty(room.id('Ben'));
    expect(room.sealed.signal).toEqual({});
    expect(room.phase?.id).toBe('echo');
  });

  it('FAC3 an invitation to be the coachee ends as well', () => {
    const room = meeting().invited('Ben');
    room.as('Joel').does(offers(room, 'Ben', true));
    room.as('Ben').does({ type: 'acceptConsole' });
    room.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/not-invited');
  });

  it('FAC3 who steps back coaches, and what else they offered ends with it', () => {
    const room = asked(['Ben', 'Dee'], false, 'echo');
    room.as('Ben').does({ type: 'acceptConsole' });
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines', 'Joel']);
    room.expectRefused('Dee', { type: 'acceptConsole' }, 'people/not-asked');
    expect(leading(room)).toEqual(['Ben']);
  });

  it('FAC3 what was offered beside them stands while they lead', () => {
    const room = asked(['Ben', 'Dee'], true);
    for (const name of ['Ben', 'Dee']) room.as(name).does({ type: 'acceptConsole' });
    expect(leading(room)).toEqual(['Joel', 'Ben', 'Dee']);
  });

  it('FAC4 a coachee with a turn to come, or in it, is not asked to lead, and does not say yes', () => {
    const room = asked(['Amina']).accepts('Amina');
    room.expectRefused('Amina', { type: 'acceptConsole' }, 'people/coachee-leads-not');
    for (const phase of [null, 'listen', 'plan']) {
      if (phase) room.at(phase);
      room.expectRefused('Joel', offers(room, 'Amina', true), 'people/coachee-leads-not');
      room.expectRefused('Joel', deputy(room, 'Amina'), 'people/coachee-leads-not');
    }
  });

  it('FAC4 after their turn, or their stop, they can', () => {
    for (const room of [meeting().at('close'), meeting().at('ask')]) {
      if (room.phase?.id === 'ask') room.as('Amina').does({ type: 'stop' });
      room.as('Joel').does(offers(room, 'Amina', true));
      room.as('Amina').does({ type: 'acceptConsole' });
      expect(leading(room)).toContain('Amina');
    }
  });

  it('FAC4 TUR2 a facilitator who has handed over can be the coachee', () => {
    const room = asked(['Ben']);
    room.expectRefused('Joel', { type: 'offer', roles: ['coachee'] }, 'people/hand-over-first');
    room.as('Ben').does({ type: 'acceptConsole' });
    room.as('Joel').does({ type: 'offer', roles: ['coachee'] });
    room.as('Ben').does({ type: 'invite', person: room.id('Joel') });
    room.as('Joel').does({ type: 'acceptInvitation' });
    room.as('Ben').does({ type: 'start' });
    room.as('Ben').does({ type: 'next' });
    expect([room.holder, room.role('Joel')]).toEqual(['Joel', 'coachee']);
  });
});

describe('two facilitators', () => {
  it('FAC5 one of them steps back by their own wish, and stops offering the console', () => {
    const room = meeting().joins('Rita', 'console');
    room.as('Rita').does(offers(room, 'Ben', true));
    room.as('Rita').does(role(room, 'Rita', 'observer'));
    expect([leading(room), room.role('Rita')]).toEqual([['Joel'], 'observer']);
    room.expectRefused('Ben', { type: 'acceptConsole' }, 'people/not-asked');
    room.expectRefused('Rita', { type: 'start' }, 'role/not-facilitator');
  });

  it('FAC5 nobody makes another step back', () => {
    const room = meeting().joins('Rita', 'console');
    room.expectRefused('Joel', role(room, 'Rita', 'coach'), 'people/role-fixed');
  });

  it('FAC5 the last one who is here does not', () => {
    const room = meeting();
    room.expectRefused('Joel', role(room, 'Joel', 'coach'), 'people/hand-over-first');
    room.joins('Rita', 'console').system({ type: 'noteAway', person: room.id('Rita') });
    room.expectRefused('Joel', role(room, 'Joel', 'coach'), 'people/hand-over-first');
    room.system({ type: 'noteBack', person: room.id('Rita') });
    room.as('Joel').does(role(room, 'Joel', 'coach'));
    expect(leading(room)).toEqual(['Rita']);
  });
});

describe('the deputy', () => {
  it('FAC6 is named by a facilitator, or nobody is', () => {
    const room = meeting();
    room.as('Joel').does(deputy(room, 'Ben'));
    expect(room.state.deputy).toBe(room.id('Ben'));
    expect(room.as('Joel').does(deputy(room, 'Ben')), 'CMD6').toEqual([]);
    room.as('Joel').does({ type: 'nameDeputy', person: null });
    expect(room.state.deputy).toBeNull();
  });

  it('FAC6 is here, has a device, and does not facilitate', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addPerson', name: 'Fritz' });
    room.as('Ben').does({ type: 'leave' });
    room.expectRefused('Joel', deputy(room, 'Fritz'), 'people/no-device');
    room.expectRefused('Joel', deputy(room, 'Joel'), 'people/is-facilitator');
    room.expectRefused('Joel', deputy(room, 'Ben'), 'people/unknown');
  });

  it('FAC6 PEO4 is one no more by leaving', () => {
    const room = meeting();
    room.as('Joel').does(deputy(room, 'Ben'));
    room.as('Ben').does({ type: 'leave' });
    expect(room.state.deputy).toBeNull();
  });
});

describe('taking over', () => {
  /** Joel’s laptop is closed in this phase. */
  function alone(phase: string, named?: string): Meeting {
    const room = meeting().at(phase);
    if (named) room.as('Joel').does(deputy(room, named));
    room.system({ type: 'noteAway', person: room.id('Joel') });
    return room;
  }
  const may = (room: Meeting) =>
    room.names.filter((name) => mayTakeOver(room.state, room.id(name), room.now));

  it('FAC7 while a facilitator is here, or gone for less than a minute, nobody is offered the console', () => {
    const room = meeting().at('echo').later(minutes(10));
    expect(may(room)).toEqual([]);
    room.expectRefused('Ben', { type: 'takeOver' }, 'people/facilitator-here');
    room.system({ type: 'noteAway', person: room.id('Joel') });
    expect(may(room.later(duration(deputyAfter - 1)))).toEqual([]);
    room.expectRefused('Ben', { type: 'takeOver' }, 'people/facilitator-here');
  });

  it('FAC7 after a minute the deputy is offered it, after two the group; the coachee is not', () => {
    const room = alone('echo', 'Ben').later(deputyAfter);
    expect(may(room)).toEqual(['Ben']);
    room.expectRefused('Dee', { type: 'takeOver' }, 'people/facilitator-here');
    expect(may(room.later(duration(groupAfter - deputyAfter)))).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);
    room.expectRefused('Amina', { type: 'takeOver' }, 'people/facilitator-here');
  });

  it('FAC7 without a deputy who could, the group is offered it after a minute', () => {
    expect(may(alone('echo').later(deputyAfter))).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);
    const away = alone('echo', 'Ben');
    away.system({ type: 'noteAway', person: away.id('Ben') });
    expect(may(away.later(deputyAfter))).toEqual(['Chloé', 'Dee', 'Ines']);
    const coachee = meeting();
    coachee.as('Joel').does(deputy(coachee, 'Amina'));
    coachee.at('echo').system({ type: 'noteAway', person: coachee.id('Joel') });
    expect(may(coachee.later(deputyAfter))).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);
  });

  it('FAC7 a facilitator who has left is gone as well; with another one here nobody is', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'leave' });
    expect(may(room.later(deputyAfter))).toContain('Ben');
    room.joins('Rita', 'console');
    expect(may(room)).toEqual([]);
    room.system({ type: 'noteAway', person: room.id('Rita') });
    expect(may(room)).toEqual([]);
    expect(may(room.later(deputyAfter))).toContain('Ben');
  });

  it('FAC7 time goes on, and whoever takes over leads at once', () => {
    const room = alone('echo').later(deputyAfter);
    const { run } = room.state;
    room.as('Dee').does({ type: 'takeOver' });
    expect(room.state.run).toBe(run);
    expect(room.role('Dee')).toBe('facilitator');
    expect(room.waiting).not.toContain('Dee');
    room.as('Dee').does({ type: 'next' });
    room.expectRefused('Ben', { type: 'takeOver' }, 'people/facilitator-here');
  });

  it('FAC7 nobody takes over who is away, has no device, or is not in the room, nor after the end', () => {
    const room = alone('echo');
    room.joins('Una');
    room.system({ type: 'noteAway', person: room.id('Una') });
    expect(may(room.later(deputyAfter))).not.toContain('Una');
    expect(mayTakeOver(room.state, 'nobody', room.now)).toBe(false);
    room.as('Dee').does({ type: 'takeOver' });
    room.as('Dee').does({ type: 'addPerson', name: 'Fritz' });
    room.system({ type: 'noteAway', person: room.id('Dee') });
    room.later(deputyAfter);
    expect(may(room)).not.toContain('Fritz');
    room.expectRefused('Ben for Fritz', { type: 'takeOver' }, 'role/not-facilitator');
    const after = meeting().at('close');
    after.as('Joel').does({ type: 'endSession' });
    after.as('Joel').does({ type: 'leave' });
    expect(may(after.later(groupAfter))).toEqual([]);
  });

  it('FAC7 a coachee whom everybody has left takes over their own turn', () => {
    const room = alone('listen');
    for (const name of ['Ben', 'Chloé', 'Dee']) room.as(name).does({ type: 'leave' });
    expect(may(room.later(deputyAfter))).toEqual(['Ines']);
    room.system({ type: 'noteAway', person: room.id('Ines') });
    expect(may(room)).toEqual(['Amina']);
  });

  it('FAC8 the facilitator who comes back leads beside whoever took over', () => {
    const room = alone('echo').later(deputyAfter);
    room.as('Dee').does({ type: 'takeOver' });
    room.system({ type: 'noteBack', person: room.id('Joel') });
    expect(leading(room)).toEqual(['Joel', 'Dee']);
    room.as('Joel').does(role(room, 'Joel', 'observer'));
    expect(leading(room)).toEqual(['Dee']);
  });

  it('FAC8 without a facilitator who has a name no session begins, and nobody takes over from none', () => {
    const room = meeting({ people: [] }).holdsConsole('Rita');
    for (const name of ['Amina', 'Ben']) room.joins(name);
    room.expectRefused('Rita', { type: 'start' }, 'role/not-in-the-room');
    expect(may(room.later(minutes(60)))).toEqual([]);
    room.as('Rita').does({ type: 'join', name: 'Rita' });
    room.as('Rita').does({ type: 'start' });
  });
});

describe('the quiet signal', () => {
  it('FAC9 is given in every phase, and is in no log', () => {
    const room = meeting();
    for (const phase of ['agree', 'focus', 'listen', 'echo', 'ask', 'plan', 'close']) {
      room.at(phase);
      expect(room.as('Dee').does({ type: 'signal', on: true }), phase).toEqual([]);
      expect(room.sealed.signal).toEqual({ [room.id('Dee')]: { at: room.now } });
      expect(room.as('Dee').does({ type: 'signal', on: false })).toEqual([]);
      expect(room.sealed.signal).toEqual({});
    }
  });

  it('FAC9 is answered by a facilitator, or taken back', () => {
    const room = meeting();
    room.as('Dee').does({ type: 'signal', on: true });
    const { sealed } = room.later(minutes(1));
    room.as('Dee').does({ type: 'signal', on: true });
    expect(room.sealed, 'CMD6 it counts from the first time').toBe(sealed);
    room.as('Joel').does({ type: 'answerSignal', person: room.id('Dee') });
    expect(room.sealed.signal).toEqual({});
    room.as('Joel').does({ type: 'answerSignal', person: room.id('Dee') });
  });

  it('FAC9 PEO4 ends by leaving', () => {
    const room = meeting();
    room.as('Dee').does({ type: 'signal', on: true });
    room.as('Dee').does({ type: 'leave' });
    expect(room.sealed.signal).toEqual({});
  });
});
