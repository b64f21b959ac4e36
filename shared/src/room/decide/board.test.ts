import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting } from '#tests/support/given.ts';
import { someCard } from '#tests/support/parts.ts';
import { mostCards } from './board.ts';
import { writableZones } from '../permissions.ts';
import { zones, type Zone } from '../../method/phase.ts';
import { minutes } from '../../time.ts';

const writes = (room: Meeting, name: string, card: string, zone: Zone = 'questions', text = 'What else?') =>
  room.as(name).does({ type: 'writeCard', card, zone, text });

/** Joel, Amina, Ben the coach, Ines the observer. */
const withObserver = (phase: string): Meeting => {
  const room = meeting();
  room.as('Ines').does({ type: 'offer', roles: ['observer'] });
  return room.at(phase);
};

describe('writing', () => {
  const open: Record<string, Record<string, readonly string[]>> = {
    agree: { Joel: [], Amina: [], Ben: [], Ines: [] },
    focus: { Joel: [], Amina: ['focus'], Ben: [], Ines: [] },
    listen: { Joel: [], Amina: [], Ben: [], Ines: [] },
    echo: { Joel: [], Amina: ['focus', 'heard'], Ben: ['heard'], Ines: [] },
    ask: {
      Joel: ['parking'],
      Amina: ['focus', 'questions', 'parking'],
      Ben: ['questions', 'parking'],
      Ines: ['parking'],
    },
    plan: { Joel: [], Amina: ['insights', 'steps'], Ben: [], Ines: [] },
    close: {
      Joel: ['takeaways'],
      Amina: ['steps', 'takeaways'],
      Ben: ['takeaways'],
      Ines: ['takeaways'],
    },
  };

  it.each(Object.keys(open))('BOA1 who may write in which zone in %s', (phase) => {
    const room = withObserver(phase);
    if (phase === 'agree') room.accepts('Amina');
    for (const [name, allowed] of Object.entries(open[phase]!))
      for (const zone of zones) {
        const card = `${name}-${zone}`;
        if (allowed.includes(zone)) expect(writes(room, name, card, zone)).toHaveLength(1);
        else {
          const closed = !Object.values(open[phase]!).some((zones) => zones.includes(zone));
          const why = closed ? 'board/closed' : 'board/not-yours-to-write';
          room.expectRefused(name, { type: 'writeCard', card, zone, text: 'x' }, why);
        }
      }
  });

  it('BOA1 who has no role yet writes nowhere', () => {
    const phases = withPhase('agree', { writes: { parking: ['coach'] } });
    const room = meeting({ phases }).at('agree');
    const card = { type: 'writeCard', card: 'c', zone: 'parking', text: 'x' } as const;
    room.expectRefused('Ben', card, 'board/not-yours-to-write');
  });

  it('BOA1 FLO3 where two people meet, the facilitator writes as a coach', () => {
    const room = meeting({ people: ['Joel', 'Amina'] });
    const joels = {
      focus: [],
      listen: [],
      echo: ['heard'],
      ask: ['questions', 'parking'],
      plan: [],
      close: ['takeaways'],
    };
    for (const [phase, zones] of Object.entries(joels))
      expect(writableZones(room.at(phase).state, room.id('Joel')), phase).toEqual(zones);
    const other = meeting({ people: ['Joel', 'Amina'] }).at('ask');
    expect(writes(other, 'Joel', 'c')).toMatchObject([{ type: 'cardWritten', zone: 'questions' }]);
    other.as('Joel').does({ type: 'editCard', card: 'c', text: 'What more?', edition: 1 });
    const focus = { type: 'writeCard', card: 'd', zone: 'focus', text: 'x' } as const;
    other.expectRefused('Joel', focus, 'board/not-yours-to-write');
  });

  it('BOA1 FLO3 with a coach in the room the facilitator writes as a facilitator, whatever the phase', () => {
    const card = { type: 'writeCard', card: 'c', zone: 'heard', text: 'x' } as const;
    for (const phase of ['agree', 'listen', 'echo', 'ask', 'close']) {
      const room = meeting({ phases: withPhase(phase, { writes: { heard: ['coach'] } }) }).at(phase);
      room.expectRefused('Joel', card, 'board/not-yours-to-write');
    }
    const room = meeting({ people: ['Joel', 'Amina', 'Ben'] }).at('echo');
    room.expectRefused('Joel', card, 'board/not-yours-to-write');
    room.as('Ben').does({ type: 'leave' });
    expect(room.as('Joel').does(card)).toHaveLength(1);
  });

  it('BOA1 after a stop every zone is closed, until the coachee goes on', () => {
    const room = meeting().at('ask');
    writes(room, 'Ben', 'c');
    room.as('Amina').does({ type: 'stop' });
    for (const name of ['Amina', 'Ben', 'Joel']) expect(writableZones(room.state, room.id(name))).toEqual([]);
    room.expectRefused('Ben', { type: 'editCard', card: 'c', text: 'x', edition: 1 }, 'board/closed');
    room.as('Amina').does({ type: 'setAside', card: 'c' });
    room.as('Amina').does({ type: 'goOn' });
    expect(writes(room, 'Ben', 'd')).toHaveLength(1);
  });

  it('BOA2 a card has words, and its text is trimmed', () => {
    const room = meeting().at('ask');
    room.expectRefused(
      'Ben',
      { type: 'writeCard', card: 'c', zone: 'questions', text: ' \n' },
      'board/empty',
    );
    const shapeless = { type: 'writeCard', card: 'c', zone: 'questions', text: ' \u200b ' } as const;
    room.expectRefused('Ben', shapeless, 'board/empty');
    expect(writes(room, 'Ben', 'c', 'questions', ' What else? ')).toMatchObject([
      { type: 'cardWritten', card: 'c', zone: 'questions', turn: 0, text: 'What else?' },
    ]);
    expect(room.state.cards).toEqual([{ ...someCard, id: 'c', zone: 'questions', text: 'What else?' }]);
  });

  it('BOA2 a card has an id of its own', () => {
    const room = meeting().at('ask');
    writes(room, 'Ben', 'c');
    room.expectRefused(
      'Dee',
      { type: 'writeCard', card: 'c', zone: 'questions', text: 'Mine' },
      'board/card-exists',
    );
  });

  it('BOA2 there are 500 cards at most', () => {
    const room = meeting().at('ask');
    expect(mostCards).toBe(500);
    for (let i = 0; i < mostCards; i++) writes(room, 'Ben', `c${i}`);
    room.expectRefused(
      'Ben',
      { type: 'writeCard', card: 'c500', zone: 'questions', text: 'One more' },
      'board/full',
    );
  });

  it('BOA3 who wrote a card is sealed, and the event says nothing of it', () => {
    const room = meeting().at('ask');
    const [event] = writes(room, 'Ben', 'c');
    expect(room.sealed.author).toEqual({ c: room.id('Ben') });
    expect(Object.values(event!)).not.toContain(room.id('Ben'));
  });
});

describe('editing', () => {
  it('BOA4 who may write in the zone edits, naming the edition', () => {
    const room = meeting().at('ask');
    writes(room, 'Ben', 'c');
    room.as('Dee').does({ type: 'editCard', card: 'c', text: ' What more? ', edition: 1 });
    expect(room.state.cards[0]).toMatchObject({ text: 'What more?', edition: 2 });
    room.expectRefused(
      'Ben',
      { type: 'editCard', card: 'c', text: 'Else', edition: 1 },
      'board/changed-meanwhile',
    );
    room.as('Ben').does({ type: 'editCard', card: 'c', text: 'Else', edition: 2 });
    expect(room.as('Ben').does({ type: 'editCard', card: 'c', text: 'Else ', edition: 3 }), 'CMD6').toEqual(
      [],
    );
  });

  it('BOA4 an edit needs words, a card, and a zone one may write in', () => {
    const room = withObserver('ask');
    writes(room, 'Ben', 'c');
    const edit = { type: 'editCard', card: 'c', text: 'x', edition: 1 } as const;
    room.expectRefused('Ben', { ...edit, text: ' \u200b' }, 'board/empty');
    room.expectRefused('Ben', { ...edit, card: 'd' }, 'board/unknown-card');
    room.expectRefused('Ines', edit, 'board/not-yours-to-write');
    room.at('plan').expectRefused('Ben', edit, 'board/closed');
  });
});

describe('keeping', () => {
  it('BOA5 the coachee sets aside and brings back every card of their turn in any phase', () => {
    const room = meeting().at('ask');
    writes(room, 'Ben', 'c');
    for (const phase of ['ask', 'plan', 'close']) {
      room.at(phase).as('Amina').does({ type: 'setAside', card: 'c' });
      expect(room.state.cards[0]!.aside).toBe(true);
      room.expectRefused('Amina', { type: 'setAside', card: 'c' }, 'board/already-aside');
      room.as('Amina').does({ type: 'bringBack', card: 'c' });
      expect(room.state.cards[0]!.aside).toBe(false);
      room.expectRefused('Amina', { type: 'bringBack', card: 'c' }, 'board/not-aside');
    }
  });

  it('BOA5 others do so where they may write', () => {
    const room = withObserver('ask');
    writes(room, 'Ben', 'c');
    room.expectRefused('Ines', { type: 'setAside', card: 'c' }, 'board/not-yours-to-write');
    room.as('Dee').does({ type: 'setAside', card: 'c' });
    room.expectRefused('Ines', { type: 'bringBack', card: 'c' }, 'board/not-yours-to-write');
    room.as('Dee').does({ type: 'bringBack', card: 'c' });
    room.at('plan').expectRefused('Dee', { type: 'setAside', card: 'c' }, 'board/not-yours-to-write');
  });

  it('BOA5 a card that is not there is neither set aside nor brought back', () => {
    const room = meeting().at('ask');
    for (const type of ['setAside', 'bringBack'] as const)
      room.expectRefused('Amina', { type, card: 'c' }, 'board/unknown-card');
  });
});

describe('moving', () => {
  const order = (room: Meeting, zone: Zone = 'questions') =>
    room.state.cards.filter((card) => card.zone === zone).map(({ id }) => id);
  const move = (card: string, before: string | null, zone: Zone = 'questions') =>
    ({ type: 'moveCard', card, zone, before }) as const;

  /** Three questions of Ben's. */
  const three = (): Meeting => {
    const room = meeting().at('ask');
    for (const card of ['a', 'b', 'c']) writes(room, 'Ben', card);
    return room;
  };

  it('BOA8 a card stands before another of its zone, or last', () => {
    const room = three();
    const [event] = room.as('Dee').does(move('c', 'a'));
    expect(order(room)).toEqual(['c', 'a', 'b']);
    expect(Object.values(event!)).not.toContain(room.id('Dee'));
    room.as('Dee').does(move('c', null));
    expect(order(room)).toEqual(['a', 'b', 'c']);
    room.as('Dee').does(move('a', 'c'));
    expect(order(room)).toEqual(['b', 'a', 'c']);
  });

  it('CMD6 where it stands already, nothing moves', () => {
    const room = three();
    for (const [card, before] of [
      ['a', 'b'],
      ['b', 'c'],
      ['c', null],
      ['b', 'b'],
    ] as const)
      expect(room.as('Dee').does(move(card, before))).toEqual([]);
  });

  it('BOA8 into another zone, by who may write in both', () => {
    const room = three();
    writes(room, 'Amina', 'p', 'parking');
    room.as('Ben').does(move('b', 'p', 'parking'));
    expect([order(room), order(room, 'parking')]).toEqual([
      ['a', 'c'],
      ['b', 'p'],
    ]);
    room.expectRefused('Ben', move('a', null, 'focus'), 'board/not-yours-to-write');
    room.expectRefused('Ben', move('a', null, 'heard'), 'board/closed');
    expect(room.state.cards.find(({ id }) => id === 'b')).toMatchObject({ text: 'What else?', edition: 1 });
  });

  it('BOA8 not by who may not write where it is', () => {
    const room = withObserver('ask');
    writes(room, 'Ben', 'a');
    room.expectRefused('Ines', move('a', null, 'parking'), 'board/not-yours-to-write');
    room.expectRefused('Ines', move('a', null), 'board/not-yours-to-write');
  });

  it('BOA8 the coachee orders every card of their turn, in any phase, and moves it where they may write', () => {
    const room = three().at('plan');
    room.as('Amina').does(move('c', 'a'));
    expect(order(room)).toEqual(['c', 'a', 'b']);
    room.as('Amina').does(move('c', null, 'insights'));
    expect(order(room, 'insights')).toEqual(['c']);
    room.expectRefused('Amina', move('a', null, 'heard'), 'board/closed');
    room.expectRefused('Ben', move('a', null), 'board/not-yours-to-write');
  });

  it('BOA8 a card that is not there is not moved, nor before one of another zone', () => {
    const room = three();
    writes(room, 'Amina', 'p', 'parking');
    room.expectRefused('Ben', move('x', null), 'board/unknown-card');
    room.expectRefused('Ben', move('a', 'x'), 'board/unknown-card');
    room.expectRefused('Ben', move('a', 'p'), 'board/unknown-card');
  });
});

describe('prepared cards', () => {
  const call = { type: 'callDrafts' } as const;

  it('BOA9 a facilitator calls for everyone’s at one moment, and again when more are there', () => {
    const room = meeting().at('ask');
    expect(room.state.run!.draftsAt).toBeNull();
    for (let i = 0; i < 2; i++) {
      room.later(minutes(1)).as('Joel').does(call);
      expect(room.state.run!.draftsAt).toBe(room.now);
    }
    room.at('plan');
    expect(room.state.run!.draftsAt).toBeNull();
  });

  it('BOA9 not while the board is closed', () => {
    for (const phase of ['agree', 'listen']) meeting().at(phase).expectRefused('Joel', call, 'board/closed');
    const room = meeting().at('ask');
    room.as('Amina').does({ type: 'stop' });
    room.expectRefused('Joel', call, 'board/closed');
  });
});

it('BOA10 every phase begins on the first page of the wall’s board', () => {
  const room = meeting().at('ask');
  room.as('Joel').does({ type: 'setWall', wall: { ...room.state.wall, view: 'board', page: 2 } });
  expect(room.state.wall.page).toBe(2);
  room.as('Joel').does({ type: 'next' });
  expect(room.state.wall).toMatchObject({ view: 'board', page: 0 });
});
