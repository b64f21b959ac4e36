import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting } from '#tests/support/given.ts';
import { later, minutes, seconds } from '../time.ts';
import { planAt } from './plan.ts';

const planOf = (room: Meeting) => planAt(room.state, room.now);
const entry = (room: Meeting, id: string) => planOf(room).phases.find(({ phase }) => phase.id === id)!;

describe('the plan', () => {
  it('lies ahead as a whole before the start', () => {
    const room = meeting();
    const plan = planOf(room);
    expect(plan.phases.map(({ state }) => state)).toEqual(Array(7).fill('todo'));
    expect(plan.endsAt).toBe(later(room.now, minutes(60)));
    expect(plan.slack).toBe(0);
  });

  it('STR2 leaves out a phase without minutes', () => {
    const room = meeting({ phases: withPhase('echo', { length: minutes(0) }) });
    expect(planOf(room).phases.map(({ phase }) => phase.id)).not.toContain('echo');
    expect(planOf(room).slack).toBe(minutes(8));
  });

  it('passes over what is left of a turn that was stopped', () => {
    const room = meeting().at('ask');
    room.as('Amina').does({ type: 'stop' });
    expect(planOf(room).phases.map(({ phase }) => phase.id)).toEqual([
      ...['agree', 'focus', 'listen', 'echo', 'ask'],
      'close',
    ]);
    room.as('Amina').does({ type: 'goOn' });
    expect(planOf(room).phases.map(({ phase }) => phase.id)).toContain('plan');
  });

  it('knows what is done, what is now and what is to come, and when', () => {
    const room = meeting().at('agree');
    const start = room.now;
    room.later(minutes(6)).at('focus').later(minutes(1));
    expect(
      planOf(room)
        .phases.map(({ state }) => state)
        .join(' '),
    ).toBe('done now todo todo todo todo todo');
    expect(entry(room, 'agree')).toMatchObject({ startsAt: start, took: minutes(6) });
    expect(entry(room, 'focus')).toMatchObject({ startsAt: later(start, minutes(6)), took: null });
    expect(entry(room, 'listen').startsAt).toBe(later(start, minutes(10)));
    expect(planOf(room)).toMatchObject({
      endsAt: later(start, minutes(61)),
      promisedEnd: later(start, minutes(60)),
      slack: minutes(-1),
    });
  });

  it('TIM4 moves its end with minutes given, with a pause and with extra time', () => {
    const room = meeting().at('focus').later(minutes(3));
    expect(planOf(room).slack).toBe(minutes(5));
    room.as('Joel').does({ type: 'addTime', by: minutes(2) });
    expect(planOf(room).slack).toBe(minutes(3));
    expect(entry(room, 'focus').length).toBe(minutes(6));
    room.as('Joel').does({ type: 'pause' });
    expect(planOf(room.later(minutes(1))).slack).toBe(minutes(2));
    room.as('Joel').does({ type: 'resume' });
    expect(planOf(room.later(minutes(4))).slack).toBe(minutes(1));
  });

  it('counts the planned minutes of a phase without a clock, and then what it takes', () => {
    const room = meeting().at('agree').later(minutes(2));
    expect(planOf(room).slack).toBe(0);
    expect(planOf(room.later(minutes(5))).slack).toBe(minutes(-2));
  });

  it('STR2 STR3 after Back a phase ahead is to come again, and what was left in it is planned', () => {
    const room = meeting().at('listen').later(minutes(1));
    room.as('Joel').does({ type: 'addTime', by: minutes(2) });
    room.as('Joel').does({ type: 'back' });
    expect(entry(room, 'listen')).toMatchObject({ state: 'todo', took: null, length: minutes(16) });
    expect(entry(room, 'focus').state).toBe('now');
    expect(entry(room, 'listen').startsAt).toBe(later(room.now, minutes(4)));
    expect(entry(room, 'echo').startsAt).toBe(later(room.now, minutes(4 + 15)));
  });

  it('STR2 a phase in extra time when Back interrupted it has no time to come', () => {
    const room = meeting().at('ask').later(minutes(15));
    room.as('Joel').does({ type: 'back' });
    expect(entry(room, 'plan').startsAt).toBe(entry(room, 'ask').startsAt);
  });

  it('STR3 a phase one came back to took what its runs took together', () => {
    const room = meeting().at('focus').later(minutes(3)).at('listen').later(minutes(2));
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'resume' });
    room.later(seconds(30)).as('Joel').does({ type: 'next' });
    expect(entry(room, 'focus').took).toBe(seconds(210));
    expect(room.left).toBe(minutes(12));
    room.later(minutes(10)).as('Amina').does({ type: 'next' });
    expect(entry(room, 'listen').took).toBe(minutes(12));
  });

  it('STR3 STR2 however often Back comes in between, no minute counts twice', () => {
    const room = meeting().at('ask').later(minutes(10));
    for (let i = 0; i < 2; i++) {
      room.as('Joel').does({ type: 'back' });
      room.as('Joel').does({ type: 'resume' });
      room.later(minutes(1)).as('Joel').does({ type: 'next' });
      room.later(minutes(1));
    }
    room.as('Joel').does({ type: 'next' });
    expect(entry(room, 'echo').took).toBe(minutes(2));
    expect(entry(room, 'ask').took).toBe(minutes(12));
  });

  it('STR3 a phase without a clock took the time between its runs’ ends', () => {
    const room = meeting().at('agree').later(minutes(4)).at('focus').later(minutes(1));
    room.as('Joel').does({ type: 'back' });
    room.later(minutes(2)).as('Joel').does({ type: 'next' });
    expect(entry(room, 'agree').took).toBe(minutes(6));
  });

  it('PLA9 TIM5 Restart loses nothing of what went by', () => {
    const room = meeting().at('ask').later(minutes(10));
    room.as('Joel').does({ type: 'restart' });
    room.later(minutes(1)).as('Joel').does({ type: 'resume' });
    room.later(minutes(4)).as('Joel').does({ type: 'restart' });
    room.as('Joel').does({ type: 'resume' });
    room.later(minutes(2)).as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'next' });
    room.later(minutes(1)).as('Joel').does({ type: 'next' });
    expect(entry(room, 'ask').took).toBe(minutes(17));
  });

  it('PLA9 what a session that ended early did not come to took no time', () => {
    const room = meeting().at('ask').later(minutes(2));
    room.as('Joel').does({ type: 'endSession' });
    expect(planOf(room).phases.map(({ state }) => state)).toEqual(Array(7).fill('done'));
    expect([entry(room, 'ask').took, entry(room, 'plan').took]).toEqual([minutes(2), null]);
    expect(planOf(room).endsAt).toBe(room.now);
  });

  it('is all behind after the end, with what each phase took', () => {
    const room = meeting().at('close').later(minutes(5));
    room.as('Joel').does({ type: 'next' });
    expect(planOf(room).phases.every(({ state }) => state === 'done')).toBe(true);
    expect(entry(room, 'close').took).toBe(minutes(5));
    expect(planOf(room).endsAt).toBe(room.now);
  });
});
