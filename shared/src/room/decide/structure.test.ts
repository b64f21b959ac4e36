import { describe, expect, it } from 'vitest';
import { everybody, meeting, withPhase } from '#tests/support/given.ts';
import { duration, minutes, seconds } from '../../time.ts';
import { oneFullTurn } from '../../method/oneFullTurn.ts';
import { planAt } from '../plan.ts';
import { wallAtFirst } from '../evolve/settings.ts';

describe('going through the phases', () => {
  it('STR1 the session starts once, with the first phase', () => {
    const room = meeting();
    room.expectRefused('Joel', { type: 'next' }, 'session/not-started');
    room.expectRefused('Ben', { type: 'start' }, 'role/not-facilitator');
    expect(room.as('Joel').does({ type: 'start' })).toMatchObject([{ type: 'phaseStarted', phase: 'agree' }]);
    room.expectRefused('Joel', { type: 'start' }, 'session/already-started');
    room.at('close').expectRefused('Joel', { type: 'start' }, 'session/already-started');
  });

  it('STR1 nobody meets alone: two people have to be there, with a device or without', () => {
    const room = meeting({ people: ['Joel'] });
    room.expectRefused('Joel', { type: 'start' }, 'session/alone');
    room.as('Joel').does({ type: 'addPerson', name: 'Fritz' });
    room.as('Joel').does({ type: 'start' });
    const left = meeting({ people: ['Joel', 'Ben'] });
    left.as('Ben').does({ type: 'leave' });
    left.expectRefused('Joel', { type: 'start' }, 'session/alone');
  });

  it('STR1 TUR7 PEO10 where the opening is left out, it begins with the turn, its coachee and its roles', () => {
    const room = meeting({ phases: withPhase('agree', { length: minutes(0) }) });
    room.expectRefused('Joel', { type: 'start' }, 'turn/no-coachee');
    room.accepts('Amina').as('Joel').does({ type: 'start' });
    expect([room.phase?.id, room.role('Ben'), room.holder]).toEqual(['focus', 'coach', 'Amina']);
  });

  it('STR1 without a phase to begin with nothing starts', () => {
    meeting({ phases: [] }).expectRefused('Joel', { type: 'start' }, 'session/already-started');
  });

  it('STR2 Next goes through all phases in order, and after the last the session ends', () => {
    const room = meeting().at('close');
    expect(room.state.past.map(({ phase }) => phase)).toEqual(
      oneFullTurn.filter(({ id, length }) => length > 0 && id !== 'close').map(({ id }) => id),
    );
    expect(room.as('Joel').does({ type: 'next' })).toMatchObject([
      { type: 'phaseEnded', how: 'end', by: 'facilitator' },
      { type: 'sessionEnded' },
    ]);
    expect(room.state).toMatchObject({ run: null, endedAt: room.now });
  });

  it('STR2 a phase without minutes is passed over, in both directions', () => {
    const room = meeting({ phases: withPhase('echo', { length: minutes(0) }) }).at('listen');
    room.later(minutes(14)).as('Joel').does({ type: 'next' });
    expect(room.phase?.id).toBe('ask');
    room.as('Joel').does({ type: 'back' });
    expect(room.phase?.id).toBe('listen');
  });

  it('STR2 Next after Back goes on with what was left: ten minutes of listening stay used', () => {
    const room = meeting().at('listen').later(minutes(10));
    room.as('Joel').does({ type: 'back' });
    room.later(minutes(2));
    expect(room.as('Joel').does({ type: 'next' })).toMatchObject([
      { type: 'phaseEnded', how: 'next', by: 'facilitator' },
      { type: 'phaseStarted', phase: 'listen', length: minutes(14), clock: { kind: 'running' } },
    ]);
    expect(room.left).toBe(minutes(4));
    expect(room.later(minutes(1)).left).toBe(minutes(3));
  });

  it('STR2 what was left goes on with the length it had, through several phases gone back', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'addTime', by: minutes(3) });
    room.later(minutes(5)).as('Joel').does({ type: 'back' });
    room.later(minutes(1)).as('Amina').does({ type: 'back' });
    expect(room.phase?.id).toBe('listen');
    room.as('Amina').does({ type: 'next' });
    expect([room.phase?.id, room.left]).toEqual(['echo', minutes(8)]);
    room.as('Joel').does({ type: 'next' });
    expect([room.phase?.id, room.left, room.state.run!.length]).toEqual(['ask', minutes(12), minutes(17)]);
  });

  it('STR2 only Back interrupts: a phase that was ended is gone back to with what was left', () => {
    const room = meeting().at('ask').later(minutes(4)).at('plan');
    room.as('Joel').does({ type: 'back' });
    expect([room.phase?.id, room.left]).toEqual(['ask', minutes(10)]);
    room.as('Joel').does({ type: 'next' });
    expect([room.phase?.id, room.left]).toEqual(['plan', minutes(9)]);
  });

  it('STR2 a phase in extra time goes on in extra time', () => {
    const room = meeting().at('ask').later(minutes(15));
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'next' });
    expect([room.phase?.id, room.left]).toEqual(['ask', minutes(-1)]);
    expect(room.state.run!.zeroAt).toBe(room.now);
    expect(room.tick()).toEqual([]);
  });

  it('STR2 a protected phase that Back interrupted is still protected for what was left', () => {
    const room = meeting().at('listen').later(minutes(10));
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'next' });
    room.expectRefused('Joel', { type: 'next' }, 'time/listening-protected');
    room.later(minutes(4)).as('Joel').does({ type: 'next' });
    expect(room.phase?.id).toBe('echo');
  });

  it('STR3 Back returns with the time that was left, paused, as a new run', () => {
    const room = meeting().at('focus').later(seconds(70));
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    room.as('Joel').does({ type: 'next' });
    const before = room.state.past.at(-1)!;
    expect(room.later(minutes(3)).as('Joel').does({ type: 'back' })).toMatchObject([
      { type: 'phaseEnded', how: 'back', by: 'facilitator', unreached: false },
      { type: 'phaseStarted', phase: 'focus', length: minutes(5) },
    ]);
    expect(room.state.run!.id).not.toBe(before.id);
    expect(room.state.run!.clock).toEqual({
      kind: 'paused',
      left: duration(minutes(5) - seconds(70)),
      by: 'facilitator',
    });
    expect(room.holder).toBe('Amina');
    room.expectRefused('Joel', { type: 'next', run: before.id }, 'phase/over');
  });

  it('STR3 the coachee goes back in their own turn, and nobody else but a facilitator', () => {
    const room = meeting().at('listen').later(minutes(2));
    room.expectRefused('Ben', { type: 'back' }, 'role/not-facilitator');
    expect(room.as('Amina').does({ type: 'back' })).toMatchObject([
      { type: 'phaseEnded', how: 'back', by: 'coachee', unreached: false },
      { type: 'phaseStarted', phase: 'focus', clock: { kind: 'paused' } },
    ]);
    expect(room.state.past.at(-1)).toMatchObject({ phase: 'listen', how: 'back', by: 'coachee' });
    meeting().at('close').expectRefused('Amina', { type: 'back' }, 'role/not-facilitator');
    meeting().at('agree').accepts('Amina').expectRefused('Amina', { type: 'back' }, 'role/not-facilitator');
  });

  it('STR3 TIM3 a facilitator goes not back from what the coachee paused; the coachee does', () => {
    for (const phase of ['focus', 'listen', 'ask']) {
      const room = meeting().at(phase).later(minutes(1));
      room.as('Amina').does({ type: 'pause' });
      room.expectRefused('Joel', { type: 'back' }, 'time/coachee-paused');
    }
    const room = meeting().at('ask').later(minutes(1));
    room.as('Amina').does({ type: 'pause' });
    expect(room.as('Amina').does({ type: 'back' })).toMatchObject([{ by: 'coachee' }, { phase: 'echo' }]);
  });

  it('STR3 TIM3 a facilitator goes back from what the coachee set going again, or a facilitator paused', () => {
    const room = meeting().at('listen');
    room.as('Amina').does({ type: 'pause' });
    room.as('Amina').does({ type: 'resume' });
    room.as('Joel').does({ type: 'pause' });
    room.as('Joel').does({ type: 'back' });
    expect(room.phase?.id).toBe('focus');
  });

  it('STR3 a facilitator goes not back to what the coachee ended themselves; the coachee does', () => {
    for (const type of ['next', 'skip'] as const) {
      const room = meeting().at('listen').later(minutes(3));
      expect(room.as('Amina').does({ type })).toMatchObject([{ by: 'coachee' }, {}]);
      room.later(minutes(1)).expectRefused('Joel', { type: 'back' }, 'phase/coachee-ended');
      room.as('Amina').does({ type: 'back' });
      expect([room.phase?.id, room.left]).toEqual(['listen', minutes(11)]);
    }
  });

  it('STR3 TIM10 a yes to the facilitator’s question ends the phase for the facilitator, who may go back', () => {
    for (const kind of ['next', 'skip'] as const) {
      const room = meeting().at('listen').later(minutes(3));
      room.as('Joel').does({ type: 'askCoachee', change: { kind } });
      room.as('Amina').does({ type: 'answerAsk', yes: true });
      expect(room.state.past.at(-1)).toMatchObject({ phase: 'listen', how: kind, by: 'facilitator' });
      room.as('Joel').does({ type: 'back' });
      expect(room.phase?.id).toBe('listen');
    }
  });

  it('STR3 a facilitator goes back to what time ended, and to what they ended after the coachee went back', () => {
    const room = meeting({ phases: withPhase('focus', { atZero: 'advance' }) })
      .at('focus')
      .later(minutes(4));
    room.tick();
    expect(room.state.past.at(-1)).toMatchObject({ phase: 'focus', how: 'advance', by: 'time' });
    room.as('Joel').does({ type: 'back' });
    expect(room.phase?.id).toBe('focus');
    room.as('Amina').does({ type: 'next' });
    room.expectRefused('Joel', { type: 'back' }, 'phase/coachee-ended');
    room.as('Amina').does({ type: 'back' });
    room.as('Joel').does({ type: 'next' });
    room.as('Joel').does({ type: 'back' });
    expect(room.phase?.id).toBe('focus');
  });

  it('STR3 only the phase just before matters: what the coachee ended earlier is in nobody’s way', () => {
    const room = meeting().at('listen');
    room.as('Amina').does({ type: 'next' });
    room.at('ask').as('Joel').does({ type: 'back' });
    expect(room.phase?.id).toBe('echo');
    room.expectRefused('Joel', { type: 'back' }, 'phase/coachee-ended');
  });

  it('STR3 there is nothing before the first phase', () => {
    meeting().at('agree').expectRefused('Joel', { type: 'back' }, 'phase/none-before');
  });

  it('STR3 Back to a phase without a clock has none to set going', () => {
    const room = meeting().at('focus');
    room.as('Joel').does({ type: 'back' });
    expect(room.state.run!.clock).toEqual({ kind: 'untimed' });
    room.as('Joel').does({ type: 'next' });
    expect(room.left).toBe(minutes(4));
  });

  it('STR3 Back to a round that was left goes on with it: who spoke or passed does not wait again', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'pass' });
    room.as('Chloé').does({ type: 'takeFloor' });
    room.as('Chloé').does({ type: 'finish' });
    room.as('Dee').does({ type: 'takeFloor' });
    room.as('Joel').does({ type: 'next' });
    room.joins('Flo').as('Joel').does({ type: 'back' });
    expect(room.waiting).toEqual(['Dee', 'Ines', 'Flo']);
    const had = { passed: [room.id('Ben')], spoke: [room.id('Chloé')] };
    expect(room.state.floor.round).toMatchObject(had);
    room.as('Chloé').does({ type: 'leave' });
    room.as('Chloé').does({ type: 'comeBack' });
    expect(room.waiting).toEqual(['Dee', 'Ines', 'Flo']);
  });

  it('STR2 STR3 Next comes again to a round that Back interrupted, and goes on with it', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.as('Ben').does({ type: 'finish' });
    room.as('Joel').does({ type: 'addTime', by: minutes(1) });
    room.as('Amina').does({ type: 'back' });
    room.as('Amina').does({ type: 'next' });
    expect(room.waiting).toEqual(['Chloé', 'Dee', 'Ines']);
  });

  it('STR3 the coachee goes back in their own turn, not into the turn before', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addTurn' });
    room.at('focus-2').expectRefused('Ben', { type: 'back' }, 'role/not-facilitator');
    room.at('listen-2').as('Ben').does({ type: 'back' });
    expect(room.phase?.id).toBe('focus-2');
  });

  it('STR4 advancing destroys nothing, and hands end with their phase', () => {
    const room = meeting().at('ask');
    room.as('Ben').does({ type: 'agree', agreement: 'a1', agreed: true });
    room.as('Ben').does({ type: 'writeCard', card: 'q', zone: 'questions', text: 'What else?' });
    room.as('Dee').does({ type: 'raiseHand', process: false });
    const { people, cards, turns } = room.state;
    room.as('Joel').does({ type: 'skip' });
    expect(room.state).toMatchObject({ people, cards, turns, hands: [] });
    expect(room.state.past.at(-1)!.how).toBe('skip');
  });

  it('STR5 what happens at zero is set for each phase', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'setAtZero', phase: 'listen', action: 'ask' });
    expect(room.state.phases.map(({ atZero }) => atZero)).toEqual([
      'hold',
      'hold',
      'ask',
      'hold',
      'hold',
      'hold',
      'hold',
      'hold',
    ]);
    expect(room.as('Joel').does({ type: 'setAtZero', phase: 'listen', action: 'ask' }), 'CMD6').toEqual([]);
    room.expectRefused('Joel', { type: 'setAtZero', phase: 'lunch', action: 'hold' }, 'phase/unknown');
    room.expectRefused('Ben', { type: 'setAtZero', phase: 'listen', action: 'hold' }, 'role/not-facilitator');
  });

  it('STR6 the wall’s view, curtain, light, size, seconds and chime are set by a facilitator', () => {
    const room = meeting();
    const wall = {
      ...wallAtFirst,
      view: 'board',
      curtain: true,
      check: true,
      size: 'l',
      dimmed: true,
      seconds: 'never',
      page: 2,
      chime: 'wall',
      chimeInListening: true,
    } as const;
    for (const [field, value] of Object.entries(wall)) {
      const changed = { ...room.state.wall, [field]: value };
      expect(room.as('Joel').does({ type: 'setWall', wall: changed }), field).toHaveLength(1);
    }
    expect(room.state.wall).toEqual(wall);
    expect(room.as('Joel').does({ type: 'setWall', wall }), 'CMD6').toEqual([]);
    room.expectRefused('Amina', { type: 'setWall', wall }, 'role/not-facilitator');
    room.as('Joel').does({ type: 'start' });
    expect(room.state.wall, 'the check ends, the rest stands').toEqual({ ...wall, check: false, page: 0 });
  });

  it('STR6 what is not named stays as it is, so that two presses in a row both count', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'setWall', wall: { seconds: 'all' } });
    room.as('Joel').does({ type: 'setWall', wall: { view: 'board' } });
    expect(room.state.wall).toEqual({ ...wallAtFirst, seconds: 'all', view: 'board' });
  });

  it('STR7 a facilitator ends the session at any time', () => {
    const lobby = meeting();
    expect(lobby.as('Joel').does({ type: 'endSession' })).toMatchObject([{ type: 'sessionEnded' }]);
    const ask = meeting().at('ask');
    ask.expectRefused('Amina', { type: 'endSession' }, 'role/not-facilitator');
    expect(ask.as('Joel').does({ type: 'endSession' })).toMatchObject([
      { type: 'phaseEnded', how: 'end', unreached: false },
      { type: 'sessionEnded' },
    ]);
  });

  it('CMD5 after the end nothing is changed any more', () => {
    const room = meeting().at('ask');
    room.as('Joel').does({ type: 'endSession' });
    room.expectRefused('Joel', { type: 'start' }, 'session/ended');
    room.expectRefused('Joel', { type: 'endSession' }, 'session/ended');
    room.expectRefused('Ben', { type: 'rename', name: 'B' }, 'session/ended');
    room.expectRefused('Ben', { type: 'raiseHand', process: true }, 'session/ended');
    room.expectRefused('Eve', { type: 'join', name: 'Eve' }, 'session/ended');
  });

  it('CMD4 two clicks advance once', () => {
    const room = meeting().at('focus');
    const run = room.state.run!.id;
    room.as('Joel').does({ type: 'next', run });
    room.expectRefused('Joel', { type: 'next', run }, 'phase/over');
    room.expectRefused('Ben', { type: 'raiseHand', process: true, run }, 'phase/over');
    expect(room.phase?.id).toBe('listen');
  });

  it('CMD4 before the start there is no run', () => {
    meeting().expectRefused(
      'Ben',
      { type: 'raiseHand', process: true, run: 'some-run' },
      'session/not-started',
    );
  });
});

describe('a jump', () => {
  it('PLA8 leads over phases to one further on, and what was jumped over took nothing', () => {
    const room = meeting().at('echo').later(minutes(2));
    room.as('Joel').does({ type: 'jump', phase: 'plan' });
    expect([room.phase?.id, room.left]).toEqual(['plan', minutes(9)]);
    expect(room.state.past.at(-1)).toMatchObject({ phase: 'echo', how: 'jump', by: 'facilitator' });
    const ask = planAt(room.state, room.now).phases.find(({ phase }) => phase.id === 'ask')!;
    expect(ask).toMatchObject({ state: 'done', took: null });
    expect(planAt(room.state, room.now).slack).toBe(minutes(43));
    room.expectRefused('Amina', { type: 'jump', phase: 'close' }, 'role/not-facilitator');
  });

  it('PLA8 not back, not to what is off, not to what there is not', () => {
    const room = meeting().at('echo');
    for (const phase of ['focus', 'echo', 'reps'])
      room.expectRefused('Joel', { type: 'jump', phase }, 'phase/not-ahead');
    room.expectRefused('Joel', { type: 'jump', phase: 'lunch' }, 'phase/unknown');
  });

  it('PLA8 never over somebody’s listening, nor out of it before its zero without their yes', () => {
    const room = meeting().at('focus');
    room.expectRefused('Joel', { type: 'jump', phase: 'ask' }, 'phase/keep-listening');
    room.at('listen').expectRefused('Joel', { type: 'jump', phase: 'ask' }, 'time/listening-protected');
    room.later(minutes(14)).as('Joel').does({ type: 'jump', phase: 'ask' });
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'back' });
    expect(room.phase?.id).toBe('listen');
  });

  it('PLA8 over listening that has had its time, that nobody is to have, or that was stopped', () => {
    const room = meeting().at('listen').later(minutes(15));
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'jump', phase: 'echo' });
    const nobody = meeting().at('agree');
    nobody.as('Joel').does({ type: 'jump', phase: 'close' });
    expect([nobody.role('Ben'), nobody.waiting]).toEqual(['coach', [...everybody]]);
    nobody.as('Joel').does({ type: 'back' });
    expect(nobody.phase?.id).toBe('agree');
    const two = meeting();
    two.as('Joel').does({ type: 'addTurn' });
    two.at('plan').accepts('Ben');
    two.expectRefused('Joel', { type: 'jump', phase: 'close' }, 'phase/keep-listening');
    two.as('Ben').does({ type: 'withdraw' });
    two.as('Joel').does({ type: 'jump', phase: 'close' });
  });

  it('PLA8 TUR7 not into a turn without its coachee', () => {
    const room = meeting().at('agree');
    room.expectRefused('Joel', { type: 'jump', phase: 'focus' }, 'turn/no-coachee');
    room.expectRefused('Joel', { type: 'jump', phase: 'listen' }, 'turn/no-coachee');
  });

  it('PLA8 whoever could not be reached is on record', () => {
    const room = meeting().at('listen');
    room.system({ type: 'noteAway', person: room.id('Amina') });
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    const [ended] = room.later(minutes(1)).as('Joel').does({ type: 'jump', phase: 'ask' });
    expect(ended).toMatchObject({ how: 'jump', unreached: true });
  });
});

describe('the second turn', () => {
  const two = () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addTurn' });
    return room.accepts('Amina');
  };

  it('TUR9 roles change when it begins: the first coachee coaches, and the second did until then', () => {
    const room = two().at('ask').accepts('Ben');
    expect([room.role('Amina'), room.role('Ben')]).toEqual(['coachee', 'coach']);
    room.at('echo-2');
    expect([room.role('Amina'), room.role('Ben')]).toEqual(['coach', 'coachee']);
    expect(room.waiting).toEqual(['Amina', 'Chloé', 'Dee', 'Ines']);
    room.at('close');
    expect([room.role('Amina'), room.role('Ben'), room.waiting.at(-1)]).toEqual(['coach', 'coachee', 'Ben']);
  });

  it('TUR9 a second coachee found before the start is one like the others until then', () => {
    const room = two().accepts('Ben');
    expect([room.role('Amina'), room.role('Ben')]).toEqual(['coachee', null]);
    room.at('focus');
    expect([room.role('Amina'), room.role('Ben')]).toEqual(['coachee', 'coach']);
    expect(room.holder).toBe('Amina');
  });

  it('TUR7 TUR9 it does not begin without its coachee, neither by Next nor by itself', () => {
    const room = two().at('plan');
    room.expectRefused('Joel', { type: 'next' }, 'turn/no-coachee');
    room.as('Joel').does({ type: 'setAtZero', phase: 'plan', action: 'advance' });
    room.later(minutes(20)).tick();
    expect(room.phase?.id).toBe('plan');
    room.accepts('Ben').as('Joel').does({ type: 'next' });
    expect([room.phase?.id, room.holder]).toEqual(['focus-2', 'Ben']);
  });

  it('STR3 Back into the first turn gives its coachee theirs again, and Next the second', () => {
    const room = two().at('focus-2').later(minutes(1));
    room.as('Joel').does({ type: 'back' });
    expect([room.phase?.id, room.role('Amina'), room.role('Ben')]).toEqual(['plan', 'coachee', 'coach']);
    room.expectRefused('Ben', { type: 'withdraw' }, 'turn/started');
    const { length } = room.state.phases.find(({ id }) => id === 'focus-2')!;
    room.as('Joel').does({ type: 'next' });
    expect([room.holder, room.left]).toEqual(['Ben', length - minutes(1)]);
  });

  it('TUR9 whoever has taken over the console keeps it when their turn goes on', () => {
    const room = meeting({ people: ['Joel', 'Amina'] }).at('focus');
    room.as('Joel').does({ type: 'leave' });
    room.later(minutes(5)).as('Amina').does({ type: 'takeOver' });
    room.as('Amina').does({ type: 'next' });
    expect([room.phase?.id, room.role('Amina'), room.holder]).toEqual(['listen', 'facilitator', 'Amina']);
  });
});

describe('roles when the turn begins', () => {
  it('PEO10 who has no role becomes an observer if they offered that and not coach, else a coach', () => {
    const room = meeting({ people: [...everybody, 'Flo', 'Gus'] });
    room.as('Ben').does({ type: 'offer', roles: ['observer', 'coach'] });
    room.as('Chloé').does({ type: 'offer', roles: ['coach'] });
    room.as('Ines').does({ type: 'offer', roles: ['observer'] });
    room.as('Gus').does({ type: 'offer', roles: ['coachee', 'observer'] });
    room.as('Joel').does({ type: 'setRole', person: room.id('Flo'), role: 'observer' });
    room.at('focus');
    expect(room.names.map((name) => room.role(name))).toEqual([
      'facilitator',
      'coachee',
      'coach',
      'coach',
      'coach',
      'observer',
      'observer',
      'observer',
    ]);
  });

  it('PEO10 who has left when the turn begins has a role when they come back', () => {
    const room = meeting().at('agree');
    room.as('Ines').does({ type: 'offer', roles: ['observer'] });
    for (const name of ['Ben', 'Ines']) room.as(name).does({ type: 'leave' });
    room.at('focus');
    for (const name of ['Ben', 'Ines']) room.as(name).does({ type: 'comeBack' });
    expect([room.role('Ben'), room.role('Ines')]).toEqual(['coach', 'observer']);
  });

  it('PEO10 roles settled by the turn count in a round that begins with it', () => {
    const room = meeting({ phases: oneFullTurn.filter(({ id }) => id === 'agree' || id === 'echo') });
    room.at('echo');
    expect(room.waiting).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);
    expect(room.holder).toBe('Amina');
  });

  it('PEO10 after Back, roles that were changed in the meantime stay', () => {
    const room = meeting().at('focus');
    room.as('Joel').does({ type: 'setRole', person: room.id('Ben'), role: 'observer' });
    room.as('Joel').does({ type: 'back' });
    room.as('Joel').does({ type: 'next' });
    expect(room.role('Ben')).toBe('observer');
  });
});
