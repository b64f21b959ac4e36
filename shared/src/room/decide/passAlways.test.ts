import { describe, expect, it } from 'vitest';
import { meeting, type Meeting } from '#tests/support/given.ts';
import { seconds } from '../../time.ts';
import { leftOut } from '../voices.ts';

const always = (room: Meeting, name: string, on = true): Meeting => {
  room.as(name).does({ type: 'passAlways', on });
  return room;
};
const gives = (room: Meeting, name: string | null) =>
  room.as('Joel').does({ type: 'giveFloor', person: name && room.id(name) });
const out = (room: Meeting) => leftOut(room.state).map(room.nameOf);

describe('passing always', () => {
  it('FLO16 who passes always is left out of every round, waited for in none, and counts in nothing', () => {
    const room = always(meeting(), 'Chloé').at('echo');
    expect(room.waiting).toEqual(['Ben', 'Dee', 'Ines']);
    expect(out(room)).toEqual(['Chloé']);
    expect(room.state.floor.round).toMatchObject({ spoke: [], passed: [] });
    room.expectRefused('Chloé', { type: 'takeFloor' }, 'floor/not-your-turn');
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Chloé') }, 'floor/passes');
    room.at('close');
    expect(room.waiting).toEqual(['Joel', 'Ben', 'Dee', 'Ines', 'Amina']);
  });

  it('FLO16 who chooses it in a round is not waited for in it', () => {
    const room = always(meeting().at('echo'), 'Ben');
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines']);
  });

  it('FLO16 who says otherwise while a round goes on speaks at its end, unless they had their time', () => {
    const room = always(meeting(), 'Ben').at('echo');
    room.as('Chloé').does({ type: 'pass' });
    always(always(room, 'Chloé'), 'Chloé', false);
    always(room, 'Ben', false);
    expect(room.waiting).toEqual(['Dee', 'Ines', 'Ben']);
    room.at('close');
    always(always(room, 'Dee'), 'Dee', false);
    expect(room.waiting).toEqual(['Joel', 'Ben', 'Chloé', 'Ines', 'Dee', 'Amina']);
  });

  it('FLO16 who has the floor finishes first, and is not waited for again after a slip', () => {
    const room = meeting().at('echo');
    gives(room, 'Ben');
    always(room, 'Ben').later(seconds(1));
    expect(room.holder).toBe('Ben');
    gives(room, null);
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines']);
  });

  it('FLO16 in a queue they are called by a hand of their own, and by nothing else', () => {
    const room = always(meeting(), 'Ben').at('ask');
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Ben') }, 'floor/passes');
    room.as('Ben').does({ type: 'raiseHand', process: false });
    gives(room, 'Ben');
    expect(room.holder).toBe('Ben');
  });

  it('FLO16 whoever has the turn or leads is asked each time, and who coaches again is left out again', () => {
    const room = always(always(meeting(), 'Amina'), 'Joel').at('close');
    expect(room.waiting).toContain('Joel');
    expect(room.waiting.at(-1)).toBe('Amina');
    const second = meeting();
    second.as('Joel').does({ type: 'addTurn' });
    always(second, 'Amina').at('echo-2');
    expect(second.waiting).not.toContain('Amina');
    expect(out(second)).toEqual(['Amina']);
  });

  it('FLO16 FLO14 everybody passes always: the round rests, nobody steps in, the time is the coachee’s', () => {
    const room = meeting();
    for (const name of ['Ben', 'Chloé', 'Dee', 'Ines']) always(room, name);
    room.at('echo');
    expect([room.waiting, room.holder]).toEqual([[], 'Amina']);
    room.expectRefused('Joel', { type: 'takeFloor' }, 'floor/not-your-turn');
  });

  it('FLO16 DOO11 a facilitator says it for who has no device', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addPerson', name: 'Fritz' });
    expect(room.asksFor('Joel', 'Fritz', { type: 'passAlways', on: true })).toMatchObject([
      { type: 'passingChosen', always: true },
    ]);
    expect(room.at('echo').waiting).not.toContain('Fritz');
  });

  it('FLO16 PEO4 who leaves and comes back still passes', () => {
    const room = always(meeting().at('echo'), 'Ben');
    room.as('Ben').does({ type: 'leave' });
    room.as('Ben').does({ type: 'comeBack' });
    expect(room.waiting).not.toContain('Ben');
  });

  it('FLO16 STR3 who passed always in a round that is begun again speaks in it once they say so', () => {
    const room = always(meeting(), 'Ben').at('ask');
    always(room, 'Ben', false).as('Joel').does({ type: 'back' });
    expect(room.waiting).toContain('Ben');
  });

  it('FLO16 CMD6 saying it twice does nothing', () => {
    const room = meeting();
    expect(room.as('Ben').does({ type: 'passAlways', on: false })).toEqual([]);
    always(room, 'Ben');
    expect(room.as('Ben').does({ type: 'passAlways', on: true })).toEqual([]);
  });

  it('FLO16 UND7 it is consent: no undo asks for somebody’s voice again', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.later(seconds(10));
    room.as('Joel').does({ type: 'next' });
    always(always(room, 'Ben'), 'Chloé');
    room.as('Joel').does({ type: 'undo', action: room.state.undo!.id });
    expect(room.phase?.id).toBe('echo');
    expect(room.waiting).toEqual(['Dee', 'Ines']);
    expect(room.holder).toBe('Amina');
    gives(room, 'Dee');
    always(room, 'Ines');
    room.as('Joel').does({ type: 'undo', action: room.state.undo!.id });
    expect(room.waiting).toEqual(['Dee']);
  });

  it('FLO16 UND7 nor does an undo leave out who said otherwise meanwhile', () => {
    const room = always(meeting(), 'Ben').at('echo');
    room.as('Joel').does({ type: 'next' });
    always(room, 'Ben', false);
    room.as('Joel').does({ type: 'undo', action: room.state.undo!.id });
    expect(room.waiting.at(-1)).toBe('Ben');
  });
});
