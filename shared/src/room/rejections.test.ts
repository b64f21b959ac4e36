import { describe, expect, it } from 'vitest';
import { meeting, withPhase, type Meeting, type Wish } from '#tests/support/given.ts';
import { hours, minutes } from '../time.ts';
import { mostCards } from './decide/board.ts';
import { mostKnocks } from './decide/knocks.ts';
import { mostLinks } from './decide/links.ts';
import { mostAgreements } from './decide/people.ts';
import { mostPeople } from './decide/places.ts';
import { rejections, type Rejection } from './rejections.ts';

type Attempt = readonly [room: Meeting, name: string, wish: Wish];

const after = (room: Meeting, ...steps: (readonly [name: string, wish: Wish])[]): Meeting => {
  for (const [name, wish] of steps) room.as(name).does(wish);
  return room;
};
const lobby = () => meeting();
const secret = 'Sdf9luawK062OQEPweHzXg';
const join = { type: 'join', name: 'Eve' } as const;
const card = { type: 'writeCard', card: 'c', zone: 'questions', text: 'What else?' } as const;
const edit = { type: 'editCard', card: 'c', text: 'What more?', edition: 1 } as const;
const withCard = () => after(meeting().at('ask'), ['Ben', card]);
const emptyStep = { insight: '', what: '', sentence: '', when: '', sign: '', tell: '' };
const handUp = () => after(meeting().at('ask'), ['Ben', { type: 'raiseHand', process: false }]);
const offered = () => after(lobby(), ['Ben', { type: 'offer', roles: ['coachee'] }]);
const invites = (room: Meeting, name: string): Wish => ({ type: 'invite', person: room.id(name) });
const gives = (room: Meeting, name: string): Wish => ({ type: 'giveFloor', person: room.id(name) });

const practising = (...steps: (readonly [name: string, wish: Wish])[]) =>
  after(meeting({ phases: withPhase('reps', { length: minutes(8) }) }).at('reps'), ...steps);
const models = { type: 'takePart', part: 'model' } as const;
const stopped = () => after(meeting().at('focus'), ['Amina', { type: 'stop' }]);
const lengths = (phase: string, length: number): Wish => ({
  type: 'setLengths',
  lengths: [{ phase, length: minutes(length) }],
});

/** One way to be refused for each reason there is; the type knows when one is missing. */
const provoked: Record<Rejection, () => Attempt> = {
  'role/not-facilitator': () => [lobby(), 'Ben', { type: 'start' }],
  'role/not-coachee': () => [lobby(), 'Ben', { type: 'withdraw' }],
  'role/not-in-the-room': () => [lobby(), 'Eve', { type: 'leave' }],
  'role/wall-only-shows': () => [lobby(), 'the wall', { type: 'start' }],
  'role/not-let-in': () => [meeting({ waiting: true }), 'Eve', { type: 'sayReady', ready: true }],
  'session/not-started': () => [lobby(), 'Joel', { type: 'next' }],
  'session/already-started': () => [lobby().at('agree'), 'Joel', { type: 'start' }],
  'session/ended': () => [after(lobby(), ['Joel', { type: 'endSession' }]), 'Eve', join],
  'session/not-ended': () => [meeting().at('close'), 'Joel', { type: 'forgetSession' }],
  'session/alone': () => [meeting({ people: ['Joel'] }), 'Joel', { type: 'start' }],
  'people/unknown': () => [lobby(), 'Joel', { type: 'invite', person: 'nobody' }],
  'people/already-here': () => [lobby(), 'Ben', join],
  'people/full': () => [
    meeting({ people: Array.from({ length: mostPeople }, (_, i) => `P${i}`) }),
    'Eve',
    join,
  ],
  'people/locked': () => [
    after(lobby(), ['Joel', { type: 'setEntry', entry: { waiting: false, locked: true } }]),
    'Eve',
    join,
  ],
  'people/name-empty': () => [lobby(), 'Eve', { type: 'join', name: ' ' }],
  'people/not-left': () => [lobby(), 'Ben', { type: 'comeBack' }],
  'people/has-left': () => [after(lobby(), ['Ben', { type: 'leave' }]), 'Ben', { type: 'leave' }],
  'people/removed': () => {
    const room = lobby();
    return [after(room, ['Joel', { type: 'remove', person: room.id('Ben') }]), 'Ben', { type: 'comeBack' }];
  },
  'people/door-full': () => {
    const room = meeting({ waiting: true });
    for (let i = 0; i < mostKnocks; i++) room.as(`P${i}`).does({ type: 'join', name: 'P' });
    return [room, 'Eve', join];
  },
  'people/link-used': () => {
    const room = meeting({ waiting: true }).withLink('Eve');
    return [after(room, ['Joel', { type: 'withdrawLink', link: room.linkOf('Eve') }]), 'Eve', join];
  },
  'people/no-link': () => [lobby(), 'Joel', { type: 'withdrawLink', link: 'none' }],
  'people/too-many-links': () => {
    const room = lobby();
    for (let i = 0; i < mostLinks; i++) room.withLink(`P${i}`);
    return [room, 'Joel', { type: 'makeLink', name: '', secret }];
  },
  'people/no-knock': () => [meeting({ waiting: true }), 'Joel', { type: 'turnAway', knock: 'nobody' }],
  'people/has-device': () => [lobby(), 'Joel for Ben', { type: 'sayReady', ready: true }],
  'people/no-device': () => {
    const room = after(lobby(), ['Joel', { type: 'addPerson', name: 'Fritz' }]);
    return [room, 'Joel', { type: 'nameDeputy', person: room.id('Fritz') }];
  },
  'people/is-facilitator': () => {
    const room = lobby();
    return [room, 'Joel', { type: 'remove', person: room.id('Joel') }];
  },
  'people/coachee-leads-not': () => {
    const room = lobby().accepts('Amina');
    return [room, 'Joel', { type: 'offerConsole', person: room.id('Amina'), stay: true }];
  },
  'people/not-asked': () => [lobby(), 'Ben', { type: 'acceptConsole' }],
  'people/facilitator-here': () => [lobby(), 'Ben', { type: 'takeOver' }],
  'people/names-stand': () => [withCard(), 'Joel', { type: 'showNames', shown: true }],
  'people/unknown-agreement': () => [lobby(), 'Ben', { type: 'agree', agreement: 'a9', agreed: true }],
  'people/agreement-exists': () => [lobby(), 'Ben', { type: 'askForAgreement', agreement: 'a1', text: 'x' }],
  'people/too-many-agreements': () => {
    const room = lobby();
    for (let i = room.state.agreements.length; i < mostAgreements; i++)
      room.as('Ben').does({ type: 'askForAgreement', agreement: `n${i}`, text: 'x' });
    return [room, 'Ben', { type: 'askForAgreement', agreement: 'more', text: 'x' }];
  },
  'people/agreements-stand': () => [
    meeting().at('focus'),
    'Ben',
    { type: 'askForAgreement', agreement: 'late', text: 'x' },
  ],
  'people/hand-over-first': () => [lobby(), 'Joel', { type: 'offer', roles: ['coachee'] }],
  'people/role-fixed': () => {
    const room = lobby().accepts('Amina');
    return [room, 'Joel', { type: 'setRole', person: room.id('Amina'), role: 'coach' }];
  },
  'turn/no-coachee': () => [lobby().at('agree'), 'Joel', { type: 'next' }],
  'turn/has-coachee': () => {
    const room = offered().accepts('Amina');
    return [room, 'Joel', invites(room, 'Ben')];
  },
  'turn/not-offered': () => {
    const room = lobby();
    return [room, 'Joel', invites(room, 'Ben')];
  },
  'turn/declined': () => {
    const room = after(meeting().invited('Ben'), ['Ben', { type: 'declineInvitation' }]);
    return [room, 'Joel', invites(room, 'Ben')];
  },
  'turn/not-invited': () => [offered(), 'Ben', { type: 'acceptInvitation' }],
  'turn/started': () => [meeting().at('focus'), 'Amina', { type: 'withdraw' }],
  'turn/nothing-to-write': () => [meeting().at('plan'), 'Amina', { type: 'shareStep', step: emptyStep }],
  'turn/stopped': () => [stopped(), 'Amina', { type: 'resume' }],
  'turn/not-stopped': () => [meeting().at('focus'), 'Amina', { type: 'goOn' }],
  'turn/two-already': () => [after(lobby(), ['Joel', { type: 'addTurn' }]), 'Joel', { type: 'addTurn' }],
  'turn/only-one': () => [lobby(), 'Joel', { type: 'removeTurn' }],
  'turn/no-voice': () => [meeting().at('echo'), 'Amina', { type: 'answerVoice', answer: 'fits' }],
  'turn/not-now': () => [meeting().at('close'), 'Amina', { type: 'stop' }],
  'phase/over': () => [meeting().at('focus'), 'Joel', { type: 'next', run: 'another' }],
  'phase/coachee-ended': () => [
    after(meeting().at('listen'), ['Amina', { type: 'next' }]),
    'Joel',
    { type: 'back' },
  ],
  'phase/none-before': () => [meeting().at('agree'), 'Joel', { type: 'back' }],
  'phase/unknown': () => [lobby(), 'Joel', { type: 'setAtZero', phase: 'lunch', action: 'hold' }],
  'phase/not-ahead': () => [meeting().at('ask'), 'Joel', lengths('echo', 5)],
  'phase/too-short': () => [lobby(), 'Joel', lengths('echo', 1)],
  'phase/keep-listening': () => [lobby(), 'Joel', lengths('listen', 0)],
  'phase/out-of-place': () => [lobby(), 'Joel', { type: 'movePhase', phase: 'close', before: 'focus' }],
  'undo/overtaken': () => [lobby(), 'Joel', { type: 'undo', action: 'another' }],
  'time/no-clock': () => [meeting().at('agree'), 'Joel', { type: 'pause' }],
  'time/already-paused': () => [
    after(meeting().at('ask'), ['Joel', { type: 'pause' }]),
    'Amina',
    { type: 'pause' },
  ],
  'time/not-paused': () => [meeting().at('ask'), 'Joel', { type: 'resume' }],
  'time/coachee-paused': () => [
    after(meeting().at('ask'), ['Amina', { type: 'pause' }]),
    'Joel',
    { type: 'resume' },
  ],
  'time/nothing-left': () => [
    meeting().at('ask').later(minutes(15)),
    'Joel',
    { type: 'addTime', by: minutes(-1) },
  ],
  'time/too-long': () => [meeting().at('ask'), 'Joel', { type: 'addTime', by: minutes(120) }],
  'time/listening-protected': () => [meeting().at('listen'), 'Joel', { type: 'next' }],
  'time/already-asked': () => [
    after(meeting().at('listen'), ['Joel', { type: 'askCoachee', change: { kind: 'next' } }]),
    'Joel',
    { type: 'askCoachee', change: { kind: 'skip' } },
  ],
  'time/nothing-asked': () => [meeting().at('listen'), 'Amina', { type: 'answerAsk', yes: true }],
  'time/already-wished': () => [
    after(meeting().at('ask'), ['Amina', { type: 'askForTime' }]),
    'Amina',
    { type: 'askForTime' },
  ],
  'time/only-shorter': () => [lobby(), 'Joel', { type: 'shortenKeeping', keptFor: hours(2) }],
  'floor/coachees-own': () => {
    const room = meeting().at('listen');
    return [room, 'Joel', gives(room, 'Ben')];
  },
  'floor/not-yours': () => [meeting().at('ask'), 'Ben', { type: 'finish' }],
  'floor/taken': () => [
    after(meeting().at('echo'), ['Ben', { type: 'takeFloor' }]),
    'Chloé',
    { type: 'takeFloor' },
  ],
  'floor/not-your-turn': () => [meeting().at('echo'), 'Dee', { type: 'takeFloor' }],
  'floor/not-in-round': () => [meeting().at('echo'), 'Amina', { type: 'pass' }],
  'floor/no-hands-now': () => [meeting().at('listen'), 'Ben', { type: 'raiseHand', process: true }],
  'floor/hand-up': () => [handUp(), 'Ben', { type: 'raiseHand', process: true }],
  'floor/no-hand': () => {
    const room = meeting().at('ask');
    return [room, 'Ben', { type: 'lowerHand', person: room.id('Ben') }];
  },
  'floor/passes': () => {
    const room = after(meeting().at('echo'), ['Ben', { type: 'passAlways', on: true }]);
    return [room, 'Joel', gives(room, 'Ben')];
  },
  'floor/not-open-to-you': () => [meeting().at('ask'), 'Ben', { type: 'takeFloor' }],
  'practice/not-now': () => [meeting().at('ask'), 'Ben', models],
  'practice/part-taken': () => [practising(['Ben', models]), 'Dee', models],
  'practice/run-going': () => [
    practising(['Ben', models], ['Amina', { type: 'beginRun' }]),
    'Amina',
    { type: 'beginRun' },
  ],
  'practice/nobody-plays': () => [practising(), 'Amina', { type: 'beginRun' }],
  'practice/no-run': () => [practising(), 'Amina', { type: 'endRun' }],
  'board/closed': () => [meeting().at('listen'), 'Amina', { ...card, zone: 'focus' }],
  'board/not-yours-to-write': () => [meeting().at('focus'), 'Ben', { ...card, zone: 'focus' }],
  'board/unknown-card': () => [meeting().at('ask'), 'Ben', edit],
  'board/card-exists': () => [withCard(), 'Dee', card],
  'board/changed-meanwhile': () => [withCard(), 'Dee', { ...edit, edition: 2 }],
  'board/empty': () => [meeting().at('ask'), 'Ben', { ...card, text: ' ' }],
  'board/full': () => {
    const room = meeting().at('ask');
    for (let i = 0; i < mostCards; i++) room.as('Ben').does({ ...card, card: `c${i}` });
    return [room, 'Ben', card];
  },
  'board/already-aside': () => [
    after(withCard(), ['Amina', { type: 'setAside', card: 'c' }]),
    'Amina',
    { type: 'setAside', card: 'c' },
  ],
  'board/not-aside': () => [withCard(), 'Amina', { type: 'bringBack', card: 'c' }],
  'board/not-your-card': () => [withCard(), 'Dee', { type: 'releaseCard', card: 'c', released: true }],
  'board/forgotten': () => [after(withCard(), ['Ben', { type: 'forgetCard', card: 'c' }]), 'Dee', edit],
};

describe('every reason to be refused', () => {
  it('is on the list once, and is provoked here', () => {
    expect(new Set(rejections).size).toBe(rejections.length);
    expect(Object.keys(provoked).sort()).toEqual([...rejections].sort());
  });

  it.each(rejections)('%s is provoked, and nothing follows', (rejection) => {
    const [room, name, wish] = provoked[rejection]();
    room.expectRefused(name, wish, rejection);
  });
});
