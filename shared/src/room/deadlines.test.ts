import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting } from '#tests/support/given.ts';
import { duration, hours, later, minutes, seconds } from '../time.ts';
import { endsByItselfAt, missedTime, nextDeadline, zeroDue } from './deadlines.ts';

const oneMs = duration(1);

it('TIM6 the running phase’s zero is due once, and none while it rests or has no clock', () => {
  const room = meeting();
  expect(zeroDue(room.state)).toBeNull();
  expect(zeroDue(room.at('agree').state)).toBeNull();
  room.at('focus');
  expect(zeroDue(room.state)).toBe(room.now + minutes(4));
  room.as('Joel').does({ type: 'pause' });
  expect(zeroDue(room.state)).toBeNull();
  room.as('Joel').does({ type: 'resume' });
  room.later(minutes(4)).tick();
  expect(zeroDue(room.state)).toBeNull();
});

it('STR8 the zero of the running phase is due first, then the end of the session', () => {
  const room = meeting().at('focus');
  expect(nextDeadline(room.state)).toBe(zeroDue(room.state));
  room.as('Joel').does({ type: 'pause' });
  expect(nextDeadline(room.state)).toBe(endsByItselfAt(room.state));
  expect(nextDeadline(meeting().at('agree').state)).not.toBeNull();
});

describe('a session that nobody ends', () => {
  it('STR8 ends two hours after its plan is through, and neither before the start nor after the end', () => {
    const room = meeting();
    expect([endsByItselfAt(room.state), nextDeadline(room.state)]).toEqual([null, null]);
    room.at('agree');
    expect(endsByItselfAt(room.state)).toBe(later(room.now, hours(3)));
    room.as('Joel').does({ type: 'endSession' });
    expect([endsByItselfAt(room.state), nextDeadline(room.state)]).toEqual([null, null]);
  });

  it('STR8 moves with the plan: minutes given, a pause, a phase ended early, one gone back from', () => {
    const room = meeting().at('focus');
    const end = () => endsByItselfAt(room.state)! - room.now;
    expect(end()).toBe(hours(2) + minutes(55));
    room.as('Joel').does({ type: 'addTime', by: minutes(3) });
    expect(end()).toBe(hours(2) + minutes(58));
    room.as('Joel').does({ type: 'next' });
    expect(end()).toBe(hours(2) + minutes(51));
    room.later(minutes(4)).as('Joel').does({ type: 'back' });
    expect(end()).toBe(hours(2) + minutes(54));
  });

  it('STR8 ends by itself once, not early, and not twice', () => {
    const room = meeting().at('close');
    const due = later(room.now, duration(minutes(6) + hours(2)));
    room.later(minutes(6)).tick();
    expect(nextDeadline(room.state)).toBe(due);
    expect(room.later(duration(hours(2) - 1)).tick()).toEqual([]);
    expect(room.later(oneMs).tick()).toMatchObject([
      { type: 'phaseEnded', how: 'end', by: 'time', unreached: false },
      { type: 'sessionEnded' },
    ]);
    expect(room.state).toMatchObject({ run: null, endedAt: due });
    expect(room.tick()).toEqual([]);
    expect(room.later(hours(24)).tick()).toEqual([]);
  });

  it('STR8 ends in the middle of its plan as well: paused, untimed, or with protected time left', () => {
    for (const phase of ['agree', 'listen', 'ask']) {
      const room = meeting().at(phase);
      if (phase !== 'agree') room.as('Amina').does({ type: 'pause' });
      expect(room.later(hours(2)).tick(), phase).toEqual([]);
      expect(room.later(hours(1)).tick(), phase).toMatchObject([
        { type: 'phaseEnded', how: 'end', by: 'time', unreached: false },
        { type: 'sessionEnded' },
      ]);
    }
  });

  it('STR8 whoever touches it in the meantime keeps it going', () => {
    const room = meeting().at('close').later(minutes(6));
    room.tick();
    room.later(hours(1)).as('Ben').does({ type: 'sayReady', ready: true });
    expect(room.later(hours(1)).tick()).toEqual([]);
    expect(room.later(hours(1)).tick()).toMatchObject([{ type: 'phaseEnded' }, { type: 'sessionEnded' }]);
  });

  it('STR8 noticed long after both, it is the end that happens and not the zero', () => {
    const room = meeting({ phases: withPhase('ask', { atZero: 'advance' }) }).at('ask');
    expect(room.later(hours(9)).tick()).toMatchObject([
      { type: 'phaseEnded', by: 'time' },
      { type: 'sessionEnded' },
    ]);
    expect(room.tick()).toEqual([]);
  });

  it('STR8 phases that advance by themselves do so to the last, and then the session ends', () => {
    const phases = withPhase('plan', { atZero: 'advance' });
    const room = meeting({ phases }).at('plan').later(minutes(9));
    expect(room.tick()).toMatchObject([
      { type: 'phaseEnded', how: 'advance', by: 'time' },
      { phase: 'close' },
    ]);
    room.later(minutes(6)).tick();
    expect(room.later(duration(hours(2) - seconds(1))).tick()).toEqual([]);
    room.later(seconds(1)).tick();
    expect(room.state.endedAt).toBe(room.now);
  });
});

describe('a session that everybody has gone from', () => {
  const allAway = (room: Meeting): Meeting => {
    for (const { id } of room.state.people) room.system({ type: 'noteAway', person: id });
    return room;
  };

  it('STR8 ends when its plan is through and nobody has been connected for thirty minutes', () => {
    const room = allAway(meeting().at('close'));
    room.later(minutes(6)).tick();
    expect(room.later(duration(minutes(30) - 1)).tick()).toEqual([]);
    expect(room.later(oneMs).tick()).toMatchObject([
      { type: 'phaseEnded', how: 'end', by: 'time' },
      { type: 'sessionEnded' },
    ]);
  });

  it('STR8 counts from when the last one went, and not before the plan is through', () => {
    const early = allAway(meeting().at('focus'));
    expect(endsByItselfAt(early.state)).toBe(later(early.now, minutes(55 + 30)));
    const late = meeting().at('close').later(minutes(20));
    late.tick();
    allAway(late);
    expect(endsByItselfAt(late.state)).toBe(later(late.now, minutes(30)));
  });

  it('STR8 does not end so while one is here, nor later than it would with them', () => {
    const room = allAway(meeting().at('close'));
    room.system({ type: 'noteBack', person: room.id('Dee') });
    expect(endsByItselfAt(room.state)).toBe(later(room.now, duration(minutes(6) + hours(2))));
    room.later(minutes(110)).system({ type: 'noteAway', person: room.id('Dee') });
    expect(endsByItselfAt(room.state)).toBe(later(room.now, minutes(30)));
  });

  it('STR8 who left or was removed is gone, and who has no device is not asked for', () => {
    const room = meeting({ people: ['Joel', 'Amina', 'Ben', 'Dee'] }).at('close');
    room.as('Joel').does({ type: 'addPerson', name: 'Fritz' });
    room.as('Joel').does({ type: 'remove', person: room.id('Dee') });
    for (const name of ['Ben', 'Amina', 'Joel']) room.as(name).does({ type: 'leave' });
    expect(endsByItselfAt(room.state)).toBe(later(room.now, minutes(36)));
  });

  it('STR8 a room of people without a device is not taken for an empty one', () => {
    const room = meeting({ people: ['Joel'] });
    for (const name of ['Fritz', 'Olga']) room.as('Joel').does({ type: 'addPerson', name });
    room.as('Joel').does({ type: 'start' });
    const people = room.state.people.map((person) => ({ ...person, device: false }));
    expect(endsByItselfAt({ ...room.state, people })).toBe(endsByItselfAt(room.state));
  });
});

describe('a zero that nobody saw', () => {
  it('TIM7 is time to give back, until it was given', () => {
    const room = meeting().at('focus');
    room.later(minutes(11)).tick();
    expect(missedTime(room.state)).toBe(minutes(7));
    room.as('Joel').does({ type: 'addTime', by: minutes(7) });
    expect(missedTime(room.state)).toBeNull();
    expect(room.left).toBe(0);
  });

  it('TIM7 is none when it was noticed in time, or is still to come', () => {
    const room = meeting().at('focus');
    expect(missedTime(room.state)).toBeNull();
    room.later(minutes(4)).tick();
    room.later(minutes(3));
    expect(missedTime(room.state)).toBeNull();
  });

  it('TIM7 is none when a phase goes on in extra time after Back and Next', () => {
    const room = meeting().at('ask');
    room.later(minutes(14)).tick();
    room.later(minutes(2));
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'next' });
    expect(room.phase?.id).toBe('ask');
    expect(room.left).toBe(minutes(-2));
    expect(missedTime(room.state)).toBeNull();
  });
});
