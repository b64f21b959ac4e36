import { describe, expect, it } from 'vitest';
import { meeting, type Meeting, type Wish } from '#tests/support/given.ts';
import { minutes, sum } from '../../time.ts';
import { fitPhases } from '../../method/fit.ts';
import { oneFullTurn } from '../../method/oneFullTurn.ts';
import { planAt } from '../plan.ts';

const joel = (room: Meeting, wish: Wish) => room.as('Joel').does(wish);
const lengths = (of: Record<string, number>) => ({
  type: 'setLengths' as const,
  lengths: Object.entries(of).map(([phase, length]) => ({ phase, length: minutes(length) })),
});
const total = (room: Meeting) => sum(room.state.phases.map(({ length }) => length));
const inMinutes = (room: Meeting, turn: number) =>
  room.state.phases.filter((phase) => phase.turn === turn).map(({ length }) => length / minutes(1));
const order = (room: Meeting) => room.state.phases.map(({ id }) => id).join(' ');
const twoTurns = (room = meeting()) => {
  joel(room, { type: 'addTurn' });
  return room;
};

describe('minutes of phases to come', () => {
  it('PLA1 are set before the start and while it runs, several at once', () => {
    const room = meeting();
    joel(room, lengths({ ask: 11, plan: 12 }));
    expect(inMinutes(room, 0)).toEqual([4, 14, 8, 11, 0, 12]);
    room.at('listen');
    joel(room, lengths({ ask: 14, plan: 9 }));
    expect(room.state.phases).toEqual(oneFullTurn);
    expect(joel(room, lengths({ ask: 14 })), 'CMD6').toEqual([]);
    room.expectRefused('Amina', lengths({ ask: 10 }), 'role/not-facilitator');
  });

  it('PLA1 what has begun stays, after Back what lies ahead again may change', () => {
    const room = meeting().at('ask');
    for (const phase of ['ask', 'listen'])
      room.expectRefused('Joel', lengths({ plan: 5, [phase]: 9 }), 'phase/not-ahead');
    joel(room, { type: 'back' });
    joel(room, lengths({ ask: 9 }));
    room.expectRefused('Joel', lengths({ lunch: 9 }), 'phase/unknown');
    joel(room, { type: 'endSession' });
    room.expectRefused('Joel', lengths({ plan: 5 }), 'session/ended');
  });

  it('PLA1 a phase has its least, or is left out and comes back; practice is switched on this way', () => {
    const room = meeting();
    room.expectRefused('Joel', lengths({ ask: 2 }), 'phase/too-short');
    joel(room, lengths({ ask: 3, echo: 0, reps: 8 }));
    expect(room.at('listen').at('ask').phase!.length).toBe(minutes(3));
    expect(room.at('reps').state.past.map(({ phase }) => phase)).not.toContain('echo');
  });

  it('PLA2 listening is not left out', () => {
    meeting().expectRefused('Joel', lengths({ listen: 0 }), 'phase/keep-listening');
    twoTurns().expectRefused('Joel', lengths({ 'listen-2': 0 }), 'phase/keep-listening');
  });

  it('PLA2 listening that Back interrupted is not shortened behind the coachee’s back', () => {
    const room = meeting().at('listen').later(minutes(4));
    joel(room, { type: 'back' });
    room.expectRefused('Joel', lengths({ listen: 10 }), 'time/listening-protected');
    joel(twoTurns(room), { type: 'next' });
    expect(room.left).toBe(minutes(10));
    const longer = meeting().at('listen').later(minutes(4));
    joel(longer, { type: 'back' });
    joel(longer, lengths({ listen: 16 }));
    joel(longer, { type: 'next' });
    expect([longer.left, longer.state.run!.length]).toEqual([minutes(12), minutes(16)]);
    const through = meeting().at('listen').later(minutes(14));
    joel(through, { type: 'back' });
    joel(through, lengths({ listen: 10 }));
    const stopped = meeting().at('echo');
    stopped.as('Amina').does({ type: 'back' });
    stopped.as('Amina').does({ type: 'back' });
    stopped.as('Amina').does({ type: 'stop' });
    joel(stopped, lengths({ listen: 10 }));
  });

  it('PLA7 given or taken where Back interrupted, they count for what was left, down to zero', () => {
    const room = meeting().at('ask').later(minutes(10));
    joel(room, { type: 'addTime', by: minutes(1) });
    joel(room, { type: 'back' });
    const leads = (length: number) => {
      joel(room, lengths({ ask: length }));
      const { phases } = planAt(room.state, room.now);
      const [ask, plan] = ['ask', 'plan'].map((id) => phases.find(({ phase }) => phase.id === id)!);
      return [ask!.length / minutes(1), (plan!.startsAt - ask!.startsAt) / minutes(1)];
    };
    expect(leads(14)).toEqual([15, 5]);
    expect(leads(13)).toEqual([14, 4]);
    expect(leads(16)).toEqual([17, 7]);
    expect(leads(4)).toEqual([10, 0]);
    joel(room, { type: 'next' });
    expect([room.left, room.state.run!.length]).toEqual([0, minutes(10)]);
    room.later(minutes(2)).at('plan');
    expect(planAt(room.state, room.now).phases.find(({ phase }) => phase.id === 'ask')!.took).toBe(
      minutes(12),
    );
  });

  it('PLA7 extra time stays extra time, whatever is taken', () => {
    const room = meeting().at('ask').later(minutes(15));
    joel(room, { type: 'back' });
    joel(room, lengths({ ask: 10 }));
    joel(room, { type: 'next' });
    expect(room.left).toBe(minutes(-1));
    joel(room, { type: 'back' });
    joel(room, lengths({ ask: 13 }));
    joel(room, { type: 'next' });
    expect(room.left).toBe(minutes(2));
  });
});

describe('another order', () => {
  it('PLA3 phases to come change places within opening, turn and closing', () => {
    const room = meeting().at('listen');
    joel(room, { type: 'movePhase', phase: 'ask', before: 'echo' });
    expect(order(room)).toBe('agree focus listen ask echo reps plan close');
    joel(room, { type: 'movePhase', phase: 'ask', before: 'close' });
    expect(order(room)).toBe('agree focus listen echo reps plan ask close');
    for (const before of ['ask', 'close'])
      expect(joel(room, { type: 'movePhase', phase: 'ask', before }), 'CMD6').toEqual([]);
    room.as('Amina').does({ type: 'next' });
    expect(room.phase?.id).toBe('echo');
    room.at('plan').at('ask').at('close');
  });

  it('PLA3 not out of their place, not before what has begun, and no phase that there is not', () => {
    const room = meeting().at('listen');
    const refused = (
      phase: string,
      before: string | null,
      why: 'phase/out-of-place' | 'phase/not-ahead' | 'phase/unknown',
    ) => room.expectRefused('Joel', { type: 'movePhase', phase, before }, why);
    refused('close', 'ask', 'phase/out-of-place');
    refused('ask', null, 'phase/out-of-place');
    refused('listen', 'ask', 'phase/not-ahead');
    refused('ask', 'focus', 'phase/not-ahead');
    refused('lunch', 'ask', 'phase/unknown');
    refused('ask', 'lunch', 'phase/unknown');
    expect(joel(room, { type: 'movePhase', phase: 'close', before: null }), 'CMD6').toEqual([]);
    twoTurns(room).expectRefused(
      'Joel',
      { type: 'movePhase', phase: 'ask', before: 'ask-2' },
      'phase/out-of-place',
    );
  });
});

describe('a second turn', () => {
  it('PLA4 shares what the first has ahead, and the meeting ends when it was to end', () => {
    const room = twoTurns();
    expect([total(room), room.state.turns.length]).toEqual([minutes(60), 2]);
    expect(inMinutes(room, 0).reduce((a, b) => a + b)).toBe(25);
    expect(inMinutes(room, 1).reduce((a, b) => a + b)).toBe(24);
    expect(inMinutes(room, 1)[4]).toBe(0);
    expect(order(room)).toMatch(/plan focus-2 .* plan-2 close$/);
    room.expectRefused('Joel', { type: 'addTurn' }, 'turn/two-already');
  });

  it('PLA4 while the first runs, only what is still ahead is shared', () => {
    const room = twoTurns(meeting().at('listen'));
    expect(inMinutes(room, 0).slice(0, 2)).toEqual([4, 14]);
    expect(total(room)).toBe(minutes(60));
  });

  it('PLA4 where the minimums do not suffice, the meeting ends later', () => {
    const room = twoTurns(meeting().at('plan'));
    expect(inMinutes(room, 0)).toEqual([4, 14, 8, 14, 0, 9]);
    expect(inMinutes(room, 1)).toEqual([2, 6, 3, 3, 0, 2]);
  });

  it('PLA4 what a stopped turn had ahead is the second’s', () => {
    const room = meeting().at('listen');
    room.as('Amina').does({ type: 'stop' });
    twoTurns(room);
    expect(inMinutes(room, 1).reduce((a, b) => a + b)).toBe(31);
    expect(planAt(room.state, room.now).slack).toBe(minutes(9));
  });

  it('PLA4 once the close has begun it is too late, until Back leads before it', () => {
    const room = meeting().at('close');
    room.expectRefused('Joel', { type: 'addTurn' }, 'phase/not-ahead');
    joel(room, { type: 'back' });
    twoTurns(room).accepts('Ben');
    joel(room, { type: 'next' });
    expect(room.phase?.id).toBe('focus-2');
  });

  it('PLA5 is taken out again while nobody has accepted it', () => {
    const room = twoTurns().accepts('Amina').at('listen').invited('Ben');
    joel(room, { type: 'removeTurn' });
    expect([total(room), room.state.turns.length]).toEqual([minutes(60), 1]);
    room.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/not-invited');
    room.expectRefused('Joel', { type: 'removeTurn' }, 'turn/only-one');
    twoTurns(room).accepts('Ben');
    room.expectRefused('Joel', { type: 'removeTurn' }, 'turn/has-coachee');
    room.at('focus-2').expectRefused('Joel', { type: 'removeTurn' }, 'turn/started');
  });

  it('PLA5 TUR3 a decline outlasts it', () => {
    const room = twoTurns().accepts('Amina').invited('Ben');
    room.as('Ben').does({ type: 'declineInvitation' });
    joel(room, { type: 'removeTurn' });
    twoTurns(room).expectRefused('Joel', { type: 'invite', person: room.id('Ben') }, 'turn/declined');
  });

  it('PLA6 its minutes go to what the first turn has ahead', () => {
    const room = twoTurns(meeting().at('listen')).accepts('Ben');
    room.as('Ben').does({ type: 'withdraw' });
    expect(inMinutes(room, 0).slice(0, 2)).toEqual([4, 14]);
    expect([total(room), room.state.turns.length]).toEqual([minutes(60), 1]);
  });

  it('PLA6 in the last phase of the first turn they go to it', () => {
    const room = twoTurns().accepts('Amina').accepts('Ben').at('plan');
    const second = inMinutes(room, 1).reduce((a, b) => a + b);
    const left = room.left! / minutes(1);
    room.as('Ben').does({ type: 'leave' });
    expect(room.left! / minutes(1)).toBe(left + second);
    expect(total(room)).toBe(minutes(60 - second));
  });

  it('PLA6 never more than two hours in one phase', () => {
    const long = oneFullTurn.map((phase) =>
      phase.id === 'plan' || phase.id === 'ask' ? { ...phase, length: minutes(100) } : phase,
    );
    const room = twoTurns(meeting({ phases: long }))
      .accepts('Amina')
      .accepts('Ben')
      .at('plan');
    room.as('Ben').does({ type: 'withdraw' });
    expect(room.state.run!.length).toBe(minutes(120));
  });

  it('PLA6 where the first turn is over, or stopped, they are slack', () => {
    const room = twoTurns().accepts('Amina').accepts('Ben').at('listen');
    const first = inMinutes(room, 0);
    room.as('Amina').does({ type: 'stop' });
    room.as('Ben').does({ type: 'withdraw' });
    expect(inMinutes(room, 0)).toEqual(first);
    expect(room.state.turns).toHaveLength(1);
  });

  it('PLA6 what the meeting was to end later for is given to nobody', () => {
    const phases = fitPhases(oneFullTurn, 60)!;
    const room = twoTurns(meeting({ phases }).at('plan')).accepts('Ben');
    expect(total(room)).toBe(minutes(76));
    room.as('Ben').does({ type: 'withdraw' });
    expect([total(room), room.left]).toEqual([minutes(60), minutes(9)]);
  });
});
