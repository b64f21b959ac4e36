import { describe, expect, it } from 'vitest';
import { everybody, meeting, type Meeting } from '#tests/support/given.ts';
import { minutes, seconds } from '../../time.ts';
import { broken } from '../invariants.ts';
import { mostKnocks, mostKnocksEver } from './knocks.ts';
import { mostPeople, mostPeopleEver } from './places.ts';

const crowd = (size: number, prefix = 'P') => Array.from({ length: size }, (_, i) => `${prefix}${i}`);
const join = (name: string) => ({ type: 'join', name }) as const;
const letIn = (room: Meeting, name: string) => ({ type: 'admit', knock: room.id(name), as: null }) as const;
const everyone = { type: 'admit', knock: null, as: null } as const;
const entry = (waiting: boolean, locked = false) =>
  ({ type: 'setEntry', entry: { waiting, locked } }) as const;
const removes = (room: Meeting, name: string) => ({ type: 'remove', person: room.id(name) }) as const;
const wall = (room: Meeting, key = 'wall') => room.system({ type: 'knockOfWall', key, check: [7, 93] });
/** The names of those in the room, in the order they came. */
const inside = ({ state }: Meeting) => state.people.map(({ name }) => name);

/** A room with a waiting room, and these at its door. */
function door(...names: string[]): Meeting {
  const room = meeting({ waiting: true });
  for (const name of names) room.as(name).does(join(name));
  return room;
}

describe('knocking', () => {
  it('DOO1 with the waiting room on, who joins knocks, and nothing of it is in the log', () => {
    const room = door();
    expect(room.as('Eve').does({ ...join(' Eve '), again: true })).toEqual([]);
    expect(room.sealed.knock).toEqual({
      [room.id('Eve')]: { name: 'Eve', check: null, at: room.now, again: true, state: 'waiting' },
    });
    expect(inside(room)).toEqual(everybody);
  });

  it('DOO1 the facilitator’s link leads past the waiting room, also when the door is full of people', () => {
    const room = door(...crowd(mostKnocks));
    expect(room.joins('Rita', 'console').role('Rita')).toBe('facilitator');
  });

  it('DOO1 a knock needs a name, and a room that has a place', () => {
    door().expectRefused('Eve', join(' '), 'people/name-empty');
    const full = meeting({ people: crowd(mostPeople), waiting: true });
    full.expectRefused('Eve', join('Eve'), 'people/full');
  });

  it('DOO2 who waits can do nothing else, and does not knock twice', () => {
    const room = door('Eve');
    for (const wish of [
      join('Eve'),
      { type: 'sayReady', ready: true },
      { type: 'setRole', person: 'p', role: 'coach' },
    ] as const)
      room.expectRefused('Eve', wish, 'role/not-let-in');
    room.expectRefused('Una', { type: 'leave' }, 'role/not-let-in');
  });

  it('DOO2 128 wait at most, and who is turned away waits no more', () => {
    const room = door(...crowd(mostKnocks));
    expect(mostKnocks).toBe(128);
    room.expectRefused('Eve', join('Eve'), 'people/door-full');
    room.as('Joel').does({ type: 'turnAway', knock: room.id('P0') });
    expect(room.as('Eve').does(join('Eve'))).toEqual([]);
  });

  it('DOO2 who was turned away keeps nobody from knocking: of 256 remembered, the first of them is forgotten', () => {
    const room = door();
    for (const name of crowd(mostKnocksEver)) {
      room.later(seconds(1)).as(name).does(join(name));
      room.as('Joel').does({ type: 'turnAway', knock: room.id(name) });
    }
    room.as('Eve').does(join('Eve'));
    expect(room.sealed.knock).not.toHaveProperty(room.id('P0'));
    expect(room.sealed.knock).toHaveProperty(room.id('P1'));
    wall(room);
    expect(room.sealed.knock).not.toHaveProperty(room.id('P1'));
    expect(Object.keys(room.sealed.knock)).toHaveLength(256);
  });

  it('DOO2 walls that are in are not forgotten: where they are too many, the door is closed, for walls as well', () => {
    const room = door();
    for (const key of crowd(mostKnocksEver, 'wall-')) {
      wall(room, key);
      room.as('Joel').does({ type: 'admit', knock: key, as: null });
    }
    room.expectRefused('Eve', join('Eve'), 'people/door-full');
    const knock = { type: 'knockOfWall', key: 'w', check: [1, 2] } as const;
    expect(room.submits({ kind: 'system' }, knock)).toBe('people/door-full');
  });
});

describe('being let in', () => {
  it('DOO3 a facilitator lets in one, who then is somebody of the room under the id they knocked with', () => {
    const room = door('Eve', 'Una');
    expect(room.as('Joel').does(letIn(room, 'Eve'))).toMatchObject([
      { type: 'personJoined', person: room.id('Eve'), name: 'Eve', facilitates: false },
    ]);
    expect(inside(room)).toEqual([...everybody, 'Eve']);
    expect(Object.keys(room.sealed.knock)).toEqual([room.id('Una')]);
    room.as('Eve').does({ type: 'sayReady', ready: true });
  });

  it('DOO3 or all people who wait, in the order they knocked, and never a wall unseen', () => {
    const room = door('Eve');
    wall(room);
    room.later(seconds(1)).as('Una').does(join('Una'));
    room.as('Joel').does(everyone);
    expect(inside(room)).toEqual([...everybody, 'Eve', 'Una']);
    expect(room.sealed.knock).toMatchObject({ wall: { state: 'waiting' } });
    expect(room.as('Joel').does(everyone), 'CMD6').toEqual([]);
  });

  it('DOO3 who says they were here before is looked at first, and let in by themselves', () => {
    const room = door('Eve');
    room.as('Una').does({ ...join('Una'), again: true });
    room.as('Joel').does(everyone);
    expect(inside(room)).toEqual([...everybody, 'Eve']);
    room.as('Joel').does(letIn(room, 'Una'));
    expect(inside(room)).toEqual([...everybody, 'Eve', 'Una']);
  });

  it('DOO3 PEO2 who is let in after the turn has begun is a coach, at the end of a round', () => {
    const room = meeting({ waiting: true }).at('echo');
    room.as('Eve').does(join('Eve'));
    room.as('Joel').does(letIn(room, 'Eve'));
    expect(room.role('Eve')).toBe('coach');
    expect(room.waiting.at(-1)).toBe('Eve');
  });

  it('DOO3 a full room lets in nobody, and of all who wait all or none', () => {
    const room = meeting({ people: crowd(mostPeople - 1), waiting: true });
    for (const name of ['Eve', 'Una']) room.as(name).does(join(name));
    room.expectRefused('P0', everyone, 'people/full');
    room.as('P0').does(letIn(room, 'Eve'));
    room.expectRefused('P0', letIn(room, 'Una'), 'people/full');
    room.as('P5').does({ type: 'leave' });
    room.as('P0').does(everyone);
    expect(inside(room).at(-1)).toBe('Una');
  });

  it('PEO1 DOO3 who left counts for ever: after 256 nobody new comes in', () => {
    const room = meeting({ people: ['Joel', 'Amina'] });
    for (const name of crowd(mostPeopleEver - 2)) room.joins(name).as(name).does({ type: 'leave' });
    expect(mostPeopleEver).toBe(256);
    room.expectRefused('Eve', join('Eve'), 'people/full');
    room.expectRefused('Joel', { type: 'addPerson', name: 'Fritz' }, 'people/full');
  });

  it('DOO3 who is at the door no more is not let in', () => {
    const room = door('Eve');
    const gone = letIn(room, 'Eve');
    room.as('Joel').does(gone);
    room.expectRefused('Joel', gone, 'people/no-knock');
    room.expectRefused('Joel', { type: 'admit', knock: 'nobody', as: null }, 'people/no-knock');
  });

  it('DOO4 who is turned away stays in sight, and can be let in after all', () => {
    const room = door('Eve');
    const away = { type: 'turnAway', knock: room.id('Eve') } as const;
    room.as('Joel').does(away);
    expect(room.sealed.knock[room.id('Eve')]).toMatchObject({ state: 'turnedAway' });
    room.expectRefused('Joel', away, 'people/no-knock');
    room.expectRefused('Eve', join('Eve'), 'role/not-let-in');
    expect(room.as('Joel').does(everyone)).toEqual([]);
    room.as('Joel').does(letIn(room, 'Eve'));
    expect(inside(room)).toContain('Eve');
  });

  it('DOO6 a wall shows two words and waits, is let in by itself, and is no person', () => {
    const room = door();
    expect(wall(room)).toEqual([]);
    expect(room.sealed.knock['wall']).toMatchObject({ name: null, check: [7, 93], state: 'waiting' });
    const admit = { type: 'admit', knock: 'wall', as: null } as const;
    expect(room.as('Joel').does(admit)).toEqual([]);
    expect(room.sealed.knock['wall']).toMatchObject({ state: 'in' });
    expect(inside(room)).toEqual(everybody);
    room.expectRefused('Joel', admit, 'people/no-knock');
  });

  it('DOO14 a wall that was let in is sent out, as if turned away, and can be let in after all', () => {
    const room = door();
    wall(room);
    room.as('Joel').does({ type: 'admit', knock: 'wall', as: null });
    const away = { type: 'turnAway', knock: 'wall' } as const;
    expect(room.as('Joel').does(away)).toEqual([]);
    expect(room.sealed.knock['wall']).toMatchObject({ state: 'turnedAway' });
    room.expectRefused('Joel', away, 'people/no-knock');
    room.as('Joel').does(entry(false));
    expect(room.sealed.knock['wall'], 'DOO7').toMatchObject({ state: 'turnedAway' });
    room.as('Joel').does({ type: 'admit', knock: 'wall', as: null });
    expect(room.sealed.knock['wall']).toMatchObject({ state: 'in' });
  });

  it('DOO6 a wall is let in where the room is full of people', () => {
    const room = meeting({ people: crowd(mostPeople), waiting: true });
    wall(room);
    room.as('P0').does({ type: 'admit', knock: 'wall', as: null });
    expect(room.sealed.knock['wall']).toMatchObject({ state: 'in' });
  });
});

describe('known again', () => {
  const comesAs = (room: Meeting, name: string) =>
    ({ type: 'admit', knock: room.id('Someone'), as: room.id(name) }) as const;

  it('DOO5 who is away, left or had no device has the device that knocks from now on', () => {
    const room = door('Someone', 'Another', 'Third');
    room.as('Joel').does({ type: 'addPerson', name: 'Fritz' });
    room.system({ type: 'noteAway', person: room.id('Ben') });
    room.as('Dee').does({ type: 'leave' });
    for (const [knocks, name] of [
      ['Someone', 'Ben'],
      ['Another', 'Dee'],
      ['Third', 'Fritz'],
    ] as const) {
      const knock = room.id(knocks);
      const events = room.as('Joel').does({ type: 'admit', knock, as: room.id(name) });
      expect(events).toMatchObject([{ type: 'deviceJoined', person: room.id(name) }]);
      expect(room.person(name)).toMatchObject({ presence: 'here', awaySince: null, device: true });
      expect(room.sealed.knock[knock]).toBeUndefined();
      expect(room.id(knocks), 'the device is theirs').toBe(room.id(name));
    }
    expect(inside(room)).toHaveLength(everybody.length + 1);
  });

  it('DOO5 nobody takes the place of who is here, was removed, or was never there', () => {
    const room = door('Someone');
    room.expectRefused('Joel', comesAs(room, 'Ben'), 'people/already-here');
    const nobody = { type: 'admit', knock: room.id('Someone'), as: 'nobody' } as const;
    room.expectRefused('Joel', nobody, 'people/unknown');
    const asBen = comesAs(room, 'Ben');
    room.as('Joel').does(removes(room, 'Ben'));
    room.expectRefused('Joel', asBen, 'people/unknown');
  });

  it('DOO5 PEO5 who left and is known again waits at the end of the round, a coachee has their floor', () => {
    const room = meeting({ waiting: true }).at('echo');
    for (const name of ['Ben', 'Amina']) room.as(name).does({ type: 'leave' });
    expect(room.holder).toBeNull();
    for (const [knocks, name] of [
      ['X', 'Ben'],
      ['Y', 'Amina'],
    ] as const) {
      room.as(knocks).does(join(knocks));
      room.as('Joel').does({ type: 'admit', knock: room.id(knocks), as: room.id(name) });
    }
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines', 'Ben'].map((name) => room.nameOf(room.id(name))));
    expect(room.state.floor.holder).toBe(room.id('Amina'));
  });

  it('DOO5 who left is known again only where there is a place', () => {
    const room = meeting({ people: crowd(mostPeople - 1), waiting: true });
    room.as('P1').does({ type: 'leave' });
    for (const name of ['Someone', 'Una', 'Eve']) room.as(name).does(join(name));
    for (const name of ['Una', 'Eve']) room.as('P0').does(letIn(room, name));
    room.expectRefused('P0', comesAs(room, 'P1'), 'people/full');
    room.as('P2').does({ type: 'leave' });
    room.as('P0').does(comesAs(room, 'P1'));
    expect(room.person('P1').presence).toBe('here');
  });

  it('DOO5 a full room has a place for who is in it already', () => {
    const room = meeting({ people: crowd(mostPeople - 1), waiting: true });
    room.as('Someone').does(join('Someone'));
    room.as('P0').does({ type: 'addPerson', name: 'Fritz' });
    room.as('P0').does(comesAs(room, 'Fritz'));
    expect(room.person('Fritz').device).toBe(true);
  });
});

describe('opening and closing the door', () => {
  it('DOO7 switching the waiting room off lets in all who wait, walls too, and nobody who was turned away', () => {
    const room = door('Eve', 'Una', 'Olga');
    wall(room);
    room.as('Joel').does({ type: 'turnAway', knock: room.id('Olga') });
    room.as('Joel').does(entry(false));
    expect(inside(room)).toEqual([...everybody, 'Eve', 'Una']);
    expect(room.sealed.knock['wall']).toMatchObject({ state: 'in' });
    expect(room.sealed.knock[room.id('Olga')]).toMatchObject({ state: 'turnedAway' });
    room.joins('Late');
    expect(inside(room).at(-1)).toBe('Late');
  });

  it('DOO7 as far as there are places, first who came first', () => {
    const room = meeting({ people: crowd(mostPeople - 1), waiting: true });
    for (const name of ['Eve', 'Una']) room.as(name).does(join(name));
    room.as('P0').does(entry(false));
    expect(inside(room).at(-1)).toBe('Eve');
    room.as('P9').does({ type: 'leave' });
    room.as('P0').does(letIn(room, 'Una'));
    expect(inside(room).at(-1)).toBe('Una');
  });

  it('DOO7 not while the room is locked; unlocking it then does', () => {
    const room = door('Eve');
    room.as('Joel').does(entry(false, true));
    expect(inside(room)).toEqual(everybody);
    room.as('Joel').does(entry(false, false));
    expect(inside(room)).toEqual([...everybody, 'Eve']);
  });

  it('DOO7 CMD6 setting what is set does nothing', () => {
    expect(door('Eve').as('Joel').does(entry(true))).toEqual([]);
    expect(door('Eve').as('Joel').does(entry(true, true))).toHaveLength(1);
  });

  it('DOO8 in a locked room nobody new comes in or knocks, the facilitator’s link apart', () => {
    for (const waiting of [true, false]) {
      const room = meeting({ waiting });
      room.as('Joel').does(entry(waiting, true));
      room.expectRefused('Eve', join('Eve'), 'people/locked');
      expect(room.joins('Rita', 'console').role('Rita')).toBe('facilitator');
    }
  });

  it('DOO8 a lock that was just set stands when the waiting room is switched off', () => {
    const room = door('Eve');
    room.as('Joel').does({ type: 'setEntry', entry: { locked: true } });
    room.as('Joel').does({ type: 'setEntry', entry: { waiting: false } });
    expect(room.state.entry).toEqual({ waiting: false, locked: true });
    expect(inside(room)).toEqual(everybody);
  });

  it('DOO8 who was here comes back, and who waits can still be let in', () => {
    const room = door('Eve');
    room.as('Ben').does({ type: 'leave' });
    room.as('Joel').does(entry(true, true));
    room.as('Ben').does({ type: 'comeBack' });
    expect(room.person('Ben').presence).toBe('here');
    room.as('Joel').does(letIn(room, 'Eve'));
    expect(inside(room)).toContain('Eve');
  });
});

describe('another code', () => {
  it('DOO15 a facilitator gives the room another code and door, and nobody in it goes', () => {
    const room = meeting();
    const { code, door: before } = room.state;
    expect(room.as('Joel').does({ type: 'changeCode' })).toMatchObject([{ type: 'codeChanged' }]);
    expect(room.state.code).not.toBe(code);
    expect(room.state.door).not.toBe(before);
    expect(inside(room)).toEqual(everybody);
  });

  it('DOO15 whoever was not let in knocks anew; walls that are in, and personal links, stay', () => {
    const room = door('Eve', 'Una').withLink('Olga');
    for (const key of ['in', 'out', 'waits']) wall(room, key);
    room.as('Joel').does({ type: 'admit', knock: 'in', as: null });
    for (const knock of ['out', room.id('Una')]) room.as('Joel').does({ type: 'turnAway', knock });
    room.as('Joel').does({ type: 'changeCode' });
    expect(Object.keys(room.sealed.knock)).toEqual(['in']);
    expect(Object.keys(room.sealed.link)).toEqual([room.linkOf('Olga')]);
  });
});

describe('being removed', () => {
  it('DOO9 who is removed is out, stays out, and the room has another code and door', () => {
    const room = meeting();
    const { code, door: before } = room.state;
    room.as('Joel').does(removes(room, 'Ben'));
    expect(room.person('Ben').presence).toBe('removed');
    expect([room.state.code, room.state.door]).not.toContain(code);
    expect(room.state.door).not.toBe(before);
    for (const wish of [{ type: 'comeBack' }, { type: 'sayReady', ready: true }, { type: 'leave' }] as const)
      room.expectRefused('Ben', wish, 'people/removed');
  });

  it('DOO9 PEO4 it frees the floor as leaving does, and ends every function; cards stay', () => {
    const room = meeting().at('ask');
    const ben = room.id('Ben');
    room.as('Joel').does({ type: 'nameDeputy', person: ben });
    room.as('Joel').does({ type: 'nameScribe', person: ben });
    room.as('Ben').does({ type: 'writeCard', card: 'c', zone: 'questions', text: 'What else?' });
    room.as('Joel').does({ type: 'giveFloor', person: ben });
    room.as('Ben').does({ type: 'raiseHand', process: true });
    room.as('Joel').does(removes(room, 'Ben'));
    expect(room.holder).toBe('Amina');
    expect(room.state).toMatchObject({ hands: [], deputy: null, scribe: null });
    expect(room.state.cards).toHaveLength(1);
  });

  it('DOO9 nothing sealed is left of what they offered, were asked, or wanted', () => {
    const room = meeting().invited('Ben');
    room.as('Ben').does({ type: 'signal', on: true });
    room.as('Joel').does({ type: 'offerConsole', person: room.id('Ben'), stay: true });
    room.as('Joel').does(removes(room, 'Ben'));
    const { offer, invitation, signal, handover } = room.sealed;
    expect([offer, invitation, signal, handover]).toEqual([{}, {}, {}, {}]);
  });

  it('DOO9 a coachee who is removed before their turn has withdrawn; in it, the facilitator goes on', () => {
    const before = meeting().at('agree').accepts('Amina');
    before.as('Joel').does(removes(before, 'Amina'));
    before.expectRefused('Joel', { type: 'next' }, 'turn/no-coachee');

    const room = meeting().at('listen');
    room.as('Joel').does(removes(room, 'Amina'));
    expect(room.holder).toBeNull();
    room.as('Joel').does({ type: 'next' });
    expect(room.state.past.at(-1)).toMatchObject({ phase: 'listen', by: 'facilitator' });
    expect(broken(room.state)).toEqual([]);
  });

  it('DOO9 a facilitator is not removed, and nobody is removed twice', () => {
    const room = meeting().joins('Rita', 'console');
    room.expectRefused('Joel', removes(room, 'Rita'), 'people/is-facilitator');
    room.as('Joel').does(removes(room, 'Ben'));
    room.expectRefused('Joel', removes(room, 'Ben'), 'people/unknown');
    room.expectRefused('Joel', { type: 'remove', person: 'nobody' }, 'people/unknown');
  });

  it('DOO9 who has left can be removed, so that they do not come back', () => {
    const room = meeting();
    room.as('Ben').does({ type: 'leave' });
    room.as('Joel').does(removes(room, 'Ben'));
    room.expectRefused('Ben', { type: 'comeBack' }, 'people/removed');
  });
});

describe('somebody without a device', () => {
  const withFritz = (phase?: string): Meeting => {
    const room = meeting();
    room.as('Joel').does({ type: 'addPerson', name: ' Fritz ' });
    return phase ? room.at(phase) : room;
  };

  it('DOO10 is added by a facilitator, under a name, and belongs like anyone', () => {
    const room = withFritz('echo');
    expect(room.person('Fritz')).toMatchObject({
      name: 'Fritz',
      device: false,
      presence: 'here',
      role: 'coach',
    });
    expect(room.waiting).toContain('Fritz');
    room.expectRefused('Joel', { type: 'addPerson', name: ' ' }, 'people/name-empty');
  });

  it('DOO10 PEO2 is a coach when they are added after the turn has begun', () => {
    const room = meeting().at('echo');
    room.as('Joel').does({ type: 'addPerson', name: 'Fritz' });
    expect(room.role('Fritz')).toBe('coach');
    expect(room.waiting.at(-1)).toBe('Fritz');
  });

  it('DOO10 PEO6 is never away', () => {
    const room = withFritz();
    expect(room.system({ type: 'noteAway', person: room.id('Fritz') })).toEqual([]);
  });

  it('DOO10 a full room has no place for them', () => {
    const room = meeting({ people: crowd(mostPeople) });
    room.expectRefused('P0', { type: 'addPerson', name: 'Fritz' }, 'people/full');
  });

  it('DOO11 a facilitator asks in their name: a round, the floor, a card', () => {
    const room = withFritz('echo');
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Fritz') });
    room.as('Joel for Fritz').does({ type: 'writeCard', card: 'c', zone: 'heard', text: 'Alone on Mondays' });
    room.as('Joel for Fritz').does({ type: 'finish' });
    expect(room.state.floor.round?.spoke).toEqual([room.id('Fritz')]);
    expect(room.sealed.author['c']).toBe(room.id('Fritz'));
  });

  it('DOO11 TUR4 as the coachee too: the offer, the yes, the whole turn', () => {
    const room = withFritz('agree');
    room.as('Joel for Fritz').does({ type: 'offer', roles: ['coachee'] });
    room.as('Joel').does({ type: 'invite', person: room.id('Fritz') });
    room.as('Joel for Fritz').does({ type: 'acceptInvitation' });
    room.as('Joel').does({ type: 'next' });
    expect(room.holder).toBe('Fritz');
    room.as('Joel').does({ type: 'next' });
    room.expectRefused('Joel', { type: 'next' }, 'time/listening-protected');
    expect(room.asksFor('Joel', 'Fritz', { type: 'next' })).toMatchObject([
      { type: 'phaseEnded', by: 'coachee' },
      {},
    ]);
  });

  it('DOO11 in their name nobody has more than their power', () => {
    const room = withFritz('echo');
    room.expectRefused('Joel for Fritz', { type: 'addTime', by: minutes(1) }, 'role/not-facilitator');
    room.expectRefused('Joel for Fritz', { type: 'stop' }, 'role/not-coachee');
    room.expectRefused('Joel for Fritz', join('Fritz'), 'people/already-here');
  });

  it('DOO11 only a facilitator who is here speaks for somebody', () => {
    const room = withFritz().holdsConsole('Rita');
    const ready = { type: 'sayReady', ready: true } as const;
    room.expectRefused('Ben for Fritz', ready, 'role/not-facilitator');
    room.expectRefused('Eve for Fritz', ready, 'role/not-facilitator');
    room.as('Rita for Fritz').does(ready);
    room.as('Joel').does({ type: 'leave' });
    room.expectRefused('Joel for Fritz', { ...ready, ready: false }, 'people/has-left');
    expect(room.person('Fritz').ready).toBe(true);
  });

  it('DOO11 nobody speaks for who has a device, has got one, or is not there', () => {
    const room = withFritz();
    const ready = { type: 'sayReady', ready: true } as const;
    room.expectRefused('Joel for Ben', ready, 'people/has-device');
    const actor = { kind: 'facilitator', person: room.id('Joel'), speaksFor: 'nobody' } as const;
    expect(room.submits(actor, ready)).toBe('people/unknown');
    room.as('Joel').does(entry(true));
    room.as('Someone').does(join('Someone'));
    room.as('Joel').does({ type: 'admit', knock: room.id('Someone'), as: room.id('Fritz') });
    room.expectRefused('Joel for Fritz', ready, 'people/has-device');
  });
});
