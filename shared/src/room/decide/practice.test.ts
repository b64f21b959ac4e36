import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting, type Wish } from '#tests/support/given.ts';
import { minutes, seconds } from '../../time.ts';
import { players } from '../practice.ts';
import type { Practice } from '../state.ts';

const at = (phase = 'reps') => meeting({ phases: withPhase('reps', { length: minutes(8) }) }).at(phase);
const does = (room: Meeting, ...steps: (readonly [name: string, wish: Wish])[]) => {
  for (const [name, wish] of steps) room.as(name).does(wish);
  return room;
};
const models = { type: 'takePart', part: 'model' } as const;
const partners = { type: 'takePart', part: 'partner' } as const;
const stage = (to: Practice['stage']): Wish => ({ type: 'setStage', stage: to });
const [begins, ends, swaps, leaves] = (['beginRun', 'endRun', 'swapParts', 'leavePart'] as const).map(
  (type) => ({ type }),
);
const of = (room: Meeting) => room.state.run!.practice!;
const play = (room: Meeting) => {
  const { lead, other } = players(room.state);
  return [room.nameOf(lead), room.nameOf(other)];
};
const inRuns = () => does(at(), ['Ben', models], ['Dee', partners], ['Amina', stage('runs')]);

describe('the parts', () => {
  it('PRA1 are taken by whoever wants to play them, one person each, and left at any time', () => {
    const room = does(at(), ['Ben', models], ['Dee', partners]);
    expect(play(room)).toEqual(['Ben', 'Dee']);
    expect(room.as('Ben').does(models), 'CMD6').toEqual([]);
    room.expectRefused('Chloé', models, 'practice/part-taken');
    does(room, ['Ben', leaves!], ['Chloé', models], ['Chloé', leaves!]);
    expect(of(room).model).toBeNull();
    expect(room.as('Chloé').does(leaves!), 'CMD6').toEqual([]);
  });

  it('PRA1 the coachee models nothing for themselves, and elsewhere there are no parts', () => {
    at().expectRefused('Amina', models, 'practice/not-now');
    at('ask').expectRefused('Ben', models, 'practice/not-now');
  });

  it('PRA1 whoever has both parts plays with nobody but themselves: the other part is free to see', () => {
    expect(play(does(at(), ['Ben', models], ['Ben', partners]))).toEqual(['Ben', null]);
  });

  it('PRA2 somebody models it, then together, then the coachee in runs; a stage can come again', () => {
    const room = does(at(), ['Ben', models], ['Dee', partners]);
    does(room, ['Amina', stage('together')]);
    expect(play(room)).toEqual(['Amina', 'Ben']);
    does(room, ['Joel', stage('runs')]);
    expect(play(room)).toEqual(['Amina', 'Dee']);
    expect(room.as('Joel').does(stage('runs')), 'CMD6').toEqual([]);
    does(room, ['Amina', stage('model')]);
    room.expectRefused('Ben', stage('runs'), 'role/not-facilitator');
    at('ask').expectRefused('Joel', stage('runs'), 'practice/not-now');
  });

  it('PRA5 parts are swapped between runs, by the coachee or a facilitator', () => {
    const room = inRuns();
    room.expectRefused('Dee', swaps!, 'role/not-facilitator');
    does(room, ['Amina', swaps!]);
    expect(play(room)).toEqual(['Dee', 'Amina']);
    does(room, ['Joel', swaps!]);
    expect(play(room)).toEqual(['Amina', 'Dee']);
    at().expectRefused('Amina', swaps!, 'practice/not-now');
  });
});

describe('a run', () => {
  it('PRA3 begins and ends by the coachee or a facilitator, and is counted as a run and nothing else', () => {
    const room = inRuns();
    room.expectRefused('Dee', begins!, 'role/not-facilitator');
    for (const name of ['Amina', 'Joel', 'Amina']) does(room, [name, begins!], [name, ends!]);
    expect(of(room)).toMatchObject({ runs: 3, running: false, remark: 'open' });
    room.expectRefused('Amina', ends!, 'practice/no-run');
    at('ask').expectRefused('Amina', ends!, 'practice/no-run');
    at('ask').expectRefused('Amina', begins!, 'practice/not-now');
  });

  it('PRA3 modelling and playing together are no runs of the coachee, and ask for no remark', () => {
    const room = does(at(), ['Ben', models], ['Amina', begins!], ['Amina', ends!]);
    does(room, ['Amina', stage('together')], ['Amina', begins!], ['Amina', ends!]);
    expect(of(room)).toMatchObject({ runs: 0, remark: 'none' });
  });

  it('PRA3 without somebody who plays there is none', () => {
    const room = at();
    room.expectRefused('Amina', begins!, 'practice/nobody-plays');
    does(room, ['Amina', stage('runs')], ['Amina', swaps!]);
    room.expectRefused('Amina', begins!, 'practice/nobody-plays');
  });

  it('PRA3 nothing changes while it goes on, and the floor is nobody’s', () => {
    const room = inRuns();
    does(room, ['Amina', { type: 'takeFloor' }], ['Amina', begins!]);
    expect(room.holder).toBeNull();
    for (const wish of [begins!, swaps!, stage('model')])
      room.expectRefused('Joel', wish, 'practice/run-going');
    room.expectRefused('Chloé', models, 'practice/run-going');
    room.expectRefused('Ben', { type: 'takeFloor' }, 'practice/run-going');
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Ben') }, 'practice/run-going');
  });

  it('PRA3 TIM12 has its own minute, which waits while the phase is paused', () => {
    const room = does(inRuns(), ['Amina', begins!]);
    expect(room.later(seconds(20)).speakerLeft).toBe(seconds(40));
    does(room, ['Joel', { type: 'pause' }]);
    expect(room.later(minutes(1)).speakerLeft).toBe(seconds(40));
    does(room, ['Joel', { type: 'resume' }], ['Amina', ends!]);
    expect(room.speakerLeft).toBeNull();
    does(room, ['Joel', { type: 'pause' }], ['Amina', begins!]);
    expect(room.later(minutes(1)).speakerLeft).toBe(minutes(1));
    const free = meeting({ phases: withPhase('reps', { length: minutes(8), speakerTime: null }) }).at('reps');
    does(free, ['Amina', stage('runs')], ['Amina', begins!]);
    expect(free.speakerLeft).toBeNull();
  });
});

describe('the remark', () => {
  it('PRA4 after a run of the coachee one person says one thing, and then nobody but who is given the floor', () => {
    const room = does(inRuns(), ['Amina', begins!], ['Amina', ends!]);
    does(room, ['Chloé', { type: 'takeFloor' }], ['Chloé', { type: 'finish' }]);
    expect(of(room).remark).toBe('said');
    room.expectRefused('Ines', { type: 'takeFloor' }, 'floor/not-open-to-you');
    does(room, ['Joel', { type: 'giveFloor', person: room.id('Ines') }]);
    expect(room.holder).toBe('Ines');
  });

  it('PRA4 FLO17 a point of process is no remark: there is still one to come', () => {
    const room = does(inRuns(), ['Amina', begins!], ['Amina', ends!]);
    does(room, ['Ines', { type: 'raiseHand', process: true }]);
    does(room, ['Joel', { type: 'giveFloor', person: room.id('Ines') }], ['Ines', { type: 'finish' }]);
    expect(of(room).remark).toBe('open');
    does(room, ['Chloé', { type: 'takeFloor' }]);
    expect(of(room).remark).toBe('said');
  });

  it('PRA4 the coachee’s own words are no remark, and the next run or stage ends the wait for one', () => {
    const room = does(inRuns(), ['Amina', begins!], ['Amina', ends!]);
    does(room, ['Amina', { type: 'takeFloor' }], ['Amina', { type: 'finish' }]);
    expect(of(room).remark).toBe('open');
    does(room, ['Amina', begins!]);
    expect(of(room).remark).toBe('none');
    does(room, ['Amina', ends!], ['Amina', stage('model')]);
    expect(of(room).remark).toBe('none');
    room.expectRefused('Ines', { type: 'takeFloor' }, 'floor/not-open-to-you');
  });
});

describe('coming and going', () => {
  it('PRA6 who leaves plays no more, and a run they play in is over', () => {
    for (const name of ['Dee', 'Amina']) {
      const room = does(inRuns(), ['Amina', begins!], [name, { type: 'leave' }]);
      expect(of(room)).toMatchObject({ running: false, runs: 1 });
    }
    const room = does(inRuns(), ['Amina', begins!], ['Ben', { type: 'leave' }], ['Chloé', { type: 'leave' }]);
    expect(of(room)).toMatchObject({ model: null, running: true });
    does(room, ['Dee', leaves!]);
    expect(of(room)).toMatchObject({ partner: null, running: false });
  });

  it('PRA7 STR3 a practice that was left goes on with its parts and its runs', () => {
    const room = does(inRuns(), ['Amina', begins!], ['Amina', ends!], ['Amina', begins!]);
    does(room, ['Joel', { type: 'next' }], ['Ben', { type: 'leave' }], ['Joel', { type: 'back' }]);
    const practice = {
      stage: 'runs',
      model: null,
      partner: room.id('Dee'),
      runs: 2,
      running: false,
      remark: 'none',
    };
    expect(of(room)).toMatchObject(practice);
    expect(room.speakerLeft).toBeNull();
  });
});
