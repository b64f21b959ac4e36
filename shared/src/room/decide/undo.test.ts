import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting, type Wish } from '#tests/support/given.ts';
import { duration, minutes, seconds } from '../../time.ts';
import { oneFullTurn } from '../../method/oneFullTurn.ts';
import type { RoomState } from '../state.ts';

const undoes = (room: Meeting, name = 'Joel') =>
  room.as(name).does({ type: 'undo', action: room.state.undo!.id });
const joel = (room: Meeting, wish: Wish) => room.as('Joel').does(wish);
const overtaken = (room: Meeting, action: string) =>
  room.expectRefused('Joel', { type: 'undo', action }, 'undo/overtaken');

/** What an undo may bring back, without what is new each time. */
const kept = ({ run, past, floor, phases, turns, endedAt, people }: RoomState) => ({
  run: run && { ...run, id: '' },
  past,
  floor: { ...floor, since: 0 },
  phases,
  turns,
  endedAt,
  people,
});

const practising = withPhase('reps', { length: minutes(8) });
const twoTurns = () => {
  const room = meeting();
  joel(room, { type: 'addTurn' });
  return room;
};

describe('an action that is taken back at once', () => {
  const cases: [string, () => Meeting, (room: Meeting) => Wish][] = [
    ['UND2 Next', () => meeting().at('ask').later(minutes(3)), () => ({ type: 'next' })],
    ['UND2 Next into listening', () => meeting().at('focus').later(minutes(3)), () => ({ type: 'next' })],
    ['UND2 Next from extra time', () => meeting().at('ask').later(minutes(15)), () => ({ type: 'next' })],
    [
      'UND2 Next when the turn begins',
      () => meeting().at('agree').accepts('Amina'),
      () => ({ type: 'next' }),
    ],
    ['UND2 Next into the second turn', () => twoTurns().at('plan').accepts('Ben'), () => ({ type: 'next' })],
    ['UND2 Skip', () => meeting().at('echo'), () => ({ type: 'skip' })],
    ['UND2 Back', () => meeting().at('plan').later(minutes(2)), () => ({ type: 'back' })],
    ['UND2 Back into the first turn', () => twoTurns().at('focus-2'), () => ({ type: 'back' })],
    ['UND2 Jump', () => meeting().at('echo'), () => ({ type: 'jump', phase: 'plan' })],
    ['UND3 the end', () => meeting().at('ask').later(minutes(1)), () => ({ type: 'endSession' })],
    ['UND3 the end after the close', () => meeting().at('close'), () => ({ type: 'next' })],
    ['UND3 the end before the start', () => meeting(), () => ({ type: 'endSession' })],
    ['UND4 a pause', () => meeting().at('ask').later(minutes(1)), () => ({ type: 'pause' })],
    ['UND4 Restart', () => meeting().at('ask').later(minutes(6)), () => ({ type: 'restart' })],
    ['UND4 a minute more', () => meeting().at('ask'), () => ({ type: 'addTime', by: minutes(1) })],
    ['UND4 a minute less', () => meeting().at('ask'), () => ({ type: 'addTime', by: minutes(-1) })],
    ['UND5 giving the floor', () => meeting().at('ask'), (r) => ({ type: 'giveFloor', person: r.id('Ben') })],
    [
      'UND6 minutes',
      () => meeting(),
      () => ({ type: 'setLengths', lengths: [{ phase: 'ask', length: minutes(9) }] }),
    ],
    ['UND6 another order', () => meeting(), () => ({ type: 'movePhase', phase: 'ask', before: 'echo' })],
    ['UND6 a second turn', () => meeting().at('listen'), () => ({ type: 'addTurn' })],
    ['UND6 no second turn', () => twoTurns().at('listen'), () => ({ type: 'removeTurn' })],
    [
      'UND6 what happens at zero',
      () => meeting(),
      () => ({ type: 'setAtZero', phase: 'ask', action: 'ask' }),
    ],
  ];

  it.each(cases)('%s leaves the room as it was', (_, begin, wish) => {
    const room = begin();
    const before = kept(room.state);
    joel(room, wish(room));
    expect(kept(room.state)).not.toEqual(before);
    undoes(room);
    expect(kept(room.state)).toEqual(before);
    expect(room.state.undo).toBeNull();
  });
});

describe('what stands to be taken back', () => {
  it('UND1 any facilitator takes it back by its name, once; nobody else does', () => {
    const room = meeting().at('echo');
    joel(room, { type: 'next' });
    const { id } = room.state.undo!;
    for (const name of ['Ben', 'Amina'])
      room.expectRefused(name, { type: 'undo', action: id }, 'role/not-facilitator');
    room.holdsConsole('Kim').joins('Kim', 'console');
    room.as('Kim').does({ type: 'undo', action: id });
    expect(room.phase?.id).toBe('echo');
    overtaken(room, id);
    expect(room.phase?.id).toBe('echo');
  });

  it('UND1 it stands until a facilitator’s next one, which stands in its place', () => {
    const room = meeting().at('echo');
    joel(room, { type: 'next' });
    const { id } = room.state.undo!;
    joel(room, { type: 'addTime', by: minutes(1) });
    overtaken(room, id);
    expect(room.state.undo).toMatchObject({ action: 'addTime' });
    expect(undoes(room)).toMatchObject([{ type: 'actionUndone', run: null }]);
    expect([room.phase?.id, room.left]).toEqual(['ask', minutes(14)]);
  });

  it('UND1 what the coachee does in their own turn is no facilitator’s action', () => {
    const room = meeting().at('focus');
    room.as('Amina').does({ type: 'next' });
    expect(room.state.undo).toBeNull();
  });

  it('UND1 what changed nothing leaves what stood before', () => {
    const room = meeting().at('echo');
    joel(room, { type: 'setAtZero', phase: 'ask', action: 'ask' });
    const { undo } = room.state;
    joel(room, { type: 'setAtZero', phase: 'ask', action: 'ask' });
    expect(room.state.undo).toBe(undo);
  });

  it('UND1 another’s command in the same millisecond is not taken for the action', () => {
    const room = meeting().at('ask');
    joel(room, { type: 'giveFloor', person: room.id('Ben') });
    const { id } = room.state.undo!;
    room.as('Ben').does({ type: 'finish' });
    overtaken(room, id);
  });
});

describe('time that has gone by since', () => {
  it('UND2 the phase goes on with what was left at Next, running, as a run of its own', () => {
    const room = meeting().at('ask').later(minutes(4));
    const before = room.state.run!;
    joel(room, { type: 'next' });
    room.later(minutes(2));
    undoes(room);
    expect([room.phase?.id, room.left]).toEqual(['ask', minutes(10)]);
    expect(room.state.run!.clock.kind).toBe('running');
    expect(room.state.run!.id).not.toBe(before.id);
    room.expectRefused('Joel', { type: 'next', run: before.id }, 'phase/over');
  });

  it('UND2 what was paused is paused, by whom it was', () => {
    const room = meeting().at('ask').later(minutes(4));
    room.as('Amina').does({ type: 'pause' });
    joel(room, { type: 'next' });
    room.later(minutes(2));
    undoes(room);
    expect(room.state.run!.clock).toEqual({ kind: 'paused', left: minutes(10), by: 'coachee' });
  });

  it('UND2 listening that was begun by a slip has all its time when it comes', () => {
    const room = meeting().at('focus');
    joel(room, { type: 'next' });
    room.later(minutes(3));
    undoes(room);
    joel(room, { type: 'next' });
    expect([room.phase?.id, room.left]).toEqual(['listen', minutes(14)]);
  });

  it('UND2 TIM12 a speaker goes on with the time they had', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.later(seconds(20));
    joel(room, { type: 'next' });
    room.later(minutes(1));
    undoes(room);
    expect([room.holder, room.speakerLeft]).toEqual(['Ben', seconds(40)]);
  });

  it('UND4 TIM12 a pause, a resume and Restart leave the speaker what they had', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.later(seconds(20));
    joel(room, { type: 'pause' });
    room.later(minutes(1));
    undoes(room);
    expect([room.left, room.speakerLeft]).toEqual([duration(minutes(8) - seconds(20)), seconds(40)]);
    joel(room, { type: 'restart' });
    room.later(minutes(1));
    undoes(room);
    expect([room.left, room.speakerLeft]).toEqual([duration(minutes(8) - seconds(20)), seconds(40)]);
    joel(room, { type: 'pause' });
    joel(room, { type: 'resume' });
    room.later(seconds(30));
    undoes(room);
    expect([room.left, room.speakerLeft]).toEqual([duration(minutes(8) - seconds(20)), seconds(40)]);
    expect(room.state.run!.clock.kind).toBe('paused');
  });

  it('UND4 another speaker’s time goes and waits with the phase’s', () => {
    const room = meeting().at('echo');
    joel(room, { type: 'pause' });
    room.as('Ben').does({ type: 'takeFloor' });
    undoes(room);
    expect(room.later(seconds(10)).speakerLeft).toBe(seconds(50));
    const other = meeting().at('echo');
    joel(other, { type: 'pause' });
    joel(other, { type: 'resume' });
    other.as('Ben').does({ type: 'takeFloor' });
    other.later(seconds(10));
    undoes(other);
    expect(other.later(minutes(1)).speakerLeft).toBe(seconds(50));
  });

  it('UND4 minutes are taken back as they were given, and no more: time has gone by', () => {
    const room = meeting().at('ask');
    joel(room, { type: 'addTime', by: minutes(5) });
    room.later(minutes(2));
    undoes(room);
    expect([room.left, room.state.run!.length]).toEqual([minutes(12), minutes(14)]);
  });

  it('UND4 a zero that was put off is there at once, and nothing advances by it', () => {
    const room = meeting({ phases: withPhase('ask', { atZero: 'advance' }) })
      .at('ask')
      .later(minutes(13));
    joel(room, { type: 'addTime', by: minutes(5) });
    room.later(minutes(2));
    undoes(room);
    expect(room.left).toBe(minutes(-1));
    expect(room.tick()).toEqual([]);
    expect(room.phase?.id).toBe('ask');
  });

  it('UND4 a zero is still to come where minutes were taken and given back', () => {
    const room = meeting().at('ask').later(minutes(13));
    joel(room, { type: 'addTime', by: minutes(-1) });
    room.tick();
    undoes(room);
    expect([room.left, room.state.run!.zeroAt]).toEqual([minutes(1), null]);
    expect(room.later(minutes(1)).tick()).toMatchObject([{ type: 'zeroReached' }]);
  });

  it('UND4 TUR16 the wish that minutes answered stands again', () => {
    const room = meeting().at('ask');
    room.as('Amina').does({ type: 'askForTime' });
    const { wish } = room.state;
    joel(room, { type: 'addTime', by: minutes(5) });
    expect(room.state.wish).toBeNull();
    undoes(room);
    expect(room.state.wish).toEqual(wish);
  });
});

describe('the floor taken back', () => {
  it('UND5 the hand is up again, nothing is counted, and whoever was interrupted goes on', () => {
    const room = meeting().at('ask');
    for (const name of ['Ben', 'Dee'])
      room.later(seconds(5)).as(name).does({ type: 'raiseHand', process: false });
    joel(room, { type: 'giveFloor', person: room.id('Ben') });
    room.later(minutes(1));
    joel(room, { type: 'giveFloor', person: room.id('Dee') });
    room.later(seconds(10));
    undoes(room);
    expect(room.holder).toBe('Ben');
    expect(room.state.turns[0]!.asked).toEqual({ [room.id('Ben')]: 1 });
    expect(room.state.hands.map(({ person }) => room.nameOf(person))).toEqual(['Dee']);
  });

  it('UND5 whose time in a round was ended has it again', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    room.later(seconds(20));
    joel(room, { type: 'giveFloor', person: null });
    room.later(minutes(1));
    undoes(room);
    expect([room.holder, room.speakerLeft]).toEqual(['Ben', seconds(40)]);
    expect(room.waiting).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);
  });

  it('UND5 PRA4 a remark that was given is open again', () => {
    const room = meeting({ phases: practising }).at('reps');
    joel(room, { type: 'setStage', stage: 'runs' });
    room.as('Amina').does({ type: 'beginRun' });
    room.as('Amina').does({ type: 'endRun' });
    joel(room, { type: 'giveFloor', person: room.id('Ben') });
    expect(room.state.run!.practice!.remark).toBe('said');
    undoes(room);
    expect([room.holder, room.state.run!.practice!.remark]).toEqual([null, 'open']);
  });

  it('UND5 whoever has raised another hand meanwhile has one', () => {
    const room = meeting().at('ask');
    room.as('Ben').does({ type: 'raiseHand', process: false });
    joel(room, { type: 'giveFloor', person: room.id('Ben') });
    room.as('Ben').does({ type: 'raiseHand', process: true });
    undoes(room);
    expect(room.state.hands).toMatchObject([{ process: true }]);
  });

  it('UND9 whoever had the floor and has left since does not get it back', () => {
    const room = meeting().at('ask');
    joel(room, { type: 'giveFloor', person: room.id('Ben') });
    room.later(minutes(1));
    joel(room, { type: 'giveFloor', person: room.id('Dee') });
    room.as('Ben').does({ type: 'leave' });
    undoes(room);
    expect(room.holder).toBe('Amina');
  });
});

describe('what others did since', () => {
  const did: [string, string, Wish, string, Wish][] = [
    ['the coachee paused', 'ask', { type: 'next' }, 'Amina', { type: 'pause' }],
    ['the coachee went on', 'listen', { type: 'pause' }, 'Amina', { type: 'resume' }],
    ['the coachee ended the phase', 'focus', { type: 'addTime', by: minutes(1) }, 'Amina', { type: 'next' }],
    ['the coachee stopped', 'echo', { type: 'next' }, 'Amina', { type: 'stop' }],
    ['a voice finished', 'echo', { type: 'giveFloor', person: 'Ben' }, 'Ben', { type: 'finish' }],
    ['a voice took the floor', 'echo', { type: 'giveFloor', person: null }, 'Chloé', { type: 'takeFloor' }],
    ['a voice passed', 'echo', { type: 'giveFloor', person: null }, 'Dee', { type: 'pass' }],
    [
      'the coachee answered',
      'echo',
      { type: 'giveFloor', person: null },
      'Amina',
      { type: 'answerVoice', answer: 'fits' },
    ],
  ];

  it.each(did)('UND8 %s: it is not taken back', (_, phase, action, name, wish) => {
    const room = meeting().at(phase);
    if (action.type === 'giveFloor' && action.person === null) {
      room.as('Ben').does({ type: 'takeFloor' });
      room.later(minutes(1));
    }
    joel(
      room,
      'person' in action && action.person === 'Ben' ? { ...action, person: room.id('Ben') } : action,
    );
    const { id } = room.state.undo!;
    room.as(name).does(wish);
    overtaken(room, id);
  });

  it('UND8 somebody accepted the second turn, or withdrew from it', () => {
    const room = meeting().at('listen');
    joel(room, { type: 'addTurn' });
    const { id } = room.state.undo!;
    room.accepts('Ben');
    overtaken(room, id);
    joel(room, { type: 'setAtZero', phase: 'ask', action: 'ask' });
    const then = room.state.undo!.id;
    room.as('Ben').does({ type: 'withdraw' });
    overtaken(room, then);
  });

  it('UND8 time has begun the next phase', () => {
    const room = meeting({ phases: withPhase('focus', { atZero: 'advance' }) }).at('focus');
    joel(room, { type: 'addTime', by: minutes(1) });
    const { id } = room.state.undo!;
    room.later(minutes(5)).tick();
    overtaken(room, id);
  });

  it('UND8 a zero that was noticed is in nobody’s way', () => {
    const room = meeting().at('ask').later(minutes(13));
    joel(room, { type: 'next' });
    room.later(minutes(9)).tick();
    expect(room.state.run!.zeroAt).not.toBeNull();
    undoes(room);
    expect([room.phase?.id, room.left]).toEqual(['ask', minutes(1)]);
  });
});

describe('what stays', () => {
  it('UND7 what was written, agreed to and signalled since stays; hands end', () => {
    const room = meeting().at('echo');
    joel(room, { type: 'next' });
    room.as('Ben').does({ type: 'writeCard', card: 'q', zone: 'questions', text: 'What else?' });
    room.as('Dee').does({ type: 'agree', agreement: 'a1', agreed: true });
    room.as('Chloé').does({ type: 'raiseHand', process: false });
    const { cards } = room.state;
    undoes(room);
    expect(room.state.cards).toBe(cards);
    expect(room.person('Dee').agreed).toEqual(['a1']);
    expect(room.state.hands).toEqual([]);
  });

  it('UND7 hands that ended with the phase stay down', () => {
    const room = meeting().at('ask');
    room.as('Ben').does({ type: 'raiseHand', process: false });
    joel(room, { type: 'skip' });
    undoes(room);
    expect([room.phase?.id, room.state.hands]).toEqual(['ask', []]);
  });

  it('UND7 a removal stays, and a coachee’s consent and withdrawal', () => {
    const room = meeting().at('echo');
    joel(room, { type: 'next' });
    joel(room, { type: 'remove', person: room.id('Dee') });
    undoes(room);
    expect(room.person('Dee').presence).toBe('removed');
    expect(room.waiting).toEqual(['Ben', 'Chloé', 'Ines']);

    const opening = [oneFullTurn[0]!, { ...oneFullTurn[0]!, id: 'roles' }, ...oneFullTurn.slice(1)];
    const lobby = meeting({ phases: opening }).at('agree');
    joel(lobby, { type: 'next' });
    lobby.accepts('Amina');
    undoes(lobby);
    expect([lobby.phase?.id, lobby.role('Amina')]).toEqual(['agree', 'coachee']);
    joel(lobby, { type: 'next' });
    lobby.as('Amina').does({ type: 'withdraw' });
    undoes(lobby);
    expect([lobby.state.turns[0]!.coachee, lobby.role('Amina')]).toEqual([null, null]);
  });

  it('UND7 roles that a phase brought go back with it; what was chosen since stays', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'setRole', person: room.id('Ben'), role: 'observer' });
    joel(room, { type: 'next' });
    expect([room.role('Ben'), room.role('Chloé')]).toEqual(['observer', 'coach']);
    room.as('Chloé').does({ type: 'setRole', person: room.id('Chloé'), role: 'observer' });
    undoes(room);
    expect(room.person('Ben')).toMatchObject({ role: 'coach', nextRole: 'observer' });
    expect(room.person('Chloé')).toMatchObject({ role: 'coach', nextRole: 'observer' });
    expect(room.waiting).toEqual(['Ben', 'Chloé', 'Dee', 'Ines']);

    const end = meeting().at('plan');
    joel(end, { type: 'next' });
    end.as('Ben').does({ type: 'setRole', person: end.id('Ben'), role: 'observer' });
    undoes(end);
    expect(end.role('Ben')).toBe('observer');
  });

  it('UND7 the console stays with whoever took it meanwhile', () => {
    const room = twoTurns().at('plan').accepts('Ben');
    joel(room, { type: 'next' });
    joel(room, { type: 'offerConsole', person: room.id('Amina'), stay: false });
    room.as('Amina').does({ type: 'acceptConsole' });
    undoes(room, 'Amina');
    expect([room.phase?.id, room.role('Amina'), room.role('Ben')]).toEqual(['plan', 'facilitator', 'coach']);
  });

  it('UND9 who left since is not waited for, and who came waits at the end', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    joel(room, { type: 'next' });
    for (const name of ['Ben', 'Dee']) room.as(name).does({ type: 'leave' });
    room.joins('Flo');
    undoes(room);
    expect([room.holder, room.waiting]).toEqual(['Amina', ['Chloé', 'Ines', 'Flo']]);
  });

  it('UND9 PRA6 who left since plays no more, and their run is over', () => {
    const room = meeting({ phases: practising }).at('reps');
    room.as('Ben').does({ type: 'takePart', part: 'model' });
    joel(room, { type: 'beginRun' });
    joel(room, { type: 'next' });
    room.as('Ben').does({ type: 'leave' });
    undoes(room);
    expect(room.state.run!.practice).toMatchObject({ model: null, running: false });
  });

  it('UND9 a coachee who was gone and has come back has the floor that is theirs', () => {
    const room = meeting().at('focus');
    room.as('Amina').does({ type: 'leave' });
    joel(room, { type: 'next' });
    room.as('Amina').does({ type: 'comeBack' });
    undoes(room);
    expect([room.phase?.id, room.holder]).toEqual(['focus', 'Amina']);
  });

  it('UND6 TUR9 whoever was invited to a turn that is taken out is invited no more', () => {
    const room = meeting().at('listen');
    joel(room, { type: 'addTurn' });
    room.invited('Ben');
    undoes(room);
    room.expectRefused('Ben', { type: 'acceptInvitation' }, 'turn/not-invited');
  });
});

describe('the coachee’s time', () => {
  it('UND10 minutes given to listening stay, while there is time left', () => {
    const room = meeting().at('listen');
    joel(room, { type: 'addTime', by: minutes(2) });
    const { id } = room.state.undo!;
    room.expectRefused('Joel', { type: 'undo', action: id }, 'time/listening-protected');
    room.later(minutes(16)).as('Joel').does({ type: 'undo', action: id });
    expect(room.left).toBe(minutes(-2));
  });

  it('UND10 minutes taken without an answer are given back', () => {
    const room = meeting().at('listen');
    room.as('Amina').does({ type: 'leave' });
    joel(room, { type: 'addTime', by: minutes(-3) });
    undoes(room);
    expect(room.left).toBe(minutes(14));
  });

  it('UND10 TUR11 a stopped turn stays stopped', () => {
    const room = meeting().at('listen').later(minutes(2));
    room.as('Amina').does({ type: 'stop' });
    joel(room, { type: 'next' });
    undoes(room);
    expect([room.phase?.id, room.left, room.holder]).toEqual(['listen', minutes(12), null]);
    expect(room.state.turns[0]).toMatchObject({ stopped: true, withheld: true });
    room.expectRefused('Joel', { type: 'resume' }, 'turn/stopped');
  });

  it('UND3 the session goes on after a slip, and only there', () => {
    const room = meeting().at('ask').later(minutes(1));
    joel(room, { type: 'endSession' });
    room.expectRefused('Ben', { type: 'raiseHand', process: true }, 'session/ended');
    room.later(minutes(1)).as('Ben').does({ type: 'leave' });
    undoes(room);
    expect([room.state.endedAt, room.left]).toEqual([null, minutes(13)]);
  });

  it('UND8 UND3 a session that is to be forgotten is over', () => {
    const room = meeting().at('close');
    joel(room, { type: 'endSession' });
    const { id } = room.state.undo!;
    joel(room, { type: 'forgetSession' });
    overtaken(room, id);
  });
});
