import { describe, expect, it } from 'vitest';
import { meeting, type Meeting, type Wish } from '#tests/support/given.ts';
import { hours, later, minutes } from '../../time.ts';
import { oneOfEach } from '#tests/support/oneOfEach.ts';
import { mostKnocks } from './knocks.ts';
import { barrier } from '../permissions.ts';
import { forgetAt } from '../retention.ts';

const write = (room: Meeting, name: string, card = 'c') =>
  room.as(name).does({ type: 'writeCard', card, zone: 'questions', text: 'What else?' });
const card = (room: Meeting, id = 'c') => room.state.cards.find((one) => one.id === id)!;
const ended = (room: Meeting = meeting().at('close')): Meeting => {
  room.as('Joel').does({ type: 'endSession' });
  return room;
};
const release: Wish = { type: 'releaseCard', card: 'c', released: true };
const forget: Wish = { type: 'forgetCard', card: 'c' };
const forgetAll: Wish = { type: 'forgetSession' };

describe('how long it is kept', () => {
  it('KEE1 is shortened by a facilitator, before and after the end, and never lengthened', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'shortenKeeping', keptFor: minutes(30) });
    expect(room.as('Joel').does({ type: 'shortenKeeping', keptFor: minutes(30) }), 'CMD6').toEqual([]);
    room.expectRefused('Joel', { type: 'shortenKeeping', keptFor: minutes(31) }, 'time/only-shorter');
    ended(room.at('close'))
      .as('Joel')
      .does({ type: 'shortenKeeping', keptFor: minutes(5) });
    expect(forgetAt(room.state)).toBe(later(room.state.endedAt!, minutes(5)));
    room.expectRefused('Ben', { type: 'shortenKeeping', keptFor: minutes(1) }, 'role/not-facilitator');
  });
});

describe('forgetting it all', () => {
  it('KEE2 after the end, by a facilitator, at once', () => {
    const room = ended();
    room.as('Joel').does(forgetAll);
    expect(forgetAt(room.state)).toBe(room.state.endedAt);
  });

  it('KEE2 or by the coachee of the only turn, and by nobody else', () => {
    const room = ended();
    for (const name of ['Ben', 'Ines', 'Eve']) room.expectRefused(name, forgetAll, 'role/not-facilitator');
    room.as('Amina').does(forgetAll);
    expect(forgetAt(room.state)).toBe(room.state.endedAt);
  });

  it('KEE2 of two turns neither coachee forgets both', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addTurn' });
    ended(room.accepts('Amina').accepts('Ben'));
    for (const name of ['Amina', 'Ben']) room.expectRefused(name, forgetAll, 'role/not-facilitator');
  });

  it('KEE2 where there was no coachee, a stranger is none', () => {
    const room = ended(meeting());
    room.expectRefused('Eve', forgetAll, 'role/not-facilitator');
  });

  it('KEE2 not before the end', () => {
    const room = meeting().at('close');
    for (const name of ['Joel', 'Amina']) room.expectRefused(name, forgetAll, 'session/not-ended');
  });
});

describe('taking a card along', () => {
  it('KEE3 its author lets the coachee, or no longer, during the session and after it', () => {
    const room = meeting().at('ask');
    write(room, 'Ben');
    const [event] = room.as('Ben').does(release);
    expect(card(room).released).toBe(true);
    expect(Object.values(event!)).not.toContain(room.id('Ben'));
    expect(room.as('Ben').does(release), 'CMD6').toEqual([]);
    ended(room)
      .as('Ben')
      .does({ ...release, released: false });
    expect(card(room).released).toBe(false);
  });

  it('KEE3 nobody else does: not the coachee, not a facilitator, not who edited it', () => {
    const room = meeting().at('ask');
    write(room, 'Ben');
    room.as('Dee').does({ type: 'editCard', card: 'c', text: 'What more?', edition: 1 });
    for (const name of ['Amina', 'Joel', 'Dee']) room.expectRefused(name, release, 'board/not-your-card');
    room.expectRefused('Ben', { ...release, card: 'd' }, 'board/unknown-card');
  });

  it('KEE3 who left comes back after the end to say so', () => {
    const room = meeting().at('ask');
    write(room, 'Ben');
    room.as('Ben').does({ type: 'leave' });
    ended(room).expectRefused('Ben', release, 'people/has-left');
    room.as('Ben').does({ type: 'comeBack' });
    room.as('Ben').does(release);
    expect(card(room).released).toBe(true);
  });
});

describe('forgetting one card', () => {
  it('KEE4 its author or the coachee it is about takes out its words, also those of others who edited it', () => {
    for (const name of ['Ben', 'Amina']) {
      const room = meeting().at('ask');
      write(room, 'Ben');
      room.as('Dee').does({ type: 'editCard', card: 'c', text: 'What more?', edition: 1 });
      room.as('Ben').does(release);
      const [event] = room.as(name).does(forget);
      expect(card(room)).toMatchObject({ text: '', aside: true, released: false, forgotten: true });
      expect(Object.values(event!)).not.toContain(room.id(name));
      expect(room.as(name).does(forget), 'CMD6').toEqual([]);
    }
  });

  it('KEE4 nobody else does', () => {
    const room = meeting().at('ask');
    write(room, 'Ben');
    room.as('Dee').does({ type: 'editCard', card: 'c', text: 'What more?', edition: 1 });
    for (const name of ['Dee', 'Joel', 'Ines']) room.expectRefused(name, forget, 'board/not-your-card');
    room.expectRefused('Ben', { ...forget, card: 'd' }, 'board/unknown-card');
    room.as('Dee').does({ type: 'writeCard', card: 'e', zone: 'questions', text: 'And then?' });
    room.as('Amina').does({ type: 'forgetCard', card: 'e' });
  });

  it('KEE4 of two turns each coachee forgets the cards of their own', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addTurn' });
    room.accepts('Amina').accepts('Ben').at('ask');
    write(room, 'Dee');
    room.expectRefused('Ben', forget, 'board/not-your-card');
    room.as('Amina').does(forget);
  });

  it('KEE4 it can be done after the end', () => {
    const room = meeting().at('ask');
    write(room, 'Ben');
    ended(room).as('Ben').does(forget);
    expect(card(room).text).toBe('');
  });

  it('KEE4 what is forgotten comes back in no way', () => {
    const room = meeting().at('ask');
    write(room, 'Ben');
    write(room, 'Ben', 'd');
    room.as('Ben').does(forget);
    for (const wish of [
      { type: 'editCard', card: 'c', text: 'Again', edition: 1 },
      { type: 'moveCard', card: 'c', zone: 'questions', before: null },
      { type: 'bringBack', card: 'c' },
      release,
    ] as const)
      room.expectRefused('Ben', wish, 'board/forgotten');
    room.expectRefused('Ben', { type: 'setAside', card: 'c' }, 'board/already-aside');
    expect(room.state.cards).toHaveLength(2);
  });
});

describe('after the end', () => {
  const stillDone = [
    'undo',
    'join',
    'turnAway',
    'leave',
    'comeBack',
    'setAside',
    'bringBack',
    'showTurn',
    'releaseCard',
    'forgetCard',
    'forgetSession',
    'shortenKeeping',
  ];

  it('CMD5 all is refused but what takes along or away', () => {
    const room = ended();
    const { state } = room;
    for (const command of oneOfEach('none', room.id('Ben'))) {
      const name = barrier(state, command.type, room.actor('Joel')) === null ? 'Joel' : 'Amina';
      const outcome = room.asks(name, command);
      if (stillDone.includes(command.type)) expect(outcome, command.type).not.toBe('session/ended');
      else expect([command.type, outcome]).toEqual([command.type, 'session/ended']);
      if (command.type === 'leave') room.as(name).does({ type: 'comeBack' });
    }
  });

  it('CMD5 leaving changes nothing else: no coachee withdraws, no function ends', () => {
    const room = meeting().accepts('Amina');
    room.as('Joel').does({ type: 'nameDeputy', person: room.id('Ben') });
    room.as('Joel').does({ type: 'nameScribe', person: room.id('Ben') });
    ended(room);
    for (const name of ['Amina', 'Ben'])
      expect(room.as(name).does({ type: 'leave' })).toMatchObject([{ type: 'personLeft' }]);
    expect(room.state.turns[0]!.coachee).toBe(room.id('Amina'));
  });

  it('CMD5 the coachee sets cards aside and brings them back; nobody writes or edits', () => {
    const room = meeting().at('ask');
    write(room, 'Ben');
    ended(room).as('Amina').does({ type: 'setAside', card: 'c' });
    room.as('Amina').does({ type: 'bringBack', card: 'c' });
    room.expectRefused('Ben', { type: 'setAside', card: 'c' }, 'board/not-yours-to-write');
    room.expectRefused('Ben', { type: 'editCard', card: 'c', text: 'x', edition: 1 }, 'session/ended');
    room.expectRefused(
      'Amina',
      { type: 'moveCard', card: 'c', zone: 'questions', before: null },
      'session/ended',
    );
    room.expectRefused('Joel', { type: 'remove', person: room.id('Ben') }, 'session/ended');
  });

  const again = { type: 'join', name: 'Fritz', again: true } as const;
  const knockOf = (room: Meeting) => Object.keys(room.sealed.knock)[0]!;

  it('KEE6 who was here before knocks, and comes in as one of the people, by a facilitator’s word', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addPerson', name: 'Fritz' });
    ended(room.at('close'));
    room.as('a phone').does(again);
    room.expectRefused('Joel', { type: 'admit', knock: knockOf(room), as: null }, 'session/ended');
    room.expectRefused(
      'Ben',
      { type: 'admit', knock: knockOf(room), as: room.id('Fritz') },
      'role/not-facilitator',
    );
    const fritz = room.id('Fritz');
    room.as('Joel').does({ type: 'admit', knock: knockOf(room), as: fritz });
    expect(room.id('a phone')).toBe(fritz);
    expect(room.person('Fritz')).toMatchObject({ device: true, presence: 'here' });
    expect(room.sealed.knock).toEqual({});
  });

  it('KEE6 nobody new comes in, not by the facilitator’s link either', () => {
    const room = ended();
    room.expectRefused('Eve', { type: 'join', name: 'Eve' }, 'session/ended');
    room.holdsConsole('Rita').expectRefused('Rita', { type: 'join', name: 'Rita' }, 'session/ended');
    room.as('Eve').does(again);
    room.expectRefused('Joel', { type: 'admit', knock: null, as: null }, 'session/ended');
    room.as('Joel').does({ type: 'turnAway', knock: knockOf(room) });
    expect(room.sealed.knock[knockOf(room)]?.state).toBe('turnedAway');
  });

  it('KEE6 a personal link neither leads in nor knocks, and the console’s knocks for nobody', () => {
    const room = meeting().withLink('Eve').at('close');
    ended(room);
    for (const wish of [again, { type: 'join', name: 'Eve' }] as const) {
      room.expectRefused('Eve', wish, 'session/ended');
      room.holdsConsole('Rita').expectRefused('Rita', wish, 'session/ended');
    }
    expect(room.sealed.knock).toEqual({});
  });

  it('KEE6 also where the room was locked or full, as far as the door holds them', () => {
    const room = meeting().at('close');
    room.as('Joel').does({ type: 'setEntry', entry: { waiting: false, locked: true } });
    ended(room);
    for (let i = 0; i < mostKnocks; i++) room.as(`phone ${i}`).does(again);
    room.expectRefused('one more', again, 'people/door-full');
  });

  it('KEE6 PEO6 whose device is gone for a while after the end is away, and can come back on another', () => {
    const room = ended();
    room.as('a phone').does(again);
    const amina = room.id('Amina');
    room.expectRefused('Joel', { type: 'admit', knock: knockOf(room), as: amina }, 'people/already-here');
    room.system({ type: 'noteAway', person: amina });
    room.as('Joel').does({ type: 'admit', knock: knockOf(room), as: amina });
    expect(room.id('a phone')).toBe(amina);
  });

  it('KEE5 a room that nobody has begun is kept seven days, whatever was promised for later', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'shortenKeeping', keptFor: minutes(5) });
    expect(forgetAt(room.state)).toBe(later(room.state.openedAt, hours(7 * 24)));
  });
});
