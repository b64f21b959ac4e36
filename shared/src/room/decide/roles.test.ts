import { describe, expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { minutes } from '../../time.ts';
import { writableZones } from '../permissions.ts';
import type { Zone } from '../../method/phase.ts';

const scribe = (room: Meeting, name: string) => ({ type: 'nameScribe', person: room.id(name) }) as const;
const card = (id: string, zone: Zone, text = 'My Monday meeting') =>
  ({ type: 'writeCard', card: id, zone, text }) as const;
const zonesOf = (room: Meeting, name: string) => writableZones(room.state, room.id(name));
const cardOf = (room: Meeting, id: string) => room.state.cards.find((one) => one.id === id);

/** Ines observes, and is the scribe by the word of one of them. */
const scribing = (by: 'Joel' | 'Amina', phase: string): Meeting => {
  const room = meeting();
  room.as('Ines').does({ type: 'offer', roles: ['observer'] });
  room.at(phase);
  room.as(by).does(scribe(room, 'Ines'));
  return room;
};

describe('the scribe', () => {
  it('PEO13 is named by a facilitator or the coachee, and by nobody else', () => {
    const room = meeting().at('focus');
    room.as('Joel').does(scribe(room, 'Ben'));
    expect(room.state.scribe).toEqual({ person: room.id('Ben'), coachee: null });
    expect(room.as('Joel').does(scribe(room, 'Ben')), 'CMD6').toEqual([]);
    room.as('Amina').does(scribe(room, 'Ben'));
    expect(room.state.scribe).toEqual({ person: room.id('Ben'), coachee: room.id('Amina') });
    room.expectRefused('Dee', scribe(room, 'Dee'), 'role/not-facilitator');
    room.expectRefused('Eve', { type: 'nameScribe', person: null }, 'role/not-facilitator');
    room.as('Amina').does({ type: 'nameScribe', person: null });
    expect(room.state.scribe).toBeNull();
  });

  it('PEO13 is somebody in the room, and one no more by leaving', () => {
    const room = scribing('Joel', 'echo');
    room.expectRefused('Joel', { type: 'nameScribe', person: 'nobody' }, 'people/unknown');
    room.as('Ines').does({ type: 'leave' });
    expect(room.state.scribe).toBeNull();
    room.expectRefused('Joel', scribe(room, 'Ines'), 'people/unknown');
  });

  it('PEO13 keeps their role, and no more than one is named', () => {
    const room = scribing('Joel', 'echo');
    expect(room.role('Ines')).toBe('observer');
    room.as('Joel').does(scribe(room, 'Dee'));
    expect(zonesOf(room, 'Ines')).toEqual([]);
  });

  it('BOA7 named by a facilitator, they write where coaches may', () => {
    const room = scribing('Joel', 'focus');
    for (const phase of ['focus', 'listen']) expect(zonesOf(room.at(phase), 'Ines')).toEqual([]);
    room
      .at('echo')
      .as('Ines')
      .does(card('c', 'heard', 'Nobody says what they need'));
    expect(cardOf(room, 'c')).toMatchObject({ scribed: false });
    room.expectRefused('Ines', card('d', 'focus'), 'board/not-yours-to-write');
  });

  it('BOA7 named by the coachee, they write in the coachee’s zones as well, marked as such', () => {
    const room = scribing('Amina', 'focus');
    room.as('Ines').does(card('c', 'focus'));
    expect(cardOf(room, 'c')).toMatchObject({ scribed: true });
    expect(room.sealed.author['c']).toBe(room.id('Ines'));
    room.at('plan');
    expect(zonesOf(room, 'Ines')).toEqual(['insights', 'steps']);
    const step = { insight: '', what: 'Ask', sentence: '', when: '', sign: '', tell: '' };
    room.expectRefused('Ines', { type: 'shareStep', step }, 'role/not-coachee');
  });

  it('BOA7 what they write where coaches may is written for everyone, and not marked', () => {
    const room = scribing('Amina', 'echo');
    room.as('Ines').does(card('c', 'heard'));
    expect(cardOf(room, 'c')).toMatchObject({ scribed: false });
    room.as('Amina').does(card('d', 'focus'));
    room.as('Amina').does(scribe(room, 'Ben'));
    room.as('Ben').does(card('e', 'heard'));
    expect(cardOf(room, 'e')).toMatchObject({ scribed: false });
  });

  it('BOA7 a card says whose words stand on it now', () => {
    const room = scribing('Amina', 'focus');
    const edit = (name: string, text: string, edition: number) =>
      room.as(name).does({ type: 'editCard', card: 'c', text, edition });
    room.as('Amina').does(card('c', 'focus'));
    edit('Ines', 'My Monday meetings', 1);
    expect(cardOf(room, 'c')).toMatchObject({ scribed: true });
    edit('Amina', 'My Mondays', 2);
    expect(cardOf(room, 'c')).toMatchObject({ scribed: false });
  });

  it('BOA7 who was named by a coachee who withdrew does not write for the next one', () => {
    const room = meeting().at('agree').accepts('Amina');
    room.as('Amina').does(scribe(room, 'Ines'));
    room.as('Amina').does({ type: 'withdraw' });
    room.accepts('Ben').as('Joel').does({ type: 'next' });
    room.expectRefused('Ines', card('c', 'focus'), 'board/not-yours-to-write');
  });

  it('BOA7 who was named in the first turn does not write for the second coachee', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addTurn' });
    room.accepts('Amina').accepts('Ben').as('Joel').does({ type: 'start' });
    const second = room.state.phases.find(({ turn, kind }) => turn === 1 && kind === 'focus')!;
    room.at('focus').as('Amina').does(scribe(room, 'Ines'));
    while (room.phase?.id !== second.id)
      room.as(room.phase?.turn === null ? 'Joel' : 'Amina').does({ type: 'next' });
    room.expectRefused('Ines', card('c', 'focus'), 'board/not-yours-to-write');
    room.as('Ben').does(scribe(room, 'Ines'));
    room.as('Ines').does(card('c', 'focus'));
    expect(cardOf(room, 'c')).toMatchObject({ scribed: true, turn: 1 });
  });
});

describe('words of the group’s own', () => {
  it('PEO14 a facilitator gives a role another name, and takes it back', () => {
    const room = meeting();
    const rename = (name: string | null) => room.as('Joel').does({ type: 'renameRole', role: 'coach', name });
    rename(' Listener ');
    room.as('Joel').does({ type: 'renameRole', role: 'scribe', name: 'Writer' });
    expect(room.state.roleNames).toEqual({ coach: 'Listener', scribe: 'Writer' });
    expect(rename('Listener'), 'CMD6').toEqual([]);
    rename(' ');
    expect(room.state.roleNames).toEqual({ scribe: 'Writer' });
    expect(rename(null), 'CMD6').toEqual([]);
  });
});

describe('names on cards', () => {
  it('BOA6 where the group shows names, every card says who wrote it, and no card else', () => {
    for (const shown of [true, false]) {
      const room = meeting();
      room.as('Joel').does({ type: 'showNames', shown });
      room.at('echo').as('Ben').does(card('c', 'heard'));
      expect(cardOf(room, 'c')?.by).toBe(shown ? room.id('Ben') : null);
      room.as('Dee').does({ type: 'editCard', card: 'c', text: 'Other words', edition: 1 });
      expect(cardOf(room, 'c')?.by).toBe(shown ? room.id('Ben') : null);
    }
  });

  it('BOA6 it is chosen before the first card, and stands for all of them', () => {
    const room = meeting().at('focus');
    for (const shown of [true, false]) room.as('Joel').does({ type: 'showNames', shown });
    expect(room.as('Joel').does({ type: 'showNames', shown: false }), 'CMD6').toEqual([]);
    room.as('Amina').does(card('c', 'focus'));
    room.expectRefused('Joel', { type: 'showNames', shown: true }, 'people/names-stand');
    room.as('Amina').does({ type: 'forgetCard', card: 'c' });
    room.later(minutes(1)).expectRefused('Joel', { type: 'showNames', shown: true }, 'people/names-stand');
  });
});
