import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting } from '#tests/support/given.ts';
import { mostCards } from './board.ts';
import { writableZones } from '../permissions.ts';
import { zones, type Zone } from '../../method/phase.ts';

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

  it('BOA2 a card has words, and its text is trimmed', () => {
    const room = meeting().at('ask');
    room.expectRefused(
      'Ben',
      { type: 'writeCard', card: 'c', zone: 'questions', text: ' \n' },
      'board/empty',
    );
    expect(writes(room, 'Ben', 'c', 'questions', ' What else? ')).toMatchObject([
      { type: 'cardWritten', card: 'c', zone: 'questions', turn: 0, text: 'What else?' },
    ]);
    expect(room.state.cards).toEqual([
      { id: 'c', zone: 'questions', turn: 0, text: 'What else?', edition: 1, aside: false },
    ]);
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
    room.expectRefused('Ben', { ...edit, text: ' ' }, 'board/empty');
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
