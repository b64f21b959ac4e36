import type { PersonId } from '../ids.ts';
import { zones, type Phase, type Role, type Zone } from '../method/phase.ts';
import { between, minutes, type Instant } from '../time.ts';
import { timeLeft } from './clock.ts';
import { personOf, type Actor } from './actor.ts';
import type { CommandType } from './commands.ts';
import { coacheeOf, isPresent, peoplePresent, personById } from './people.ts';
import { currentPhase, isStopped, phaseBefore } from './phases.ts';
import type { Rejection } from './rejections.ts';
import type { Card, ProtectedChange, RoomState } from './state.ts';
import { floorRests, isVoice, nextVoice } from './voices.ts';

/**
 * Who may give which command at all. `person`: somebody who is in the room under a name. `leader`: a
 * facilitator, or the coachee in a phase of their own turn.
 */
const needed: Readonly<Record<CommandType, 'anyone' | 'person' | 'facilitator' | 'leader' | 'coachee'>> = {
  join: 'anyone',
  admit: 'facilitator',
  turnAway: 'facilitator',
  setEntry: 'facilitator',
  remove: 'facilitator',
  changeCode: 'facilitator',
  makeLink: 'facilitator',
  withdrawLink: 'facilitator',
  addPerson: 'facilitator',
  nameDeputy: 'facilitator',
  offerConsole: 'facilitator',
  acceptConsole: 'person',
  declineConsole: 'person',
  takeOver: 'person',
  nameScribe: 'anyone',
  renameRole: 'facilitator',
  showNames: 'facilitator',
  signal: 'person',
  answerSignal: 'facilitator',
  rename: 'person',
  leave: 'person',
  comeBack: 'person',
  agree: 'person',
  askForAgreement: 'person',
  sayReady: 'person',
  offer: 'person',
  setRole: 'anyone',
  invite: 'facilitator',
  acceptInvitation: 'person',
  declineInvitation: 'person',
  withdraw: 'coachee',
  shareStep: 'coachee',
  stop: 'coachee',
  goOn: 'coachee',
  showTurn: 'person',
  answerVoice: 'coachee',
  setIdeas: 'coachee',
  askForTime: 'coachee',
  declineTime: 'facilitator',
  takePart: 'person',
  leavePart: 'person',
  swapParts: 'leader',
  setStage: 'leader',
  beginRun: 'leader',
  endRun: 'leader',
  start: 'facilitator',
  next: 'leader',
  skip: 'leader',
  back: 'leader',
  jump: 'facilitator',
  undo: 'facilitator',
  setLengths: 'facilitator',
  movePhase: 'facilitator',
  addTurn: 'facilitator',
  removeTurn: 'facilitator',
  restart: 'facilitator',
  pause: 'leader',
  resume: 'leader',
  addTime: 'facilitator',
  askCoachee: 'facilitator',
  answerAsk: 'coachee',
  setAtZero: 'facilitator',
  setWall: 'facilitator',
  endSession: 'facilitator',
  shortenKeeping: 'facilitator',
  forgetSession: 'anyone',
  giveFloor: 'facilitator',
  takeFloor: 'person',
  finish: 'person',
  pass: 'person',
  passAlways: 'person',
  raiseHand: 'person',
  lowerHand: 'anyone',
  writeCard: 'person',
  editCard: 'person',
  moveCard: 'person',
  callDrafts: 'facilitator',
  releaseCard: 'person',
  forgetCard: 'person',
  setAside: 'person',
  bringBack: 'person',
};

/** Null when `actor` may give commands of this type in this room, whatever they say. */
export function barrier(room: RoomState, type: CommandType, actor: Actor): Rejection | null {
  const need = needed[type];
  if (actor.kind === 'wall') return 'role/wall-only-shows';
  if (actor.kind === 'system') return null;
  if (actor.kind === 'visitor') return type === 'join' ? null : 'role/not-let-in';
  const person = personById(room, actor.person);
  if (person?.presence === 'removed') return 'people/removed';
  if (person?.presence === 'left' && type !== 'comeBack') return 'people/has-left';
  if (need === 'facilitator' && actor.kind !== 'facilitator') return 'role/not-facilitator';
  if (need === 'person' && !person) return 'role/not-in-the-room';
  if (need === 'coachee' && !isAnyCoachee(room, actor.person, type)) return 'role/not-coachee';
  if (need === 'leader' && actor.kind !== 'facilitator' && !leadsTurn(room, actor.person))
    return 'role/not-facilitator';
  return null;
}

/** Withdrawing is also for the coachee of a turn to come. */
const isAnyCoachee = (room: RoomState, person: PersonId | null, type: CommandType): boolean =>
  type === 'withdraw'
    ? person !== null && room.turns.some(({ coachee }) => coachee === person)
    : isCoachee(room, person);

export const isCoachee = (room: RoomState, person: PersonId | null): boolean =>
  person !== null && coacheeOf(room)?.id === person;

/** The coachee, while a phase of their own turn is going on: they may pause it and end it. */
export function leadsTurn(room: RoomState, person: PersonId | null): boolean {
  const turn = currentPhase(room)?.turn ?? null;
  return turn !== null && isCoachee(room, person);
}

/** Why `person` may not write in this zone now; null when they may. */
export function writingBarrier(room: RoomState, person: PersonId | null, zone: Zone): Rejection | null {
  const phase = currentPhase(room);
  const allowed = phase?.writes[zone];
  if (!allowed || stoppedNow(room)) return 'board/closed';
  const role = personById(room, person)?.role ?? null;
  if (role !== null && allowed.includes(role)) return null;
  if (room.scribe?.person === person && scribesFor(room).some((each) => allowed.includes(each))) return null;
  const coaches = role === 'facilitator' && nobodyElseCoaches(room);
  return coaches && allowed.includes('coach') ? null : 'board/not-yours-to-write';
}

/** A scribe writes what coaches may; named by the coachee whose turn it is, what they may as well. */
const scribesFor = (room: RoomState): readonly Role[] =>
  isCoachee(room, room.scribe?.coachee ?? null) ? ['coach', 'coachee'] : ['coach'];

/** Whether what this person writes here is written in the coachee's stead: nothing else lets them. */
export function writesForCoachee(room: RoomState, person: PersonId | null, zone: Zone): boolean {
  const role = personById(room, person)?.role ?? null;
  const allowed = currentPhase(room)?.writes[zone] ?? [];
  return room.scribe?.person === person && !allowed.includes('coach') && (!role || !allowed.includes(role));
}

/** The coachee has stopped the turn that is going on. */
export const stoppedNow = (room: RoomState): boolean => {
  const phase = currentPhase(room);
  return phase !== null && isStopped(room, phase);
};

/** Where two people meet, the facilitator is the coach as well; who has no role yet may still become one. */
const nobodyElseCoaches = (room: RoomState): boolean =>
  peoplePresent(room).every(({ role }) => role !== null && role !== 'coach');

export const mayWrite = (room: RoomState, person: PersonId | null, zone: Zone): boolean =>
  writingBarrier(room, person, zone) === null;

/** The coachee keeps or sets aside every card of their turn at any time; others where they may write now. */
export const mayKeep = (room: RoomState, person: PersonId | null, card: Card): boolean =>
  (card.turn !== null && person !== null && room.turns[card.turn]?.coachee === person) ||
  mayWrite(room, person, card.zone);

/** All of it: a facilitator, or the coachee where the session was about nobody else. */
export function mayForgetSession(room: RoomState, actor: Actor): boolean {
  const coachees = room.turns.map(({ coachee }) => coachee).filter((id) => id !== null);
  return actor.kind === 'facilitator' || (coachees.length === 1 && coachees[0] === personOf(actor));
}

export const writableZones = (room: RoomState, person: PersonId | null): Zone[] =>
  zones.filter((zone) => mayWrite(room, person, zone));

/** In a silence: the next voice of a round, and the coachee where the phase leaves the floor to them. */
export function mayTakeFloor(room: RoomState, person: PersonId | null): boolean {
  const phase = currentPhase(room);
  if (!phase || person === null || !floorRests(room) || stoppedNow(room)) return false;
  if (phase.floor === 'round') return nextVoice(room) === person || restsWith(room, person);
  if (phase.floor === 'queue') return mayFollowUp(room, person);
  if (room.run?.practice?.remark === 'open' && !room.run.practice.running && !isCoachee(room, person))
    return isPresent(room, person);
  return phase.floor === 'nobody' && phase.between === 'coachee' && isCoachee(room, person);
}

/**
 * Whether the floor stays the coachee's or nobody's though this person raised a hand (FLO2, FLO12,
 * TUR12). A point of process is then taken up by who facilitates.
 */
export function floorClosedTo(room: RoomState, person: PersonId): boolean {
  const phase = currentPhase(room);
  if (!phase || phase.floor === 'coachee' || stoppedNow(room)) return true;
  return phase.floor === 'nobody' && !room.run?.practice && !isCoachee(room, person);
}

/** Everyone has spoken or passed: what is left of the time is the coachee's, if they want it. */
export const restsWith = (room: RoomState, person: PersonId): boolean =>
  room.floor.holder === null && room.floor.round?.waiting.length === 0 && isCoachee(room, person);

/** One follow-up for whoever asked last, so that it stays a conversation. */
export const mayFollowUp = (room: RoomState, person: PersonId): boolean =>
  room.floor.voice?.person === person &&
  !room.floor.voice.followedUp &&
  !room.floor.voice.passed &&
  room.floor.voice.answer !== 'rest' &&
  isVoice(room, person);

export const pausedByCoachee = ({ run }: RoomState): boolean =>
  run?.clock.kind === 'paused' && run.clock.by === 'coachee';

/** Why a facilitator may not go back: what the coachee paused or ended themselves, only they undo. */
export function backBarrier(room: RoomState): Rejection | null {
  const before = phaseBefore(room);
  const last = room.past.findLast((run) => run.phase === before?.id);
  if (stoppedNow(room)) return 'turn/stopped';
  if (pausedByCoachee(room)) return 'time/coachee-paused';
  if (last?.by === 'coachee') return 'phase/coachee-ended';
  return null;
}

/** How long the coachee is waited for before the facilitator may go on without an answer (PRODUCT.md, section 3). */
export const patience = minutes(1);

/** The coachee is gone, or was asked about the running phase a minute ago and has no device connected. */
export function unreached(room: RoomState, now: Instant): boolean {
  const presence = coacheeOf(room)?.presence ?? 'left';
  if (presence === 'left' || presence === 'removed') return true;
  const asked = room.ask !== null && between(room.ask.askedAt, now) >= patience;
  return asked && presence === 'away';
}

/** Whether a phase is protected and has time left, so that the coachee is asked before it is cut. A stop has said so. */
export function isProtected(room: RoomState, phase: Phase | null, now: Instant): boolean {
  const left = room.run && timeLeft(room.run.clock, now);
  return phase?.protected === true && !isStopped(room, phase) && left !== null && left > 0;
}

/** Whether a facilitator has to ask the coachee before making this change now. */
export function needsCoacheesYes(room: RoomState, change: ProtectedChange, now: Instant): boolean {
  if (!isProtected(room, currentPhase(room), now)) return false;
  if (!unreached(room, now)) return true;
  return room.ask !== null && !covers(room.ask.change, change);
}

/** What was asked for, or as much of it: a question about one minute is none about ten. */
function covers(asked: ProtectedChange, change: ProtectedChange): boolean {
  if (asked.kind === 'shorten' && change.kind === 'shorten') return change.by >= asked.by;
  return asked.kind === change.kind;
}
