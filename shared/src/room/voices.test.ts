import { describe, expect, it } from 'vitest';
import { meeting, withPhase } from '#tests/support/given.ts';
import { seconds } from '../time.ts';
import {
  floorRests,
  handsInOrder,
  holderBetween,
  isVoice,
  mayRaiseHand,
  nextVoice,
  voicesOf,
} from './voices.ts';

describe('voices', () => {
  it('FLO3 the voices of a phase are the people of its roles, in the order they came', () => {
    const room = meeting().at('echo');
    const names = (ids: string[]) => ids.map((id) => room.nameOf(id));
    expect(names(voicesOf(room.state, room.phase!))).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);
    room.as('Chloé').does({ type: 'leave' });
    expect(names(voicesOf(room.state, room.phase!))).toEqual(['Ben', 'Dee', 'Ines']);
  });

  it('FLO3 the coachee is last only where the phase says so', () => {
    const room = meeting({ phases: withPhase('close', { coacheeLast: false }) }).at('close');
    expect(room.waiting[1]).toBe('Amina');
  });

  it('FLO3 before the start nobody is a voice', () => {
    const room = meeting();
    expect(isVoice(room.state, room.id('Ben'))).toBe(false);
    expect(nextVoice(room.state)).toBeNull();
    expect(floorRests(room.state)).toBe(true);
  });

  it('FLO4 the next voice is the first who waits and is here, else the first', () => {
    const room = meeting().at('echo');
    const next = () => room.nameOf(nextVoice(room.state));
    expect(next()).toBe('Ben');
    room.system({ type: 'noteAway', person: room.id('Ben') });
    expect(next()).toBe('Chloé');
    room.as('Chloé').does({ type: 'takeFloor' });
    expect(next()).toBe('Dee');
    for (const name of ['Chloé', 'Dee', 'Ines']) room.system({ type: 'noteAway', person: room.id(name) });
    expect(next()).toBe('Ben');
  });

  it('FLO5 between voices the floor is the coachee’s where the phase says so and they are there', () => {
    for (const [phase, holder] of [
      ['agree', null],
      ['listen', 'Amina'],
      ['echo', 'Amina'],
      ['ask', 'Amina'],
      ['plan', null],
      ['close', null],
    ] as const) {
      const room = meeting().at('agree').accepts('Amina').at(phase);
      expect(room.nameOf(holderBetween(room.state, room.phase!)), phase).toBe(holder);
      room.system({ type: 'noteAway', person: room.id('Amina') });
      expect(room.nameOf(holderBetween(room.state, room.phase!)), phase).toBe(holder);
    }
    const room = meeting().at('echo');
    room.as('Amina').does({ type: 'leave' });
    expect(holderBetween(room.state, room.phase!)).toBeNull();
  });

  it('FLO5 the floor rests with the coachee between voices, and does not while one speaks', () => {
    const room = meeting().at('ask');
    expect(floorRests(room.state)).toBe(true);
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
    expect(floorRests(room.state)).toBe(false);
    expect(floorRests(meeting().at('listen').state)).toBe(false);
  });

  it('FLO5 a coachee who speaks in their place in the close does not rest', () => {
    const room = meeting().at('close');
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Amina') });
    expect(floorRests(room.state)).toBe(false);
  });
});

describe('hands', () => {
  it('FLO9 a point of process first, then who has asked least, then arrival', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
    room.later(seconds(5)).as('Joel').does({ type: 'giveFloor', person: null });
    for (const [name, process] of [
      ['Ben', false],
      ['Dee', false],
      ['Chloé', false],
      ['Ines', true],
    ] as const) {
      room.later(seconds(5)).as(name).does({ type: 'raiseHand', process });
    }
    const order = handsInOrder(room.state, room.state.turns[0]!.asked);
    expect(order.map((hand) => room.nameOf(hand.person))).toEqual(['Ines', 'Dee', 'Chloé', 'Ben']);
    expect(room.state.hands.map((hand) => room.nameOf(hand.person))).toEqual(['Ben', 'Dee', 'Chloé', 'Ines']);
  });

  it('FLO9 STR4 a phase skipped with hands up counts nobody as having asked', () => {
    const room = meeting().at('ask');
    room.as('Ben').does({ type: 'raiseHand', process: false });
    room.as('Joel').does({ type: 'skip' });
    room.as('Joel').does({ type: 'back' });
    expect(room.state.hands).toEqual([]);
    expect(room.state.turns[0]!.asked).toEqual({});
  });

  it('FLO10 before the start nobody raises a hand', () => {
    const room = meeting();
    for (const process of [true, false])
      expect(mayRaiseHand(room.state, room.id('Ben'), process)).toBe(false);
  });
});
