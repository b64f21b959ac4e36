import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting } from '#tests/support/given.ts';
import { between, duration, later, minutes, seconds } from '../../time.ts';
import { oneFullTurn } from '../../method/oneFullTurn.ts';
import { lateAfter, zeroDue } from '../deadlines.ts';
import { patience } from '../permissions.ts';

const protectedAll = 'time/listening-protected';

const away = (room: Meeting, name: string) => room.system({ type: 'noteAway', person: room.id(name) });

describe('what is left', () => {
  it('TIM1 what is left is the deadline minus now, and goes below zero as extra time', () => {
    const room = meeting().at('focus');
    expect(room.left).toBe(minutes(4));
    expect(room.later(seconds(90)).left).toBe(seconds(150));
    expect(room.later(minutes(4)).left).toBe(seconds(-90));
    room.as('Joel').does({ type: 'next' });
    expect(room.state.past.at(-1)).toMatchObject({ phase: 'focus', length: minutes(4), left: seconds(-90) });
  });

  it('TIM2 a facilitator pauses and resumes', () => {
    const room = meeting().at('focus').later(minutes(1));
    expect(room.as('Joel').does({ type: 'pause' })).toMatchObject([
      { type: 'timePaused', by: 'facilitator' },
    ]);
    expect(room.later(minutes(9)).left).toBe(minutes(3));
    expect(zeroDue(room.state)).toBeNull();
    room.expectRefused('Joel', { type: 'pause' }, 'time/already-paused');
    room.as('Joel').does({ type: 'resume' });
    expect(room.later(minutes(1)).left).toBe(minutes(2));
    room.expectRefused('Joel', { type: 'resume' }, 'time/not-paused');
  });

  it('TIM2 the coachee pauses and resumes in their own turn, and nobody else', () => {
    const room = meeting().at('listen');
    room.expectRefused('Ben', { type: 'pause' }, 'role/not-facilitator');
    expect(room.as('Amina').does({ type: 'pause' })).toMatchObject([{ type: 'timePaused', by: 'coachee' }]);
    room.expectRefused('Ben', { type: 'resume' }, 'role/not-facilitator');
    room.as('Amina').does({ type: 'resume' });
    expect(room.state.run!.clock.kind).toBe('running');
    room.at('close').expectRefused('Amina', { type: 'pause' }, 'role/not-facilitator');
  });

  it('TIM2 a phase without a clock has nothing to pause, resume, restart or add to', () => {
    const room = meeting().at('agree');
    expect(room.left).toBeNull();
    for (const type of ['pause', 'resume', 'restart'] as const)
      room.expectRefused('Joel', { type }, 'time/no-clock');
    room.expectRefused('Joel', { type: 'addTime', by: minutes(1) }, 'time/no-clock');
  });

  it('TIM3 what the coachee paused, a facilitator does not set going again, nor restart', () => {
    const room = meeting().at('listen').later(minutes(2));
    room.as('Amina').does({ type: 'pause' });
    room.expectRefused('Joel', { type: 'resume' }, 'time/coachee-paused');
    room.expectRefused('Joel', { type: 'restart' }, 'time/coachee-paused');
    room.as('Amina').does({ type: 'resume' });
    expect(room.left).toBe(minutes(12));
  });

  it('TIM3 what a facilitator paused, the coachee may set going', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'pause' });
    expect(room.as('Amina').does({ type: 'resume' })).toMatchObject([{ type: 'timeResumed' }]);
  });

  it('TIM4 minutes are added and taken', () => {
    const room = meeting().at('ask').later(minutes(2));
    room.as('Joel').does({ type: 'addTime', by: minutes(3) });
    expect(room.left).toBe(minutes(15));
    expect(room.state.run!.length).toBe(minutes(17));
    room.as('Joel').does({ type: 'addTime', by: minutes(-1) });
    expect(room.left).toBe(minutes(14));
    expect(room.as('Joel').does({ type: 'addTime', by: minutes(0) }), 'CMD6').toEqual([]);
  });

  it('TIM4 minutes are added to a phase that rests', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'pause' });
    room.as('Joel').does({ type: 'addTime', by: minutes(2) });
    expect(room.left).toBe(minutes(16));
    expect(room.state.run!.clock.kind).toBe('paused');
  });

  it('TIM4 minutes are taken down to zero and no further', () => {
    const room = meeting().at('ask').later(minutes(13));
    expect(room.as('Joel').does({ type: 'addTime', by: minutes(-5) })).toMatchObject([{ by: minutes(-1) }]);
    expect(room.left).toBe(0);
    room.expectRefused('Joel', { type: 'addTime', by: minutes(-1) }, 'time/nothing-left');
    room.later(minutes(1)).expectRefused('Joel', { type: 'addTime', by: duration(-1) }, 'time/nothing-left');
  });

  it('TIM4 a phase is never longer than 120 minutes', () => {
    const room = meeting().at('ask');
    room.expectRefused('Joel', { type: 'addTime', by: duration(minutes(106) + 1) }, 'time/too-long');
    room.as('Joel').does({ type: 'addTime', by: minutes(106) });
    expect(room.state.run!.length).toBe(minutes(120));
    room.expectRefused('Joel', { type: 'addTime', by: duration(1) }, 'time/too-long');
    room.as('Joel').does({ type: 'addTime', by: minutes(-1) });
  });

  it('TIM4 minutes added in extra time count from the deadline, and zero is still to come', () => {
    const room = meeting().at('ask').later(minutes(15));
    room.tick();
    room.as('Joel').does({ type: 'addTime', by: seconds(30) });
    expect(room.left).toBe(seconds(-30));
    expect(zeroDue(room.state)).toBeNull();
    room.as('Joel').does({ type: 'addTime', by: minutes(2) });
    expect(room.left).toBe(seconds(90));
    expect(room.state.run!.zeroAt).toBeNull();
    room.later(seconds(90));
    expect(room.tick()).toMatchObject([{ type: 'zeroReached', late: false }]);
  });

  it('TIM5 Restart gives the whole time again, at rest until somebody sets it going', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    room.later(minutes(20)).tick();
    room.as('Joel').does({ type: 'restart' });
    expect(room.later(minutes(1)).left).toBe(minutes(15));
    expect(room.state.run!.zeroAt).toBeNull();
    room.expectRefused('Joel', { type: 'pause' }, 'time/already-paused');
    room.as('Joel').does({ type: 'resume' });
    expect(room.later(minutes(1)).left).toBe(minutes(14));
  });
});

describe('zero', () => {
  it('TIM6 zero is noticed once and changes nothing else: extra time runs', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'giveFloor', person: room.id('Ben') });
    room.later(minutes(14));
    const due = room.now;
    expect(room.tick()).toMatchObject([{ type: 'zeroReached', due, late: false }]);
    expect(room.tick()).toEqual([]);
    expect(room.later(minutes(1)).tick()).toEqual([]);
    expect(room.left).toBe(minutes(-1));
    expect(room.holder).toBe('Ben');
    expect(room.state.run!.zeroAt).toBe(due);
  });

  it('TIM6 a phase that asks waits at zero as well', () => {
    const room = meeting({ phases: withPhase('focus', { atZero: 'ask' }) }).at('focus');
    expect(room.later(minutes(4)).tick()).toMatchObject([{ type: 'zeroReached' }]);
    expect(room.phase?.id).toBe('focus');
  });

  it('TIM7 in a phase that advances, zero begins the next one', () => {
    const room = meeting({ phases: withPhase('focus', { atZero: 'advance' }) }).at('focus');
    expect(room.later(minutes(4)).tick()).toMatchObject([
      { type: 'phaseEnded', how: 'advance', by: 'time', unreached: false },
      { type: 'phaseStarted', phase: 'listen' },
    ]);
    expect(room.left).toBe(minutes(14));
  });

  it('TIM7 at most one transition happens at a time', () => {
    const phases = oneFullTurn.map((phase) => ({ ...phase, atZero: 'advance' as const }));
    const room = meeting({ phases }).at('focus').later(minutes(4));
    room.tick();
    expect(room.phase?.id).toBe('listen');
    expect(room.tick()).toEqual([]);
  });

  it('TIM7 noticed more than 30 seconds late, it holds', () => {
    const phases = withPhase('focus', { atZero: 'advance' });
    expect(lateAfter).toBe(seconds(30));
    const justInTime = meeting({ phases }).at('focus').later(minutes(4)).later(lateAfter);
    expect(justInTime.tick()).toMatchObject([{ type: 'phaseEnded' }, { type: 'phaseStarted' }]);
    const late = meeting({ phases })
      .at('focus')
      .later(duration(minutes(4) + lateAfter + 1));
    expect(late.tick()).toMatchObject([{ type: 'zeroReached', late: true }]);
    expect(late.phase?.id).toBe('focus');
  });

  it('TIM7 the zero of the last phase does not end the session', () => {
    const room = meeting({ phases: withPhase('close', { atZero: 'advance' }) })
      .at('close')
      .later(minutes(6));
    expect(room.tick()).toMatchObject([{ type: 'zeroReached' }]);
    expect(room.state.endedAt).toBeNull();
  });

  it('TIM7 TIM8 a phase that begins in extra time, after Back, has its zero behind it', () => {
    const room = meeting({ phases: withPhase('echo', { atZero: 'advance' }) })
      .at('ask')
      .later(minutes(14));
    room.tick();
    room.later(seconds(5)).as('Joel').does({ type: 'setAtZero', phase: 'ask', action: 'advance' });
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'resume' });
    room.later(minutes(8)).tick();
    expect([room.phase?.id, room.left]).toEqual(['ask', seconds(-5)]);
    expect(room.tick()).toEqual([]);
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    expect(room.later(seconds(55)).tick()).toMatchObject([{ type: 'phaseEnded' }, { phase: 'plan' }]);
  });

  it('TIM7 a turn that has no coachee does not begin by itself', () => {
    const room = meeting({ phases: withPhase('agree', { timed: true, atZero: 'advance' }) }).at('agree');
    expect(room.later(minutes(5)).tick()).toMatchObject([{ type: 'zeroReached' }]);
  });

  it('TIM7 PEO10 when the turn begins by itself, roles are settled as offered', () => {
    const room = meeting({ phases: withPhase('agree', { timed: true, atZero: 'advance' }) }).at('agree');
    room
      .accepts('Amina')
      .as('Ines')
      .does({ type: 'offer', roles: ['observer'] });
    room.later(minutes(5)).tick();
    expect(room.phase?.id).toBe('focus');
    expect([room.role('Ben'), room.role('Ines')]).toEqual(['coach', 'observer']);
  });

  it('TIM8 a tick when nothing is due does nothing', () => {
    const room = meeting();
    expect(room.tick()).toEqual([]);
    room.at('focus').later(duration(minutes(4) - 1));
    expect(room.tick()).toEqual([]);
    room.as('Joel').does({ type: 'pause' });
    expect(room.later(minutes(9)).tick()).toEqual([]);
    room.as('Joel').does({ type: 'endSession' });
    expect(room.later(minutes(9)).tick()).toEqual([]);
  });
});

describe('the protected phase', () => {
  it('TIM9 ending, skipping, shortening it and ending the session in it need the coachee’s yes', () => {
    const room = meeting().at('listen').later(minutes(5));
    room.expectRefused('Joel', { type: 'next' }, protectedAll);
    room.expectRefused('Joel', { type: 'skip' }, protectedAll);
    room.expectRefused('Joel', { type: 'addTime', by: minutes(-1) }, protectedAll);
    room.expectRefused('Joel', { type: 'endSession' }, protectedAll);
    room.as('Joel').does({ type: 'pause' });
    room.expectRefused('Joel', { type: 'next' }, protectedAll);
  });

  it('TIM9 giving time, pausing and going back do not', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    room.as('Joel').does({ type: 'pause' });
    room.as('Joel').does({ type: 'back' });
    expect(room.phase?.id).toBe('focus');
  });

  it('TIM9 from zero on it is like any other phase', () => {
    const room = meeting().at('listen').later(minutes(14));
    room.expectRefused('Joel', { type: 'askCoachee', change: { kind: 'next' } }, 'time/nothing-asked');
    expect(room.as('Joel').does({ type: 'next' })).toMatchObject([
      { type: 'phaseEnded', unreached: false },
      { type: 'phaseStarted', phase: 'echo' },
    ]);
  });

  it('TIM9 the coachee ends or skips a phase of their own turn themselves, and nobody else but a facilitator', () => {
    const room = meeting().at('listen');
    room.expectRefused('Ben', { type: 'skip' }, 'role/not-facilitator');
    expect(room.as('Amina').does({ type: 'skip' })).toMatchObject([
      { type: 'phaseEnded', how: 'skip', by: 'coachee', unreached: false },
      { type: 'phaseStarted', phase: 'echo' },
    ]);
    room.as('Amina').does({ type: 'next' });
    expect(room.phase?.id).toBe('ask');
    room.at('close').expectRefused('Amina', { type: 'next' }, 'role/not-facilitator');
  });

  it('TIM10 the coachee is asked once at a time, where there is something to protect', () => {
    const room = meeting().at('focus');
    const ask = { type: 'askCoachee', change: { kind: 'skip' } } as const;
    room.expectRefused('Joel', ask, 'time/nothing-asked');
    room.at('listen').as('Joel').does(ask);
    expect(room.state.ask).toMatchObject({ run: room.state.run!.id, change: { kind: 'skip' } });
    room.expectRefused('Joel', ask, 'time/already-asked');
    room.expectRefused('Ben', ask, 'role/not-facilitator');
  });

  it('TIM10 a question left unanswered for a minute may be replaced, and the minute begins again', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'shorten', by: minutes(-1) } });
    const ask = { type: 'askCoachee', change: { kind: 'next' } } as const;
    room.later(duration(patience - 1)).expectRefused('Joel', ask, 'time/already-asked');
    room.later(duration(1)).as('Joel').does(ask);
    expect(room.state.ask).toMatchObject({ change: { kind: 'next' }, askedAt: room.now });
    away(room, 'Amina');
    room.expectRefused('Joel', { type: 'next' }, protectedAll);
    room.later(patience).as('Joel').does({ type: 'next' });
    expect(room.phase?.id).toBe('echo');
  });

  it('TIM10 it may be replaced whether the coachee is here, away or gone', () => {
    const ask = { type: 'askCoachee', change: { kind: 'next' } } as const;
    const ways: ((room: Meeting) => void)[] = [
      () => undefined,
      (room) => away(room, 'Amina'),
      (room) => room.as('Amina').does({ type: 'leave' }),
    ];
    for (const goes of ways) {
      const room = meeting().at('listen');
      room.as('Joel').does({ type: 'askCoachee', change: { kind: 'skip' } });
      goes(room);
      room.later(duration(patience - 1)).expectRefused('Joel', ask, 'time/already-asked');
      expect(room.later(duration(1)).as('Joel').does(ask)).toMatchObject([{ type: 'coacheeAsked' }]);
    }
  });

  it('TIM10 their yes makes the change at once', () => {
    for (const kind of ['next', 'skip'] as const) {
      const room = meeting().at('listen');
      room.as('Joel').does({ type: 'askCoachee', change: { kind } });
      expect(room.as('Amina').does({ type: 'answerAsk', yes: true })).toMatchObject([
        { type: 'coacheeAnswered', yes: true },
        { type: 'phaseEnded', how: kind, by: 'facilitator', unreached: false },
        { type: 'phaseStarted', phase: 'echo' },
      ]);
      expect(room.state.ask).toBeNull();
    }
  });

  it('TIM10 their yes shortens by what was asked, down to zero', () => {
    const room = meeting().at('listen').later(minutes(4));
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'shorten', by: minutes(-3) } });
    expect(room.as('Amina').does({ type: 'answerAsk', yes: true })).toMatchObject([
      { type: 'coacheeAnswered' },
      { type: 'timeAdded', by: minutes(-3), unreached: false },
    ]);
    expect(room.left).toBe(minutes(7));
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'shorten', by: minutes(-30) } });
    room.as('Amina').does({ type: 'answerAsk', yes: true });
    expect(room.left).toBe(0);
  });

  it('TIM10 a yes that comes after zero takes nothing', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'shorten', by: minutes(-1) } });
    room.later(minutes(15));
    const { left } = room;
    const answered = room.as('Amina').does({ type: 'answerAsk', yes: true });
    expect(answered).toMatchObject([{ type: 'coacheeAnswered' }]);
    expect(room.left).toBe(left);
  });

  it('TIM10 their no leaves everything as it was, and they can be asked again', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    room.as('Amina').does({ type: 'answerAsk', yes: false });
    expect(room.phase?.id).toBe('listen');
    room.expectRefused('Joel', { type: 'next' }, protectedAll);
    expect(room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } })).toHaveLength(1);
  });

  it('TIM10 only the coachee answers, and only while asked', () => {
    const room = meeting().at('listen');
    room.expectRefused('Amina', { type: 'answerAsk', yes: true }, 'time/nothing-asked');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    for (const name of ['Joel', 'Ben'])
      room.expectRefused(name, { type: 'answerAsk', yes: true }, 'role/not-coachee');
    room.later(minutes(14)).tick();
    room.expectRefused('Amina', { type: 'answerAsk', yes: true }, 'time/nothing-asked');
  });

  it('TIM11 away for a minute after the question, a facilitator makes the change that was asked for, and it is recorded', () => {
    const room = meeting().at('listen');
    away(room, 'Amina');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'skip' } });
    expect(patience).toBe(minutes(1));
    room.later(duration(patience - 1)).expectRefused('Joel', { type: 'skip' }, protectedAll);
    room.later(duration(1)).expectRefused('Joel', { type: 'next' }, protectedAll);
    room.expectRefused('Joel', { type: 'addTime', by: minutes(-1) }, protectedAll);
    expect(room.as('Joel').does({ type: 'skip' })).toMatchObject([
      { type: 'phaseEnded', how: 'skip', by: 'facilitator', unreached: true },
      { type: 'phaseStarted', phase: 'echo' },
    ]);
  });

  it('TIM11 a coachee who is here is waited for, also when they say nothing', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    room.later(minutes(9)).expectRefused('Joel', { type: 'next' }, protectedAll);
    room.expectRefused('Joel', { type: 'endSession' }, protectedAll);
    away(room, 'Amina');
    room.system({ type: 'noteBack', person: room.id('Amina') });
    room.expectRefused('Joel', { type: 'next' }, protectedAll);
  });

  it('TIM11 who is away without having been asked is asked first', () => {
    const room = meeting().at('listen');
    away(room, 'Amina');
    room.later(minutes(3)).expectRefused('Joel', { type: 'next' }, protectedAll);
  });

  it('TIM11 a coachee who has left need not be asked, and it is recorded', () => {
    for (const wish of [{ type: 'next' }, { type: 'skip' }, { type: 'endSession' }] as const) {
      const room = meeting().at('listen');
      room.as('Amina').does({ type: 'leave' });
      expect(room.as('Joel').does(wish)[0]).toMatchObject({ type: 'phaseEnded', unreached: true });
    }
    const room = meeting().at('listen');
    room.as('Amina').does({ type: 'leave' });
    expect(room.as('Joel').does({ type: 'addTime', by: minutes(-4) })).toMatchObject([{ unreached: true }]);
    room.as('Amina').does({ type: 'comeBack' });
    room.expectRefused('Joel', { type: 'addTime', by: minutes(-4) }, protectedAll);
  });

  it('TIM11 a question that stands when the coachee leaves allows what it asked for, and no more', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'shorten', by: minutes(-2) } });
    room.as('Amina').does({ type: 'leave' });
    room.expectRefused('Joel', { type: 'next' }, protectedAll);
    room.expectRefused('Joel', { type: 'addTime', by: minutes(-3) }, protectedAll);
    expect(room.as('Joel').does({ type: 'addTime', by: minutes(-1) })).toMatchObject([{ unreached: true }]);
  });

  it('TIM11 minutes are taken as asked for, once, and it is recorded', () => {
    const room = meeting().at('listen');
    away(room, 'Amina');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'shorten', by: minutes(-2) } });
    room.later(patience).expectRefused('Joel', { type: 'addTime', by: minutes(-3) }, protectedAll);
    expect(room.as('Joel').does({ type: 'addTime', by: minutes(-2) })).toMatchObject([
      { type: 'timeAdded', by: minutes(-2), unreached: true },
    ]);
    expect(room.left).toBe(minutes(11));
    room.expectRefused('Joel', { type: 'addTime', by: minutes(-2) }, protectedAll);
    expect(room.as('Joel').does({ type: 'addTime', by: minutes(1) })).toMatchObject([{ unreached: false }]);
  });

  it('TIM11 the session ends after a question to go on that nobody could answer, and it is recorded', () => {
    const room = meeting().at('listen');
    away(room, 'Amina');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    room.later(patience);
    expect(room.as('Joel').does({ type: 'endSession' })).toMatchObject([
      { type: 'phaseEnded', how: 'end', by: 'facilitator', unreached: true },
      { type: 'sessionEnded' },
    ]);
  });

  it('TIM11 who ends the phase after its zero records nothing of the sort', () => {
    const room = meeting().at('listen').later(minutes(13));
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    room.later(minutes(2));
    expect(room.as('Joel').does({ type: 'next' })).toMatchObject([{ unreached: false }, {}]);
  });

  it('TIM10 a question ends with its phase, its zero and its restart', () => {
    const ended: ((room: ReturnType<typeof meeting>) => void)[] = [
      (room) => room.as('Amina').does({ type: 'next' }),
      (room) => room.later(minutes(14)).tick(),
      (room) => room.as('Joel').does({ type: 'restart' }),
      (room) => room.as('Joel').does({ type: 'back' }),
    ];
    for (const end of ended) {
      const room = meeting().at('listen');
      room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
      end(room);
      expect(room.state.ask).toBeNull();
    }
  });
});

describe('a speaker’s own time', () => {
  it('TIM12 waits while the phase is paused', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.speakerLeft).toBe(minutes(1));
    room.later(seconds(20)).as('Joel').does({ type: 'pause' });
    expect(room.later(minutes(5)).speakerLeft).toBe(seconds(40));
    room.as('Joel').does({ type: 'resume' });
    expect(room.later(seconds(10)).speakerLeft).toBe(seconds(30));
  });

  it('TIM12 waits while a restarted phase rests', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.later(seconds(20)).as('Joel').does({ type: 'restart' });
    expect(room.later(minutes(5)).speakerLeft).toBe(seconds(40));
    room.as('Joel').does({ type: 'resume' });
    expect(room.later(seconds(10)).speakerLeft).toBe(seconds(30));
  });

  it('TIM12 begins waiting when the floor is given in a pause', () => {
    const room = meeting().at('echo');
    room.as('Amina').does({ type: 'pause' });
    room.as('Ben').does({ type: 'takeFloor' });
    expect(room.later(minutes(1)).speakerLeft).toBe(minutes(1));
    room.as('Amina').does({ type: 'resume' });
    expect(room.later(seconds(15)).speakerLeft).toBe(seconds(45));
  });
});

describe('the moment of an event', () => {
  it('CMD7 no event claims an earlier moment than the one before it, whatever the clock says', () => {
    const room = meeting().at('focus');
    const started = room.state.changedAt;
    room.later(minutes(-10)).as('Joel').does({ type: 'pause' });
    expect(room.log.at(-1)!.at).toBe(started);
    expect(between(started, room.state.changedAt)).toBe(0);
    expect(room.state.run!.clock).toMatchObject({ left: minutes(4) });
    room.as('Joel').does({ type: 'resume' });
    room.as('Joel').does({ type: 'next' });
    expect(room.state.run!.clock).toMatchObject({ endsAt: later(started, minutes(14)) });
  });

  it('TIM10 TUR7 where the next turn has no coachee, there is nothing to go on to', () => {
    const phases = oneFullTurn.filter(({ id }) => ['agree', 'focus', 'listen', 'close'].includes(id));
    const room = meeting({ phases });
    room.as('Joel').does({ type: 'addTurn' });
    room.at('listen');
    for (const kind of ['next', 'skip'] as const)
      room.expectRefused('Joel', { type: 'askCoachee', change: { kind } }, 'turn/no-coachee');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'shorten', by: minutes(-1) } });
    room.as('Amina').does({ type: 'answerAsk', yes: true });
    room
      .accepts('Ben')
      .as('Joel')
      .does({ type: 'askCoachee', change: { kind: 'next' } });
    room.as('Ben').does({ type: 'withdraw' });
    expect(room.state.turns).toHaveLength(1);
    room.as('Amina').does({ type: 'answerAsk', yes: true });
    expect(room.phase?.id).toBe('close');
  });

  it('TIM10 TUR7 a yes leads into no turn that was added meanwhile and has no coachee yet', () => {
    const phases = oneFullTurn.filter(({ id }) => ['agree', 'focus', 'listen', 'close'].includes(id));
    const room = meeting({ phases }).at('listen');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    room.as('Joel').does({ type: 'addTurn' });
    room.expectRefused('Amina', { type: 'answerAsk', yes: true }, 'turn/no-coachee');
    room.accepts('Ben').as('Amina').does({ type: 'answerAsk', yes: true });
    expect([room.phase?.turn, room.holder]).toEqual([1, 'Ben']);
  });
});
