import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting } from '#tests/support/given.ts';
import { duration, minutes, seconds } from '../../time.ts';
import { floorClosedTo } from '../permissions.ts';
import type { Rejection } from '../rejections.ts';
import { nextVoice } from '../voices.ts';

const gives = (room: Meeting, name: string | null) =>
  room.as('Joel').does({ type: 'giveFloor', person: name === null ? null : room.id(name) });

const raises = (room: Meeting, name: string, process = false) =>
  room.as(name).does({ type: 'raiseHand', process });

describe('who holds the floor', () => {
  it('FLO1 giving the floor to another takes it from whoever has it', () => {
    const room = meeting().at('ask');
    gives(room, 'Ben');
    room.later(minutes(1));
    expect(gives(room, 'Dee')).toMatchObject([
      { type: 'floorFreed', person: room.id('Ben'), how: 'taken' },
      { type: 'floorGiven', person: room.id('Dee') },
    ]);
    expect(room.holder).toBe('Dee');
    expect(gives(room, 'Dee'), 'CMD6').toEqual([]);
  });

  it('FLO1 on an open floor nobody holds it until it is given', () => {
    const room = meeting().at('agree');
    expect(room.holder).toBeNull();
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-open-to-you');
    gives(room, 'Ben');
    expect(room.holder).toBe('Ben');
    room.as('Ben').does({ type: 'finish' });
    expect(room.holder).toBeNull();
  });

  it('FLO2 in the coachee’s phases nobody else is given the floor, takes it or is finished from it', () => {
    for (const phase of ['focus', 'listen']) {
      const room = meeting().at(phase);
      expect(room.holder).toBe('Amina');
      for (const person of [room.id('Ben'), room.id('Amina'), null])
        room.expectRefused('Joel', { type: 'giveFloor', person }, 'floor/coachees-own');
      for (const name of ['Ben', 'Amina'])
        room.expectRefused(name, { type: 'takeFloor' }, 'floor/coachees-own');
      room.expectRefused('Amina', { type: 'finish' }, 'floor/coachees-own');
      room.expectRefused('Ben', { type: 'finish' }, 'floor/not-yours');
    }
  });

  it('FLO2 the floor stays the coachee’s while they are away', () => {
    const room = meeting().at('listen');
    room.system({ type: 'noteAway', person: room.id('Amina') });
    expect(room.holder).toBe('Amina');
  });

  it('FLO12 where the floor is nobody’s, the coachee may take it or be given it, and no one else', () => {
    const room = meeting().at('plan');
    expect(room.holder).toBeNull();
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-open-to-you');
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Ben') }, 'floor/coachees-own');
    room.as('Amina').does({ type: 'takeFloor' });
    expect(room.holder).toBe('Amina');
    room.expectRefused('Amina', { type: 'takeFloor' }, 'floor/taken');
    room.as('Amina').does({ type: 'finish' });
    expect(room.holder).toBeNull();
    gives(room, 'Amina');
    expect(room.holder).toBe('Amina');
  });

  it('FLO13 a facilitator takes the floor back from a voice', () => {
    const room = meeting().at('ask');
    gives(room, 'Ben');
    room.later(minutes(1));
    expect(gives(room, null)).toMatchObject([{ type: 'floorFreed', how: 'taken' }]);
    expect(room.holder).toBe('Amina');
    expect(gives(room, null), 'CMD6').toEqual([]);
    room.expectRefused('Ben', { type: 'giveFloor', person: null }, 'role/not-facilitator');
  });

  it('FLO13 in a round, who was interrupted for good has had their time', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.later(seconds(3));
    expect(gives(room, null)).toMatchObject([{ how: 'taken' }]);
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines']);
    expect(room.state.floor.round!.spoke).toEqual([room.id('Ben')]);
  });

  it('FLO13 within three seconds it was a slip, and the voice still waits where it did', () => {
    const room = meeting().at('echo');
    gives(room, 'Chloé');
    room.later(duration(seconds(3) - 1));
    expect(gives(room, null)).toMatchObject([
      { type: 'floorFreed', person: room.id('Chloé'), how: 'returned' },
    ]);
    expect(room.waiting).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);
    expect(room.state.floor.round).toMatchObject({ spoke: [], passed: [] });
    expect(room.holder).toBe('Amina');
    for (const name of ['Ben', 'Chloé']) {
      room.as(name).does({ type: 'takeFloor' });
      room.as(name).does({ type: 'finish' });
    }
    expect(room.waiting).toEqual(['Dee', 'Ines']);
  });

  it('FLO13 the floor given to another within three seconds is a slip as well', () => {
    const room = meeting().at('echo');
    gives(room, 'Dee');
    expect(gives(room, 'Ben')).toMatchObject([
      { type: 'floorFreed', person: room.id('Dee'), how: 'returned' },
      { type: 'floorGiven', person: room.id('Ben') },
    ]);
    expect(room.waiting).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);
    expect(room.holder).toBe('Ben');
  });

  it('FLO13 FLO5 who finishes or passes within three seconds has had their time', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.as('Ben').does({ type: 'finish' })).toMatchObject([{ how: 'finished' }]);
    room.as('Chloé').does({ type: 'takeFloor' });
    expect(room.as('Chloé').does({ type: 'pass' })).toMatchObject([{ how: 'passed' }]);
    expect(room.waiting).toEqual(['Dee', 'Ines']);
  });
});

describe('rounds', () => {
  it('FLO3 everyone who has a voice speaks once, in the order people came', () => {
    const room = meeting();
    room.as('Ines').does({ type: 'offer', roles: ['observer'] });
    room.at('echo');
    const spoke: (string | null)[] = [];
    while (room.waiting.length > 0) {
      const next = room.waiting[0]!;
      room.as(next).does({ type: 'takeFloor' });
      spoke.push(room.holder);
      room.as(next).does({ type: 'finish' });
    }
    expect(spoke).toEqual(['Ben', 'Chloé', 'Dee']);
    expect(room.state.floor.round!.spoke).toHaveLength(3);
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-your-turn');
  });

  it('FLO3 in the close everyone has a voice, and the coachee is the last', () => {
    expect(meeting().at('close').waiting).toEqual(['Joel', 'Ben', 'Chloé', 'Dee', 'Ines', 'Amina']);
  });

  it('FLO3 where two people meet, the facilitator is the coach as well', () => {
    const room = meeting({ people: ['Joel', 'Amina'] }).at('echo');
    expect(room.waiting).toEqual(['Joel']);
    room.as('Joel').does({ type: 'takeFloor' });
    expect(room.holder).toBe('Joel');
  });

  it('FLO3 a facilitator who comes in during the close speaks as well', () => {
    const room = meeting().at('close').joins('Rita', 'console').joins('Late');
    expect(room.waiting.slice(-3)).toEqual(['Rita', 'Late', 'Amina']);
  });

  it('PEO5 the coachee still has the last word when others, or they themselves, come back', () => {
    const room = meeting().at('close');
    for (const name of ['Ben', 'Amina']) {
      room.as(name).does({ type: 'leave' });
      room.as(name).does({ type: 'comeBack' });
    }
    expect(room.waiting).toEqual(['Joel', 'Chloé', 'Dee', 'Ines', 'Ben', 'Amina']);
  });

  it('PEO5 a voice whose role changes in a closing round waits no more where the role has none', () => {
    const room = meeting({ phases: withPhase('close', { voices: ['coach'] }) }).at('close');
    room.as('Ben').does({ type: 'takeFloor' });
    for (const name of ['Ben', 'Chloé'])
      room.as('Joel').does({ type: 'setRole', person: room.id(name), role: 'observer' });
    expect(room.waiting).toEqual(['Ben', 'Dee', 'Ines']);
    expect(room.holder).toBe('Ben');
  });

  it('FLO4 the next voice takes the floor, and nobody else', () => {
    const room = meeting().at('echo');
    for (const name of ['Chloé', 'Joel', 'Amina'])
      room.expectRefused(name, { type: 'takeFloor' }, 'floor/not-your-turn');
    room.as('Ben').does({ type: 'takeFloor' });
    room.expectRefused('Chloé', { type: 'takeFloor' }, 'floor/taken');
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/taken');
  });

  it('FLO4 a facilitator gives the floor to any who still wait', () => {
    const room = meeting().at('echo');
    gives(room, 'Dee');
    room.as('Dee').does({ type: 'finish' });
    expect(room.waiting).toEqual(['Ben', 'Chloé', 'Ines']);
    for (const name of ['Dee', 'Joel'])
      room.expectRefused('Joel', { type: 'giveFloor', person: room.id(name) }, 'floor/not-in-round');
  });

  it('FLO4 the floor goes back to the coachee between two voices, also by a facilitator', () => {
    const room = meeting().at('echo');
    gives(room, 'Dee');
    room.later(minutes(1));
    expect(gives(room, 'Amina')).toMatchObject([
      { type: 'floorFreed', how: 'taken' },
      { type: 'floorGiven', person: room.id('Amina'), clock: { kind: 'untimed' } },
    ]);
    expect(room.holder).toBe('Amina');
  });

  it('FLO4 in a round whose floor is silent between voices, the coachee waits like the others', () => {
    const room = meeting().at('close');
    gives(room, 'Amina');
    room.as('Amina').does({ type: 'finish' });
    expect(room.holder).toBeNull();
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Amina') }, 'floor/not-in-round');
  });

  it('FLO4 somebody away is waited for, but not in front of others', () => {
    const room = meeting().at('echo');
    room.system({ type: 'noteAway', person: room.id('Ben') });
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-your-turn');
    for (const name of ['Chloé', 'Dee', 'Ines']) {
      room.as(name).does({ type: 'takeFloor' });
      room.as(name).does({ type: 'finish' });
    }
    expect(room.waiting).toEqual(['Ben']);
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.holder).toBe('Ben');
  });

  it('FLO5 whoever has the floor can finish, and it goes back to the coachee, else to silence', () => {
    const echo = meeting().at('echo');
    echo.as('Ben').does({ type: 'takeFloor' });
    echo.expectRefused('Chloé', { type: 'finish' }, 'floor/not-yours');
    echo.as('Ben').does({ type: 'finish' });
    expect(echo.holder).toBe('Amina');
    const close = meeting().at('close');
    close.as('Joel').does({ type: 'takeFloor' });
    close.as('Joel').does({ type: 'finish' });
    expect(close.holder).toBeNull();
  });

  it('FLO5 the coachee between two voices has nothing to finish', () => {
    const room = meeting().at('echo');
    room.expectRefused('Amina', { type: 'finish' }, 'floor/not-yours');
  });

  it('FLO6 anyone passes before or during their time, with nothing counted', () => {
    const room = meeting().at('echo');
    room.as('Dee').does({ type: 'pass' });
    expect(room.waiting).toEqual(['Ben', 'Chloé', 'Ines']);
    expect(room.holder).toBe('Amina');
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.as('Ben').does({ type: 'pass' })).toMatchObject([{ type: 'floorFreed', how: 'passed' }]);
    expect(room.waiting).toEqual(['Chloé', 'Ines']);
    expect(room.holder).toBe('Amina');
    expect(room.state.turns[0]!.asked).toEqual({});
  });

  it('FLO6 when everyone passes, the round rests', () => {
    const room = meeting().at('echo');
    for (const name of room.waiting) room.as(name!).does({ type: 'pass' });
    expect(room.state.floor.round).toMatchObject({ waiting: [], spoke: [] });
    expect(room.holder).toBe('Amina');
    expect(room.phase?.id).toBe('echo');
  });

  it('FLO6 who has no part in the round has nothing to pass', () => {
    const room = meeting().at('echo');
    for (const name of ['Amina', 'Joel']) room.expectRefused(name, { type: 'pass' }, 'floor/not-in-round');
    room.as('Ben').does({ type: 'pass' });
    room.expectRefused('Ben', { type: 'pass' }, 'floor/not-in-round');
    room.at('ask').expectRefused('Ben', { type: 'pass' }, 'floor/not-in-round');
  });

  it('FLO7 a voice’s own time is an even share of what is left, between least and usual', () => {
    const timeOf = (left: number): number => {
      const room = meeting().at('echo');
      room.later(duration(minutes(8) - left));
      room.as('Ben').does({ type: 'takeFloor' });
      return room.speakerLeft!;
    };
    expect(timeOf(minutes(8))).toBe(minutes(1));
    expect(timeOf(seconds(200))).toBe(seconds(50));
    expect(timeOf(seconds(100))).toBe(seconds(40));
    expect(timeOf(seconds(-100))).toBe(seconds(40));
  });

  it('FLO7 at the zero of a voice nothing is cut', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.later(minutes(2));
    expect(room.tick()).toEqual([]);
    expect(room.holder).toBe('Ben');
    expect(room.speakerLeft).toBe(minutes(-1));
  });

  it('FLO7 a round in a phase without a clock gives each voice the usual time', () => {
    const room = meeting({ phases: withPhase('echo', { timed: false }) }).at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.later(seconds(10)).speakerLeft).toBe(seconds(50));
  });

  it('FLO7 where a phase gives no speaker time there is none', () => {
    const room = meeting().at('close');
    room.as('Joel').does({ type: 'takeFloor' });
    expect(room.speakerLeft).toBeNull();
  });
});

describe('questions', () => {
  it('FLO8 in a queue a facilitator gives the floor to a voice, or to a raised hand, which it lowers', () => {
    const room = meeting();
    room.as('Ines').does({ type: 'offer', roles: ['observer'] });
    room.at('ask');
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Ines') }, 'floor/not-open-to-you');
    room.expectRefused('Joel', { type: 'giveFloor', person: 'nobody' }, 'people/unknown');
    raises(room, 'Ines', true);
    gives(room, 'Ines');
    expect(room.holder).toBe('Ines');
    expect(room.state.hands).toEqual([]);
    gives(room, 'Ben');
    expect(room.holder).toBe('Ben');
  });

  it('FLO8 nobody takes the floor of a queue themselves', () => {
    const room = meeting().at('ask');
    for (const name of ['Ben', 'Amina'])
      room.expectRefused(name, { type: 'takeFloor' }, 'floor/not-open-to-you');
    gives(room, 'Ben');
    room.expectRefused('Dee', { type: 'takeFloor' }, 'floor/taken');
  });

  it('FLO8 who has left is not given the floor', () => {
    const room = meeting().at('ask');
    room.as('Ben').does({ type: 'leave' });
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Ben') }, 'people/unknown');
  });

  it('FLO9 who asked is counted in this turn; points of process and the coachee’s words are not', () => {
    const room = meeting().at('ask');
    for (let times = 0; times < 2; times++) {
      raises(room, 'Ben');
      gives(room, 'Ben');
      room.later(minutes(1));
      gives(room, null);
    }
    raises(room, 'Dee', true);
    gives(room, 'Dee');
    raises(room.later(minutes(1)), 'Amina', true);
    gives(room, 'Amina');
    expect(room.state.turns[0]!.asked).toEqual({ [room.id('Ben')]: 2 });
  });

  it('FLO13 a slip counts nothing, and the hand is up again where it was', () => {
    const room = meeting().at('ask');
    for (const name of ['Ben', 'Dee']) raises(room.later(seconds(10)), name);
    const { hands } = room.state;
    gives(room, 'Ben');
    expect(room.state.turns[0]!.asked).toEqual({ [room.id('Ben')]: 1 });
    room.later(seconds(2));
    gives(room, null);
    expect(room.state.turns[0]!.asked).toEqual({});
    expect(room.state.hands).toEqual(hands);
  });

  it('FLO13 whoever raises another hand within the slip has one all the same', () => {
    const room = meeting().at('ask');
    raises(room, 'Ben');
    gives(room, 'Ben');
    raises(room, 'Ben', true);
    gives(room, null);
    expect(room.state.hands).toMatchObject([{ person: room.id('Ben'), process: true }]);
  });

  it('FLO9 speaking in a round is no question', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.state.turns[0]!.asked).toEqual({});
  });
});

describe('a point of process in a round', () => {
  const heard = (room: Meeting, name: string) => {
    raises(room, name, true);
    return gives(room, name);
  };

  it('FLO17 FLO8 is no turn of who waits: they wait where they did, and get their own time later', () => {
    const room = meeting().at('echo');
    const { round } = room.state.floor;
    heard(room, 'Chloé');
    expect(room.holder).toBe('Chloé');
    expect(room.state.hands).toEqual([]);
    expect(room.state.floor.clock).toEqual({ kind: 'untimed' });
    room.later(minutes(1));
    expect(room.as('Chloé').does({ type: 'finish' })).toMatchObject([{ how: 'process' }]);
    expect(room.state.floor.round).toEqual(round);
    expect(room.holder).toBe('Amina');
    room.as('Ben').does({ type: 'takeFloor' });
    room.as('Ben').does({ type: 'finish' });
    room.as('Chloé').does({ type: 'takeFloor' });
    expect(room.state.floor.clock.kind).toBe('running');
  });

  it('FLO17 FLO4 may be of somebody who has spoken, passes always or leads, and ends by the facilitator', () => {
    const room = meeting().at('echo');
    room.as('Dee').does({ type: 'passAlways', on: true });
    room.as('Ben').does({ type: 'takeFloor' });
    room.as('Ben').does({ type: 'finish' });
    const { round } = room.state.floor;
    for (const name of ['Ben', 'Dee', 'Joel']) {
      room.expectRefused(
        'Joel',
        { type: 'giveFloor', person: room.id(name) },
        name === 'Dee' ? 'floor/passes' : 'floor/not-in-round',
      );
      heard(room, name);
      expect(room.holder).toBe(name);
      room.later(minutes(1));
      expect(gives(room, null)).toMatchObject([{ how: 'process' }]);
      expect(room.state.floor.round).toEqual(round);
    }
  });

  it('FLO17 whoever was speaking makes way, waits again where they did, and comes next', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    const { round } = room.state.floor;
    raises(room.later(seconds(20)), 'Ines', true);
    expect(gives(room, 'Ines')).toMatchObject([
      { type: 'floorFreed', person: room.id('Ben'), how: 'returned' },
      { type: 'floorGiven', person: room.id('Ines') },
    ]);
    expect(room.state.floor.round).toEqual(round);
    room.later(minutes(1)).as('Ines').does({ type: 'finish' });
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.holder).toBe('Ben');
  });

  it('FLO17 FLO13 taken back within three seconds, the hand is up again', () => {
    const room = meeting().at('echo');
    heard(room, 'Ben');
    expect(gives(room.later(seconds(1)), null)).toMatchObject([{ how: 'returned' }]);
    expect(room.state.hands).toMatchObject([{ person: room.id('Ben'), process: true }]);
    expect(room.waiting[0]).toBe('Ben');
  });

  it('FLO17 FLO6 who passes meanwhile passes on their turn, and speaks on', () => {
    const room = meeting().at('echo');
    heard(room, 'Ben');
    room.as('Ben').does({ type: 'pass' });
    expect(room.holder).toBe('Ben');
    room.as('Ben').does({ type: 'finish' });
    expect(room.state.floor.round).toMatchObject({ passed: [room.id('Ben')], spoke: [] });
  });

  it('FLO17 FLO16 who chooses meanwhile to pass always is waited for no more', () => {
    const room = meeting().at('echo');
    heard(room, 'Ben');
    room.as('Ben').does({ type: 'passAlways', on: true });
    room.as('Ben').does({ type: 'finish' });
    expect(room.waiting).not.toContain('Ben');
    expect(room.state.floor.round).toMatchObject({ passed: [], spoke: [] });
  });

  it('FLO17 the next voice is still the next while somebody else, or they, speak of the process', () => {
    const room = meeting().at('echo');
    for (const name of ['Ben', 'Ines']) {
      heard(room, name);
      expect(nextVoice(room.state)).toBe(room.id('Ben'));
    }
  });
});

describe('a round that is through', () => {
  const passed = (phase: string) => {
    const room = meeting().at(phase);
    for (const name of [...room.waiting]) if (name !== 'Amina') room.as(name!).does({ type: 'pass' });
    return room;
  };

  it('FLO14 everyone passes: it rests, and in paraphrase the floor is the coachee’s', () => {
    const room = passed('echo');
    expect([room.waiting, room.holder, room.phase?.id]).toEqual([[], 'Amina', 'echo']);
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-your-turn');
  });

  it('FLO14 in the close the coachee takes what is left, or is given it, and nobody else', () => {
    const room = passed('close');
    room.as('Amina').does({ type: 'pass' });
    expect([room.waiting, room.holder]).toEqual([[], null]);
    room.expectRefused('Ben', { type: 'takeFloor' }, 'floor/not-your-turn');
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Ben') }, 'floor/not-in-round');
    room.as('Amina').does({ type: 'takeFloor' });
    room.as('Amina').does({ type: 'finish' });
    gives(room, 'Amina');
    expect([room.holder, room.speakerLeft]).toEqual(['Amina', null]);
  });

  it('FLO15 between two voices of the close the floor is nobody’s, and whoever comes next takes it', () => {
    const room = meeting().at('close');
    expect(room.holder).toBeNull();
    room.as('Joel').does({ type: 'takeFloor' });
    room.as('Joel').does({ type: 'finish' });
    expect(room.holder).toBeNull();
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.holder).toBe('Ben');
  });

  it('FLO3 PEO2 who joins in the middle of a round speaks at its end, in one role for the phase', () => {
    const room = meeting().at('echo').joins('Flo');
    expect(room.waiting.at(-1)).toBe('Flo');
    room.as('Flo').does({ type: 'setRole', person: room.id('Flo'), role: 'observer' });
    expect([room.role('Flo'), room.waiting.at(-1)]).toEqual(['coach', 'Flo']);
    room.at('ask');
    expect(room.role('Flo')).toBe('observer');
  });
});

describe('hands', () => {
  it('FLO10 in a queue its voices raise a hand, once', () => {
    const room = meeting();
    room.as('Ines').does({ type: 'offer', roles: ['observer'] });
    room.at('ask');
    raises(room, 'Ben');
    room.expectRefused('Ben', { type: 'raiseHand', process: true }, 'floor/hand-up');
    for (const name of ['Amina', 'Joel', 'Ines'])
      room.expectRefused(name, { type: 'raiseHand', process: false }, 'floor/no-hands-now');
  });

  it('FLO10 the coachee asks no question, even where they are a voice of the queue', () => {
    const room = meeting({ phases: withPhase('ask', { voices: ['coach', 'coachee'] }) }).at('ask');
    room.expectRefused('Amina', { type: 'raiseHand', process: false }, 'floor/no-hands-now');
    raises(room, 'Ben');
  });

  it('FLO10 on an open floor anyone raises a hand', () => {
    const room = meeting().at('agree');
    for (const name of ['Joel', 'Ben', 'Ines']) raises(room, name);
    expect(room.state.hands.map((hand) => room.nameOf(hand.person))).toEqual(['Joel', 'Ben', 'Ines']);
  });

  it('FLO10 a point of process is raised in any phase that is not protected', () => {
    for (const phase of ['agree', 'focus', 'echo', 'ask', 'plan', 'close'])
      expect(raises(meeting().at(phase), 'Ben', true)).toHaveLength(1);
    const listen = meeting().at('listen');
    for (const process of [true, false])
      listen.expectRefused('Ben', { type: 'raiseHand', process }, 'floor/no-hands-now');
  });

  it('FLO10 FLO2 FLO12 TUR12 a point of process has the floor where it is not the coachee’s or nobody’s', () => {
    const phases = withPhase('reps', { length: minutes(8) });
    const open = (room: Meeting, name: string) => {
      raises(room, name, true);
      expect(floorClosedTo(room.state, room.id(name))).toBe(false);
      gives(room, name);
      expect(room.holder).toBe(name);
    };
    const closed = (room: Meeting, name: string, why: Rejection) => {
      raises(room, name, true);
      expect(floorClosedTo(room.state, room.id(name))).toBe(true);
      room.expectRefused('Joel', { type: 'giveFloor', person: room.id(name) }, why);
    };
    for (const phase of ['agree', 'echo', 'ask', 'reps', 'close']) open(meeting({ phases }).at(phase), 'Ben');
    for (const phase of ['focus', 'plan']) closed(meeting().at(phase), 'Ben', 'floor/coachees-own');
    open(meeting().at('plan'), 'Amina');
    const stopped = meeting().at('ask');
    stopped.as('Amina').does({ type: 'stop' });
    closed(stopped, 'Ben', 'turn/stopped');
  });

  it('FLO10 in other phases there are no questions to raise a hand for', () => {
    for (const phase of ['focus', 'echo', 'plan', 'close'])
      meeting().at(phase).expectRefused('Ben', { type: 'raiseHand', process: false }, 'floor/no-hands-now');
  });

  it('FLO11 people lower their own hand, facilitators any', () => {
    const room = meeting().at('ask');
    for (const name of ['Ben', 'Dee', 'Chloé']) raises(room, name);
    room.as('Ben').does({ type: 'lowerHand', person: room.id('Ben') });
    room.expectRefused('Ben', { type: 'lowerHand', person: room.id('Dee') }, 'role/not-facilitator');
    room.expectRefused('Eve', { type: 'lowerHand', person: room.id('Dee') }, 'role/not-facilitator');
    room.as('Joel').does({ type: 'lowerHand', person: room.id('Dee') });
    room
      .holdsConsole('Rita')
      .as('Rita')
      .does({ type: 'lowerHand', person: room.id('Chloé') });
    expect(room.state.hands).toEqual([]);
  });

  it('FLO11 a hand that is not up is not lowered', () => {
    const room = meeting().at('ask');
    for (const name of ['Ben', 'Joel'])
      room.expectRefused(name, { type: 'lowerHand', person: room.id('Ben') }, 'floor/no-hand');
  });
});
