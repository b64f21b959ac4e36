import { describe, expect, it } from 'vitest';
import { everybody, fiveAgreements, meeting, withPhase } from '#tests/support/given.ts';
import { minutes } from '../../time.ts';
import { mostPeople, mostPeopleEver } from './places.ts';
import { mostAgreements } from './people.ts';

const crowd = (size: number) => Array.from({ length: size }, (_, i) => `P${i}`);

describe('coming in', () => {
  it('PEO1 joining trims the name and gives the person an id of the server’s making', () => {
    const room = meeting({ people: ['Joel'] });
    const [joined] = room.as('Ben').does({ type: 'join', name: '  Ben ' });
    expect(joined).toMatchObject({ type: 'personJoined', name: 'Ben', facilitates: false });
    expect(room.person('Ben')).toMatchObject({ name: 'Ben', presence: 'here', role: null, ready: false });
  });

  it('PEO1 joining needs a name that is not blank', () => {
    meeting().expectRefused('Eve', { type: 'join', name: ' \t' }, 'people/name-empty');
  });

  it('PEO1 joining happens once', () => {
    meeting().expectRefused('Ben', { type: 'join', name: 'Ben again' }, 'people/already-here');
  });

  it('PEO1 a room of 64 is full, and has a place again when somebody leaves', () => {
    const room = meeting({ people: crowd(mostPeople) });
    expect(mostPeople).toBe(64);
    room.expectRefused('Late', { type: 'join', name: 'Late' }, 'people/full');
    room.as('P7').does({ type: 'leave' });
    room.joins('Late');
    expect(room.person('Late').presence).toBe('here');
  });

  it('PEO2 the facilitator’s link makes a facilitator, every other link nobody yet', () => {
    const room = meeting();
    expect(everybody.map((name) => room.role(name))).toEqual(['facilitator', null, null, null, null, null]);
    expect(room.joins('Rita', 'console').role('Rita')).toBe('facilitator');
  });

  it('PEO2 who joins after the turn has begun is a coach', () => {
    const room = meeting().at('agree').joins('Early').at('focus').joins('Late').joins('Rita', 'console');
    expect(room.role('Late')).toBe('coach');
    expect(room.role('Rita')).toBe('facilitator');
    expect(room.at('close').joins('Later').role('Later')).toBe('coach');
  });

  it('PEO3 people change their name to another that is not blank, also to one that is taken', () => {
    const room = meeting();
    room.expectRefused('Ben', { type: 'rename', name: '  ' }, 'people/name-empty');
    room.as('Ben').does({ type: 'rename', name: ' Dee ' });
    expect(room.person('Ben').name).toBe('Dee');
    expect(room.person('Dee').name).toBe('Dee');
  });

  it('CMD6 the name one has already changes nothing', () => {
    expect(meeting().as('Ben').does({ type: 'rename', name: ' Ben ' })).toEqual([]);
  });
});

describe('leaving and coming back', () => {
  it('PEO4 leaving frees the floor and takes the hand down; cards stay', () => {
    const room = meeting().at('ask');
    room.as('Ben').does({ type: 'raiseHand', process: false });
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
    room.as('Ben').does({ type: 'raiseHand', process: true });
    room.as('Ben').does({ type: 'writeCard', card: 'q', zone: 'questions', text: 'What else?' });
    const events = room.as('Ben').does({ type: 'leave' });
    expect(events.map(({ type }) => type)).toEqual(['floorFreed', 'handLowered', 'personLeft']);
    expect(room.holder).toBe('Amina');
    expect(room.state.hands).toEqual([]);
    expect(room.state.cards).toHaveLength(1);
    expect(room.person('Ben').presence).toBe('left');
  });

  it('PEO4 leaving frees a part in practice, and ends the run it was in', () => {
    const room = meeting({ phases: withPhase('reps', { length: minutes(8) }) }).at('reps');
    room.as('Ben').does({ type: 'takePart', part: 'partner' });
    room.as('Amina').does({ type: 'setStage', stage: 'runs' });
    room.as('Amina').does({ type: 'beginRun' });
    room.as('Ben').does({ type: 'leave' });
    expect(room.state.run?.practice).toMatchObject({ partner: null, running: false });
  });

  it('PEO4 leaving ends the wait in a round', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'leave' });
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines']);
  });

  it('PEO4 somebody who leaves without floor or hand only leaves', () => {
    expect(meeting().as('Ines').does({ type: 'leave' })).toMatchObject([{ type: 'personLeft' }]);
  });

  it('PEO4 a coachee whose turn has not begun withdraws by leaving', () => {
    const room = meeting().at('agree').accepts('Amina');
    room.as('Amina').does({ type: 'leave' });
    expect(room.state.turns[0]!.coachee).toBeNull();
    expect(room.role('Amina')).toBeNull();
    room.expectRefused('Joel', { type: 'next' }, 'turn/no-coachee');
  });

  it('PEO4 a coachee whose turn has begun stays its coachee, and the floor is silent', () => {
    const room = meeting().at('listen');
    room.as('Amina').does({ type: 'leave' });
    expect(room.state.turns[0]!.coachee).toBe(room.id('Amina'));
    expect(room.holder).toBeNull();
  });

  it('PEO4 a phase that begins while the coachee is gone begins in silence', () => {
    const room = meeting().at('focus');
    room.as('Amina').does({ type: 'leave' });
    room.as('Joel').does({ type: 'next' });
    expect(room.holder).toBeNull();
  });

  it('PEO5 only who has left can come back', () => {
    meeting().expectRefused('Ben', { type: 'comeBack' }, 'people/not-left');
  });

  it('PEO5 PEO1 nobody comes back into a full room; how many ever came does not matter', () => {
    const room = meeting({ people: crowd(mostPeople) });
    room.as('P7').does({ type: 'leave' });
    for (let i = mostPeople; i < mostPeopleEver; i++) {
      room.joins(`Q${i}`);
      room.expectRefused('P7', { type: 'comeBack' }, 'people/full');
      room.as(`Q${i}`).does({ type: 'leave' });
    }
    room.as('P7').does({ type: 'comeBack' });
    expect(room.person('P7').presence).toBe('here');
  });

  it('CMD3 who has left can do nothing but come back', () => {
    const room = meeting();
    room.as('Ben').does({ type: 'leave' });
    room.expectRefused('Ben', { type: 'sayReady', ready: true }, 'people/has-left');
    room.expectRefused('Ben', { type: 'leave' }, 'people/has-left');
    expect(room.as('Ben').does({ type: 'comeBack' })).toMatchObject([{ type: 'personReturned' }]);
    expect(room.person('Ben')).toMatchObject({ presence: 'here', awaySince: null });
  });

  it('PEO5 who comes back speaks at the end of the round', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'leave' });
    room.as('Ben').does({ type: 'comeBack' });
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines', 'Ben']);
  });

  it('PEO5 who left while speaking has not had their time', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.as('Ben').does({ type: 'leave' });
    room.as('Ben').does({ type: 'comeBack' });
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines', 'Ben']);
  });

  it('PEO5 who has spoken or passed is not asked again', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.as('Ben').does({ type: 'finish' });
    room.as('Dee').does({ type: 'pass' });
    for (const name of ['Ben', 'Dee']) {
      room.as(name).does({ type: 'leave' });
      room.as(name).does({ type: 'comeBack' });
    }
    expect(room.waiting).toEqual(['Chloé', 'Ines']);
  });

  it('PEO5 where two people meet, the facilitator who comes back is the round again', () => {
    const room = meeting({ people: ['Joel', 'Amina'] }).at('echo');
    room.as('Joel').does({ type: 'leave' });
    expect(room.waiting).toEqual([]);
    room.as('Joel').does({ type: 'comeBack' });
    expect(room.waiting).toEqual(['Joel']);
  });

  it('PEO5 a coachee who comes back has the floor again where it is theirs', () => {
    for (const phase of ['focus', 'listen', 'echo', 'ask']) {
      const room = meeting().at(phase);
      room.as('Amina').does({ type: 'leave' });
      expect(room.holder).toBeNull();
      room.as('Amina').does({ type: 'comeBack' });
      expect(room.holder).toBe('Amina');
    }
  });

  it('PEO5 a coachee who comes back to a silence, or while somebody speaks, takes nothing', () => {
    const plan = meeting().at('plan');
    plan.as('Amina').does({ type: 'leave' });
    expect(plan.as('Amina').does({ type: 'comeBack' })).toMatchObject([{ type: 'personReturned' }]);

    const echo = meeting().at('echo');
    echo.as('Ben').does({ type: 'takeFloor' });
    echo.as('Amina').does({ type: 'leave' });
    echo.as('Amina').does({ type: 'comeBack' });
    expect(echo.holder).toBe('Ben');
  });

  it('PEO5 anybody else who comes back to the coachee’s floor has it not', () => {
    const room = meeting().at('listen');
    room.as('Amina').does({ type: 'leave' });
    room.as('Ben').does({ type: 'leave' });
    room.as('Ben').does({ type: 'comeBack' });
    expect(room.holder).toBeNull();
  });

  it('PEO6 somebody away keeps the floor, the hand, the role and the place', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
    room.as('Dee').does({ type: 'raiseHand', process: false });
    for (const name of ['Ben', 'Dee']) room.system({ type: 'noteAway', person: room.id(name) });
    expect(room.holder).toBe('Ben');
    expect(room.state.hands).toHaveLength(1);
    expect(room.person('Ben')).toMatchObject({ presence: 'away', role: 'coach', awaySince: room.now });
    room.system({ type: 'noteBack', person: room.id('Ben') });
    expect(room.person('Ben')).toMatchObject({ presence: 'here', awaySince: null });
  });

  it('PEO6 being away is noted once, and never of somebody who left or was never there', () => {
    const room = meeting();
    const ben = room.id('Ben');
    expect(room.system({ type: 'noteBack', person: ben })).toEqual([]);
    expect(room.system({ type: 'noteAway', person: ben })).toHaveLength(1);
    expect(room.system({ type: 'noteAway', person: ben })).toEqual([]);
    room.as('Ben').does({ type: 'leave' });
    expect(room.system({ type: 'noteAway', person: ben })).toEqual([]);
    expect(room.system({ type: 'noteBack', person: ben })).toEqual([]);
    expect(room.system({ type: 'noteAway', person: 'nobody' })).toEqual([]);
  });
});

describe('agreements', () => {
  it('PEO7 each agreement is agreed to singly, and can be opened again', () => {
    const room = meeting();
    room.as('Ben').does({ type: 'agree', agreement: 'a1', agreed: true });
    room.as('Ben').does({ type: 'agree', agreement: 'a3', agreed: true });
    room.as('Ben').does({ type: 'agree', agreement: 'a1', agreed: false });
    expect(room.person('Ben').agreed).toEqual(['a3']);
    expect(room.person('Dee').agreed).toEqual([]);
  });

  it('PEO7 an agreement that is not there is refused', () => {
    meeting().expectRefused(
      'Ben',
      { type: 'agree', agreement: 'a9', agreed: true },
      'people/unknown-agreement',
    );
  });

  it('CMD6 agreeing twice, or opening what is open, does nothing', () => {
    const room = meeting();
    expect(room.as('Ben').does({ type: 'agree', agreement: 'a1', agreed: false })).toEqual([]);
    expect(room.as('Ben').does({ type: 'agree', agreement: 'a1', agreed: true })).toHaveLength(1);
    expect(room.as('Ben').does({ type: 'agree', agreement: 'a1', agreed: true })).toEqual([]);
  });

  it('PEO8 anybody can ask for another agreement, and the event does not say who', () => {
    const room = meeting();
    const [event] = room
      .as('Ines')
      .does({ type: 'askForAgreement', agreement: 'phones', text: ' Phones away ' });
    expect(room.state.agreements.at(-1)).toEqual({ id: 'phones', text: 'Phones away' });
    expect(JSON.stringify(event)).not.toContain(`"${room.id('Ines')}"`);
    room.as('Ben').does({ type: 'agree', agreement: 'phones', agreed: true });
  });

  it('PEO8 another agreement has words, comes once, and there are twelve at most', () => {
    const room = meeting();
    room.expectRefused('Ben', { type: 'askForAgreement', agreement: 'n', text: ' ' }, 'board/empty');
    room.expectRefused(
      'Ben',
      { type: 'askForAgreement', agreement: 'a1', text: 'x' },
      'people/agreement-exists',
    );
    for (let i = fiveAgreements.length; i < 12; i++)
      room.as('Ben').does({ type: 'askForAgreement', agreement: `n${i}`, text: 'x' });
    expect(room.state.agreements).toHaveLength(mostAgreements);
    room.expectRefused(
      'Ben',
      { type: 'askForAgreement', agreement: 'n12', text: 'x' },
      'people/too-many-agreements',
    );
  });

  it('PEO8 agreements stand once the turn has begun, also when it is gone back from', () => {
    const ask = { type: 'askForAgreement', agreement: 'phones', text: 'Phones away' } as const;
    const room = meeting().at('agree').accepts('Amina');
    room.as('Ben').does(ask);
    room.at('focus');
    for (const name of ['Ben', 'Amina', 'Joel'])
      room.expectRefused(name, { ...ask, agreement: `late-${name}` }, 'people/agreements-stand');
    room.expectRefused('Ben', ask, 'people/agreements-stand');
    room.as('Joel').does({ type: 'back' });
    room.expectRefused('Ben', { ...ask, agreement: 'later' }, 'people/agreements-stand');
    room.at('close').expectRefused('Ben', { ...ask, agreement: 'last' }, 'people/agreements-stand');
    room.as('Ben').does({ type: 'agree', agreement: 'phones', agreed: true });
  });
});

describe('roles and readiness', () => {
  it('PEO9 a facilitator sets coach and observer for anyone, a person for themselves', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'setRole', person: room.id('Ben'), role: 'observer' });
    room.as('Ines').does({ type: 'setRole', person: room.id('Ines'), role: 'coach' });
    expect([room.role('Ben'), room.role('Ines')]).toEqual(['observer', 'coach']);
    expect(room.as('Ines').does({ type: 'setRole', person: room.id('Ines'), role: 'coach' }), 'CMD6').toEqual(
      [],
    );
  });

  it('PEO9 nobody else sets a role', () => {
    const room = meeting();
    const benCoaches = { type: 'setRole', person: room.id('Ben'), role: 'coach' } as const;
    room.expectRefused('Dee', benCoaches, 'role/not-facilitator');
    room.expectRefused('Eve', benCoaches, 'role/not-facilitator');
    room.holdsConsole('Rita').as('Rita').does(benCoaches);
    expect(room.role('Ben')).toBe('coach');
  });

  it('PEO9 the role of nobody is set', () => {
    meeting().expectRefused('Joel', { type: 'setRole', person: 'nobody', role: 'coach' }, 'people/unknown');
  });

  it('PEO9 the coachee’s role is not set this way, nor a facilitator’s by another', () => {
    const room = meeting().accepts('Amina').joins('Rita', 'console');
    const becomes = (name: string, role: 'coach' | 'observer') =>
      ({ type: 'setRole', person: room.id(name), role }) as const;
    for (const name of ['Amina', 'Rita'])
      room.expectRefused('Joel', becomes(name, 'coach'), 'people/role-fixed');
    room.expectRefused('Amina', becomes('Amina', 'observer'), 'people/role-fixed');
  });

  it('PEO9 the role of somebody who was removed is not set', () => {
    const room = meeting();
    const ben = room.id('Ben');
    room.as('Joel').does({ type: 'remove', person: ben });
    room.expectRefused('Joel', { type: 'setRole', person: ben, role: 'coach' }, 'people/unknown');
  });

  it('PEO9 who has left may be given the role they come back to', () => {
    const room = meeting();
    room.as('Ben').does({ type: 'leave' });
    room.as('Joel').does({ type: 'setRole', person: room.id('Ben'), role: 'observer' });
    room.as('Ben').does({ type: 'comeBack' });
    expect(room.role('Ben')).toBe('observer');
  });

  it('PEO12 in a phase of the turn a new role waits for the next phase', () => {
    const room = meeting().at('echo');
    const benObserves = { type: 'setRole', person: room.id('Ben'), role: 'observer' } as const;
    expect(room.as('Joel').does(benObserves)).toMatchObject([{ type: 'rolePlanned', role: 'observer' }]);
    expect(room.as('Ben').does(benObserves), 'CMD6').toEqual([]);
    expect(room.person('Ben')).toMatchObject({ role: 'coach', nextRole: 'observer' });
    expect(room.waiting).toContain('Ben');
    room.at('ask');
    expect(room.person('Ben')).toMatchObject({ role: 'observer', nextRole: null });
    room.expectRefused('Ben', { type: 'raiseHand', process: false }, 'floor/no-hands-now');
  });

  it('PEO12 until then it can be planned otherwise', () => {
    const room = meeting().at('ask');
    const ben = room.id('Ben');
    room.as('Ben').does({ type: 'setRole', person: ben, role: 'observer' });
    room.as('Ben').does({ type: 'setRole', person: ben, role: 'coach' });
    expect(room.person('Ben').nextRole).toBeNull();
    expect(room.at('plan').role('Ben')).toBe('coach');
  });

  it('PEO12 before and after the turn a new role is there at once', () => {
    for (const phase of ['agree', 'close']) {
      const room = meeting().at(phase);
      room.as('Ben').does({ type: 'setRole', person: room.id('Ben'), role: 'observer' });
      expect(room.role('Ben'), phase).toBe('observer');
    }
  });

  it('PEO11 saying "I am ready", or no longer, is shown and forces nothing', () => {
    const room = meeting().at('focus');
    for (const name of everybody) room.as(name).does({ type: 'sayReady', ready: true });
    expect(room.state.people.every((person) => person.ready)).toBe(true);
    expect(room.phase?.id).toBe('focus');
    expect(room.as('Ben').does({ type: 'sayReady', ready: true }), 'CMD6').toEqual([]);
    room.as('Ben').does({ type: 'sayReady', ready: false });
    expect(room.person('Ben').ready).toBe(false);
  });
});
