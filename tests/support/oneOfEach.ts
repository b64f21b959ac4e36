import type { CommandType, PersonCommand } from '#shared/room/commands.ts';
import type { PersonId, RunId } from '#shared/ids.ts';
import { duration, minutes } from '#shared/time.ts';

/** One well-formed command of every type, about this run and this person. */
export function oneOfEach(run: RunId, person: PersonId): readonly PersonCommand[] {
  const step = { insight: '', what: 'Ask', sentence: '', when: '', sign: '', tell: '' };
  const each: { readonly [T in CommandType]: Extract<PersonCommand, { type: T }> } = {
    join: { type: 'join', name: 'Eve' },
    rename: { type: 'rename', name: 'Eve' },
    leave: { type: 'leave' },
    comeBack: { type: 'comeBack' },
    agree: { type: 'agree', agreement: 'standard-1', agreed: true },
    askForAgreement: { type: 'askForAgreement', agreement: 'agreement', text: 'Phones away' },
    sayReady: { type: 'sayReady', ready: true },
    offer: { type: 'offer', roles: ['coachee'] },
    setRole: { type: 'setRole', person, role: 'observer' },
    invite: { type: 'invite', person },
    acceptInvitation: { type: 'acceptInvitation' },
    declineInvitation: { type: 'declineInvitation' },
    withdraw: { type: 'withdraw' },
    shareStep: { type: 'shareStep', step },
    start: { type: 'start' },
    next: { type: 'next', run },
    skip: { type: 'skip', run },
    back: { type: 'back', run },
    restart: { type: 'restart', run },
    pause: { type: 'pause', run },
    resume: { type: 'resume', run },
    addTime: { type: 'addTime', run, by: minutes(1) },
    askCoachee: { type: 'askCoachee', run, change: { kind: 'shorten', by: duration(-1000) } },
    answerAsk: { type: 'answerAsk', run, yes: true },
    setAtZero: { type: 'setAtZero', phase: 'listen', action: 'advance' },
    setWall: { type: 'setWall', wall: { view: 'board', dimmed: true, seconds: 'all' } },
    endSession: { type: 'endSession' },
    giveFloor: { type: 'giveFloor', run, person },
    takeFloor: { type: 'takeFloor', run },
    finish: { type: 'finish', run },
    pass: { type: 'pass', run },
    raiseHand: { type: 'raiseHand', run, process: true },
    lowerHand: { type: 'lowerHand', run, person },
    writeCard: { type: 'writeCard', run, card: 'some-card', zone: 'focus', text: 'Mine' },
    editCard: { type: 'editCard', run, card: 'some-card', text: 'Mine', edition: 1 },
    setAside: { type: 'setAside', card: 'some-card' },
    bringBack: { type: 'bringBack', card: 'some-card' },
  };
  return Object.values(each);
}
