import { acting } from './actor.ts';
import { describe, expect, it } from 'vitest';
import { meeting, withPhase } from '#tests/support/given.ts';
import { duration, minutes } from '../time.ts';
import type { CommandType } from './commands.ts';
import {
  barrier,
  isProtected,
  leadsTurn,
  mayTakeFloor,
  mayWrite,
  needsCoacheesYes,
  patience,
  unreached,
  writableZones,
} from './permissions.ts';
import type { Rejection } from './rejections.ts';

const may = null;
const facilitator: Rejection = 'role/not-facilitator';
const coachee: Rejection = 'role/not-coachee';
const noName: Rejection = 'role/not-in-the-room';

/** A stranger has the participants’ link and no name yet; the wall is refused everything. */
const barriers: Record<
  CommandType,
  readonly [stranger: unknown, participant: unknown, coachee: unknown, facilitator: unknown]
> = {
  join: [may, may, may, may],
  rename: [noName, may, may, may],
  leave: [noName, may, may, may],
  comeBack: [noName, may, may, may],
  agree: [noName, may, may, may],
  askForAgreement: [noName, may, may, may],
  sayReady: [noName, may, may, may],
  passAlways: [noName, may, may, may],
  offer: [noName, may, may, may],
  setRole: [may, may, may, may],
  invite: [facilitator, facilitator, facilitator, may],
  acceptInvitation: [noName, may, may, may],
  declineInvitation: [noName, may, may, may],
  withdraw: [coachee, coachee, may, coachee],
  shareStep: [coachee, coachee, may, coachee],
  start: [facilitator, facilitator, facilitator, may],
  next: [facilitator, facilitator, may, may],
  skip: [facilitator, facilitator, may, may],
  back: [facilitator, facilitator, may, may],
  restart: [facilitator, facilitator, facilitator, may],
  pause: [facilitator, facilitator, may, may],
  resume: [facilitator, facilitator, may, may],
  addTime: [facilitator, facilitator, facilitator, may],
  askCoachee: [facilitator, facilitator, facilitator, may],
  answerAsk: [coachee, coachee, may, coachee],
  setAtZero: [facilitator, facilitator, facilitator, may],
  setWall: [facilitator, facilitator, facilitator, may],
  endSession: [facilitator, facilitator, facilitator, may],
  giveFloor: [facilitator, facilitator, facilitator, may],
  takeFloor: [noName, may, may, may],
  finish: [noName, may, may, may],
  pass: [noName, may, may, may],
  raiseHand: [noName, may, may, may],
  lowerHand: [may, may, may, may],
  writeCard: [noName, may, may, may],
  editCard: [noName, may, may, may],
  setAside: [noName, may, may, may],
  bringBack: [noName, may, may, may],
  admit: [facilitator, facilitator, facilitator, may],
  turnAway: [facilitator, facilitator, facilitator, may],
  setEntry: [facilitator, facilitator, facilitator, may],
  remove: [facilitator, facilitator, facilitator, may],
  changeCode: [facilitator, facilitator, facilitator, may],
  makeLink: [facilitator, facilitator, facilitator, may],
  withdrawLink: [facilitator, facilitator, facilitator, may],
  addPerson: [facilitator, facilitator, facilitator, may],
  nameDeputy: [facilitator, facilitator, facilitator, may],
  offerConsole: [facilitator, facilitator, facilitator, may],
  acceptConsole: [noName, may, may, may],
  declineConsole: [noName, may, may, may],
  takeOver: [noName, may, may, may],
  nameScribe: [may, may, may, may],
  renameRole: [facilitator, facilitator, facilitator, may],
  showNames: [facilitator, facilitator, facilitator, may],
  signal: [noName, may, may, may],
  answerSignal: [facilitator, facilitator, facilitator, may],
  stop: [coachee, coachee, may, coachee],
  goOn: [coachee, coachee, may, coachee],
  showTurn: [noName, may, may, may],
  answerVoice: [coachee, coachee, may, coachee],
  setIdeas: [coachee, coachee, may, coachee],
  askForTime: [coachee, coachee, may, coachee],
  declineTime: [facilitator, facilitator, facilitator, may],
  takePart: [noName, may, may, may],
  leavePart: [noName, may, may, may],
  swapParts: [facilitator, facilitator, may, may],
  setStage: [facilitator, facilitator, may, may],
  beginRun: [facilitator, facilitator, may, may],
  endRun: [facilitator, facilitator, may, may],
  jump: [facilitator, facilitator, facilitator, may],
  undo: [facilitator, facilitator, facilitator, may],
  setLengths: [facilitator, facilitator, facilitator, may],
  movePhase: [facilitator, facilitator, facilitator, may],
  addTurn: [facilitator, facilitator, facilitator, may],
  removeTurn: [facilitator, facilitator, facilitator, may],
  shortenKeeping: [facilitator, facilitator, facilitator, may],
  forgetSession: [may, may, may, may],
  moveCard: [noName, may, may, may],
  callDrafts: [facilitator, facilitator, facilitator, may],
  releaseCard: [noName, may, may, may],
  forgetCard: [noName, may, may, may],
};

const types = Object.keys(barriers) as CommandType[];
const standing = meeting().at('listen').holdsConsole('Rita');
const out = meeting();
out.as('Joel').does({ type: 'remove', person: out.id('Ben') });
const gone = meeting().at('listen');
gone.as('Ben').does({ type: 'leave' });
gone.as('Joel').does({ type: 'leave' });

describe('who may give which command', () => {
  it.each(types)('CMD2 %s, by stranger, participant, coachee and facilitator', (type) => {
    const people = ['Eve', 'Ben', 'Amina', 'Joel'];
    expect(people.map((name) => barrier(standing.state, type, standing.actor(name)))).toEqual(barriers[type]);
  });

  it.each(types)('CMD1 what a wall asks for is refused: %s', (type) => {
    expect(barrier(standing.state, type, { kind: 'wall' })).toBe('role/wall-only-shows');
  });

  it.each(types)('CMD2 a console without a name leads, and does nothing that needs one: %s', (type) => {
    const [stranger, , , facilitates] = barriers[type];
    expect(barrier(standing.state, type, standing.actor('Rita'))).toBe(
      stranger === noName ? noName : facilitates,
    );
  });

  it.each(types)('CMD3 who has left, a facilitator too, can only come back: %s', (type) => {
    for (const name of ['Ben', 'Joel'])
      expect(barrier(gone.state, type, gone.actor(name))).toBe(
        type === 'comeBack' ? null : 'people/has-left',
      );
  });

  it.each(types)('CMD3 DOO9 who was removed can do nothing: %s', (type) => {
    expect(barrier(out.state, type, out.actor('Ben'))).toBe('people/removed');
  });

  it.each(types)('DOO2 who stands at the door can knock, and nothing else: %s', (type) => {
    for (const person of [null, 'knock'])
      expect(barrier(standing.state, type, { kind: 'visitor', person })).toBe(
        type === 'join' ? null : 'role/not-let-in',
      );
  });

  it('FAC1 who asks is what they are in the room now, by whatever link', () => {
    const { state } = standing;
    const [joel, ben] = [standing.id('Joel'), standing.id('Ben')];
    for (const kind of ['participant', 'facilitator'] as const) {
      expect(acting(state, { kind, person: joel })).toEqual({ kind: 'facilitator', person: joel });
      expect(acting(state, { kind, person: ben })).toEqual({ kind: 'participant', person: ben });
      for (const nobody of [null, 'nobody'])
        expect(acting(state, { kind, person: nobody })).toEqual({ kind, person: nobody });
      const forAnother = { kind, person: ben, speaksFor: joel };
      expect(acting(state, forAnother)).toEqual({ ...forAnother, kind: 'participant' });
    }
    for (const actor of [{ kind: 'wall' }, { kind: 'system' }, { kind: 'visitor', person: joel }] as const)
      expect(acting(state, actor)).toBe(actor);
  });

  it('CMD2 the server itself is not barred', () => {
    expect(barrier(standing.state, 'next', { kind: 'system' })).toBeNull();
  });

  it('CMD2 the coachee leads in phases of their own turn only', () => {
    for (const [phase, leads] of [
      ['agree', false],
      ['focus', true],
      ['plan', true],
      ['close', false],
    ] as const) {
      const room = meeting().at('agree').accepts('Amina').at(phase);
      expect(leadsTurn(room.state, room.id('Amina')), phase).toBe(leads);
      expect(leadsTurn(room.state, room.id('Ben')), phase).toBe(false);
      expect(leadsTurn(room.state, null), phase).toBe(false);
    }
  });

  it('CMD1 a wall is refused by the rules, not only by the table', () => {
    meeting().expectRefused('the wall', { type: 'join', name: 'Wall' }, 'role/wall-only-shows');
  });
});

describe('what the screens ask', () => {
  it('BOA1 writable zones are those the phase opens to the role', () => {
    const room = meeting().at('ask');
    expect(writableZones(room.state, room.id('Amina'))).toEqual(['focus', 'questions', 'parking']);
    expect(writableZones(room.state, room.id('Ben'))).toEqual(['questions', 'parking']);
    expect(writableZones(room.state, null)).toEqual([]);
    expect(mayWrite(meeting().state, null, 'focus')).toBe(false);
  });

  it('FLO4 FLO12 the floor is open to the next voice, and to the coachee in their silence', () => {
    const may = (phase: string, name: string) => {
      const room = meeting().at(phase);
      return mayTakeFloor(room.state, room.id(name));
    };
    expect([may('echo', 'Ben'), may('echo', 'Dee'), may('echo', 'Amina')]).toEqual([true, false, false]);
    expect([may('plan', 'Amina'), may('plan', 'Ben')]).toEqual([true, false]);
    expect([may('focus', 'Amina'), may('ask', 'Ben'), may('ask', 'Amina'), may('agree', 'Ben')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(mayTakeFloor(meeting().state, null)).toBe(false);
    expect(mayTakeFloor(meeting().at('plan').state, null)).toBe(false);
  });

  it('FLO4 while somebody speaks the floor is open to nobody', () => {
    const room = meeting().at('echo');
    room.as('Ben').does({ type: 'takeFloor' });
    for (const name of ['Ben', 'Chloé']) expect(mayTakeFloor(room.state, room.id(name))).toBe(false);
  });

  it('FLO12 a silence the phase keeps for nobody is not the coachee’s to break', () => {
    const room = meeting({ phases: withPhase('plan', { between: 'nobody' }) }).at('plan');
    expect(mayTakeFloor(room.state, room.id('Amina'))).toBe(false);
  });

  it('TIM9 a phase is protected until its zero', () => {
    const room = meeting().at('listen');
    const isProtectedAt = () => isProtected(room.state, room.phase, room.now);
    expect(isProtectedAt()).toBe(true);
    expect(room.later(duration(minutes(14) - 1)) && isProtectedAt()).toBe(true);
    expect(room.later(duration(1)) && isProtectedAt()).toBe(false);
    expect(isProtected(room.state, null, room.now)).toBe(false);
    expect(isProtected(meeting().state, room.phase, room.now)).toBe(false);
  });

  it('TIM11 the coachee is unreached when they were asked a minute ago and are away', () => {
    const room = meeting().at('listen');
    const unreachedNow = () => unreached(room.state, room.now);
    expect(unreachedNow()).toBe(false);
    room.system({ type: 'noteAway', person: room.id('Amina') });
    expect(room.later(patience) && unreachedNow()).toBe(false);
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    expect(room.later(duration(patience - 1)) && unreachedNow()).toBe(false);
    expect(room.later(duration(1)) && unreachedNow()).toBe(true);
    expect(needsCoacheesYes(room.state, { kind: 'next' }, room.now)).toBe(false);
    expect(needsCoacheesYes(room.state, { kind: 'skip' }, room.now)).toBe(true);
    expect(needsCoacheesYes(room.state, { kind: 'shorten', by: minutes(-1) }, room.now)).toBe(true);
    room.system({ type: 'noteBack', person: room.id('Amina') });
    expect(unreachedNow()).toBe(false);
    expect(needsCoacheesYes(room.state, { kind: 'next' }, room.now)).toBe(true);
  });

  it('TIM11 a coachee who is here and says nothing is not unreached, however long', () => {
    const room = meeting().at('listen');
    room.as('Joel').does({ type: 'askCoachee', change: { kind: 'next' } });
    room.later(minutes(10));
    expect(unreached(room.state, room.now)).toBe(false);
    expect(needsCoacheesYes(room.state, { kind: 'next' }, room.now)).toBe(true);
  });

  it('TIM11 a coachee who has left is unreached at once, and so is one there is not', () => {
    const room = meeting().at('listen');
    room.as('Amina').does({ type: 'leave' });
    expect(unreached(room.state, room.now)).toBe(true);
    expect(needsCoacheesYes(room.state, { kind: 'skip' }, room.now)).toBe(false);
    room.as('Amina').does({ type: 'comeBack' });
    expect(unreached(room.state, room.now)).toBe(false);
    expect(unreached(meeting().state, room.now)).toBe(true);
  });
});
