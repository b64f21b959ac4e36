import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting, type Wish } from '#tests/support/given.ts';
import { minutes } from '../../time.ts';
import { backBarrier } from '../permissions.ts';
import { planAt } from '../plan.ts';

const amina = (room: Meeting, wish: Wish) => room.as('Amina').does(wish);
const stops = (room: Meeting) => amina(room, { type: 'stop' });
const practising = () => meeting({ phases: withPhase('reps', { length: minutes(8) }) });
const ofTurn = ['focus', 'listen', 'echo', 'ask', 'reps', 'plan'];

describe('the coachee stops', () => {
  it.each(ofTurn)(
    'TUR11 in %s: nobody has the floor, the clock rests, hands end, cards leave the wall',
    (phase) => {
      const room = practising().at(phase).later(minutes(1));
      const left = room.left;
      expect(stops(room)).toMatchObject([{ type: 'turnStopped', turn: 0 }]);
      expect(room.state).toMatchObject({ hands: [], ask: null, wish: null });
      expect(room.state.turns[0]).toMatchObject({ stopped: true, withheld: true });
      expect([room.holder, room.waiting, room.later(minutes(5)).left]).toEqual([null, [], left]);
      expect(stops(room), 'CMD6').toEqual([]);
    },
  );

  it.each(ofTurn)('TUR12 after a stop in %s nothing of the turn goes on', (phase) => {
    const room = practising().at(phase);
    stops(room);
    for (const name of ['Joel', 'Amina']) {
      room.expectRefused(name, { type: 'resume' }, 'turn/stopped');
      room.expectRefused(name, { type: 'back' }, 'turn/stopped');
      expect(backBarrier(room.state), 'as the console says it').toBe('turn/stopped');
    }
    room.expectRefused('Joel', { type: 'restart' }, 'time/coachee-paused');
    const own = phase === 'focus' || phase === 'listen';
    const floor = own ? 'floor/coachees-own' : 'turn/stopped';
    room.expectRefused('Joel', { type: 'giveFloor', person: room.id('Ben') }, floor);
    for (const name of ['Ben', 'Amina']) room.expectRefused(name, { type: 'takeFloor' }, floor);
    room.expectRefused('Ben', { type: 'raiseHand', process: false }, 'floor/no-hands-now');
    room.expectRefused('Joel', { type: 'askCoachee', change: { kind: 'next' } }, 'time/nothing-asked');
    room.expectRefused('Amina', { type: 'askForTime' }, 'turn/not-now');
    room.expectRefused('Amina', { type: 'setIdeas', open: true }, 'turn/not-now');
    room.expectRefused('Amina', { type: 'writeCard', card: 'c', zone: 'focus', text: 'x' }, 'board/closed');
    room.expectRefused('Ben', { type: 'takePart', part: 'model' }, 'practice/not-now');
    room.expectRefused(
      'Joel',
      { type: 'jump', phase: 'plan' },
      phase === 'plan' ? 'phase/not-ahead' : 'turn/stopped',
    );
  });

  it.each(ofTurn)(
    'TUR12 after a stop in %s Next leads to the close, without a yes, and the rest takes no time',
    (phase) => {
      const room = practising().at(phase).later(minutes(1));
      stops(room);
      expect(planAt(room.state, room.now).phases.filter(({ state }) => state === 'todo')).toHaveLength(1);
      const [ended] = room.as('Joel').does({ type: 'next' });
      expect(ended).toMatchObject({ how: 'next', unreached: false });
      expect([room.phase?.id, room.left]).toEqual(['close', minutes(6)]);
      expect(room.state.turns[0]).toMatchObject({ withheld: true });
    },
  );

  it('TUR12 after a stop Next leads to the second turn, with the minutes it has', () => {
    const room = meeting();
    room.as('Joel').does({ type: 'addTurn' });
    room.at('listen').accepts('Ben');
    stops(room);
    room.as('Joel').does({ type: 'next' });
    expect([room.phase?.id, room.role('Ben'), room.role('Amina')]).toEqual(['focus-2', 'coachee', 'coach']);
    expect(room.state.turns.map(({ stopped }) => stopped)).toEqual([true, false]);
  });

  it('TUR12 a point of process is still one', () => {
    const room = meeting().at('ask');
    stops(room);
    room.as('Ben').does({ type: 'raiseHand', process: true });
    expect(room.state.hands).toHaveLength(1);
  });

  it('TUR11 elsewhere there is no turn to stop, and only its coachee stops it', () => {
    meeting().at('close').expectRefused('Amina', { type: 'stop' }, 'turn/not-now');
    for (const name of ['Joel', 'Ben'])
      meeting().at('listen').expectRefused(name, { type: 'stop' }, 'role/not-coachee');
  });

  it('TUR11 PRA3 a run that is going on is over', () => {
    const room = practising().at('reps');
    room.as('Ben').does({ type: 'takePart', part: 'model' });
    amina(room, { type: 'beginRun' });
    stops(room);
    expect(room.state.run!.practice).toMatchObject({ running: false, model: room.id('Ben') });
    room.expectRefused('Amina', { type: 'endRun' }, 'practice/no-run');
  });

  it('TUR12 PEO5 who comes back, or comes in, does not wait in a round that is stopped', () => {
    const room = meeting().at('echo');
    room.as('Dee').does({ type: 'leave' });
    stops(room);
    room.joins('Flo').as('Dee').does({ type: 'comeBack' });
    amina(room, { type: 'leave' });
    amina(room, { type: 'comeBack' });
    expect([room.waiting, room.holder]).toEqual([[], null]);
  });
});

describe('the coachee goes on', () => {
  it.each(ofTurn)('TUR13 after a stop in %s it is all as it was, and cards are back on the wall', (phase) => {
    const room = practising().at(phase).later(minutes(1));
    const before = { left: room.left, holder: room.holder, waiting: room.waiting };
    stops(room);
    room.expectRefused('Joel', { type: 'goOn' }, 'role/not-coachee');
    room.later(minutes(3));
    amina(room, { type: 'goOn' });
    expect({ left: room.left, holder: room.holder, waiting: room.waiting }).toEqual(before);
    expect(room.state.run!.clock.kind).toBe('running');
    expect(room.state.turns[0]).toMatchObject({ stopped: false, withheld: false });
    room.expectRefused('Amina', { type: 'goOn' }, 'turn/not-stopped');
  });

  it('TUR13 whoever was speaking waits again, and who has spoken does not', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.as('Ben').does({ type: 'finish' });
    room.as('Chloé').does({ type: 'takeFloor' });
    stops(room);
    room.joins('Flo');
    amina(room, { type: 'goOn' });
    expect([room.holder, room.waiting]).toEqual(['Amina', ['Chloé', 'Dee', 'Ines', 'Flo']]);
  });

  it('TUR15 Back to a stopped turn leads to where it was stopped, and only the coachee goes on there', () => {
    const room = meeting().at('echo').later(minutes(2));
    room.as('Ben').does({ type: 'pass' });
    stops(room);
    room.as('Joel').does({ type: 'next' });
    room.as('Joel').does({ type: 'back' });
    expect([room.phase?.id, room.left, room.holder, room.waiting]).toEqual(['echo', minutes(6), null, []]);
    room.expectRefused('Joel', { type: 'resume' }, 'turn/stopped');
    amina(room, { type: 'goOn' });
    expect([room.holder, room.waiting]).toEqual(['Amina', ['Chloé', 'Dee', 'Ines']]);
    expect(room.state.run!.clock.kind).toBe('running');
  });

  it('TUR15 STR3 what the coachee left themselves, only they go back to: in the close nobody', () => {
    const room = meeting().at('echo');
    stops(room);
    amina(room, { type: 'next' });
    room.expectRefused('Joel', { type: 'back' }, 'phase/coachee-ended');
  });

  it('TUR13 outside the phase there is nothing to go on with', () => {
    const room = meeting().at('echo');
    stops(room);
    room.as('Joel').does({ type: 'next' });
    room.expectRefused('Amina', { type: 'goOn' }, 'turn/not-stopped');
  });

  it('TUR14 the cards of a stopped turn are shown again by its coachee alone, after the end too', () => {
    const room = meeting().at('echo');
    stops(room);
    room.as('Joel').does({ type: 'endSession' });
    for (const name of ['Ben', 'Joel'])
      room.expectRefused(name, { type: 'showTurn', turn: 0 }, 'role/not-coachee');
    room.expectRefused('Amina', { type: 'showTurn', turn: 1 }, 'role/not-coachee');
    expect(amina(room, { type: 'showTurn', turn: 0 })).toMatchObject([{ type: 'turnShown', turn: 0 }]);
    expect(room.state.turns[0]).toMatchObject({ stopped: true, withheld: false });
    expect(amina(room, { type: 'showTurn', turn: 0 }), 'CMD6').toEqual([]);
  });
});

describe('more time', () => {
  it('TUR16 the coachee asks, once, and minutes answer it', () => {
    const room = meeting().at('listen');
    amina(room, { type: 'askForTime' });
    expect(room.state.wish).toEqual({ run: room.state.run!.id, at: room.now });
    room.expectRefused('Amina', { type: 'askForTime' }, 'time/already-wished');
    room.as('Joel').does({ type: 'addTime', by: minutes(2) });
    expect(room.state.wish).toBeNull();
    amina(room, { type: 'askForTime' });
    room.as('Joel').does({ type: 'declineTime' });
    expect([room.state.wish, room.left]).toEqual([null, minutes(16)]);
    expect(room.as('Joel').does({ type: 'declineTime' }), 'CMD6').toEqual([]);
  });

  it('TUR16 taking minutes is no answer, and the wish ends with its phase', () => {
    const room = meeting().at('ask');
    amina(room, { type: 'askForTime' });
    room.as('Joel').does({ type: 'addTime', by: minutes(-1) });
    expect(room.state.wish).not.toBeNull();
    room.as('Joel').does({ type: 'next' });
    expect(room.state.wish).toBeNull();
  });

  it('TUR16 only the coachee, in a phase of their turn that has a clock', () => {
    meeting().at('listen').expectRefused('Ben', { type: 'askForTime' }, 'role/not-coachee');
    meeting().at('close').expectRefused('Amina', { type: 'askForTime' }, 'turn/not-now');
    const untimed = meeting({ phases: withPhase('focus', { timed: false }) }).at('focus');
    untimed.expectRefused('Amina', { type: 'askForTime' }, 'time/no-clock');
  });
});
