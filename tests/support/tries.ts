import { zones } from '#shared/method/phase.ts';
import { phasesAhead } from '#shared/room/phases.ts';
import { paraphraseAnswers, practiceStages, questionAnswers } from '#shared/room/state.ts';
import { minutes } from '#shared/time.ts';
import type { Meeting, Wish } from './given.ts';

/** Somebody tries something. */
export type Try = readonly [name: string, wish: Wish];

/** One of them, at the place a number names. */
export const one = <T>(things: readonly T[], at: number): T => things[at % things.length]!;

/** What the coachee alone may say, and the answers to it. */
export function powers(room: Meeting, coachee: string, pick: number, yes: boolean): Try[] {
  const { state } = room;
  const answers = room.phase?.replies === 'question' ? questionAnswers : paraphraseAnswers;
  const answer: Try = [coachee, { type: 'answerVoice', answer: one(answers, pick) }];
  const voice = room.nameOf(state.floor.voice?.person ?? null);
  const stopped = state.turns.findIndex((turn) => turn.stopped);
  return [
    [coachee, { type: 'askForTime' }],
    ...(state.wish ? [['Joel', { type: 'declineTime' }] as const] : []),
    ...(voice ? [answer, answer, [voice, { type: 'takeFloor' }] as const] : []),
    [coachee, { type: 'setIdeas', open: yes }],
    ...(pick % 4 === 0 ? [[coachee, { type: 'stop' }] as const] : []),
    ...(stopped < 0
      ? []
      : ([
          [coachee, { type: 'goOn' }],
          [room.nameOf(state.turns[stopped]!.coachee)!, { type: 'showTurn', turn: stopped }],
        ] as const)),
  ];
}

export function practising(room: Meeting, who: string, coachee: string, pick: number, yes: boolean): Try[] {
  const lead = yes ? coachee : 'Joel';
  return [
    [who, { type: 'takePart', part: yes ? 'model' : 'partner' }],
    [room.nameOf(room.state.run!.practice!.partner) ?? who, { type: 'leavePart' }],
    [lead, { type: 'setStage', stage: one(practiceStages, pick) }],
    [lead, { type: 'beginRun' }],
    [lead, { type: 'beginRun' }],
    [lead, { type: 'endRun' }],
    [lead, { type: 'endRun' }],
    [lead, { type: 'swapParts' }],
    [who, { type: 'takeFloor' }],
  ];
}

export function plan(room: Meeting, lead: string, pick: number, yes: boolean): Try[] {
  const { state } = room;
  const [phase, before] = [one(state.phases, pick), one(state.phases, pick + 1 + (pick % 3))];
  const ahead = one(phasesAhead(state).length > 0 ? phasesAhead(state) : state.phases, pick);
  const later = one(phasesAhead(state).length > 0 ? phasesAhead(state) : state.phases, pick + 1);
  const length = minutes(pick % 5 === 0 ? 0 : pick % 25);
  return [
    [lead, { type: 'setLengths', lengths: [{ phase: yes ? ahead.id : phase.id, length }] }],
    [lead, { type: 'movePhase', phase: ahead.id, before: yes ? later.id : before.id }],
    [lead, { type: yes ? 'addTurn' : 'removeTurn' }],
    ...(state.run ? [[lead, { type: 'jump', phase: yes ? ahead.id : later.id }] as const] : []),
  ];
}

/** Door, console, functions and cards: what others decide beside the turn. */
export function house(room: Meeting, who: string, lead: string, pick: number, yes: boolean): readonly Try[] {
  const { state, sealed } = room;
  const person = room.id(who);
  const knock = Object.keys(sealed.knock)[0] ?? null;
  const asked = room.nameOf(Object.keys(sealed.handover)[0] ?? null) ?? who;
  const door: Try[] = [
    [lead, { type: 'setEntry', entry: { waiting: yes, locked: pick % 4 === 0 } }],
    [lead, { type: 'admit', knock: yes ? null : knock, as: null }],
    [lead, { type: 'turnAway', knock: knock ?? 'nobody' }],
    [lead, { type: 'addPerson', name: `Fritz ${room.names.length}` }],
    [lead, { type: 'makeLink', name: who, secret: 'Sdf9luawK062OQEPweHzXg' }],
    [lead, { type: 'withdrawLink', link: Object.keys(sealed.link)[0] ?? 'none' }],
    ...(pick % 4 === 2 ? [[lead, { type: 'changeCode' }] as const] : []),
  ];
  const functions: Try[] = [
    ...(pick % 4 === 1 ? [[lead, { type: 'remove', person }] as const] : []),
    [lead, { type: 'nameDeputy', person: yes ? person : null }],
    [yes ? lead : who, { type: 'nameScribe', person }],
    [lead, { type: 'renameRole', role: 'coach', name: yes ? 'Listener' : null }],
    [lead, { type: 'showNames', shown: yes }],
  ];
  const console: Try[] = [
    [lead, { type: 'offerConsole', person, stay: yes }],
    [asked, { type: yes ? 'acceptConsole' : 'declineConsole' }],
    [asked, { type: 'acceptConsole' }],
    [who, { type: 'takeOver' }],
  ];
  const calls: Try[] = [
    [who, { type: 'passAlways', on: yes }],
    [who, { type: 'signal', on: yes }],
    [lead, { type: 'answerSignal', person }],
    ...(state.run ? [[lead, { type: 'callDrafts' }] as const] : []),
  ];
  return one([door, functions, console, calls, spoken(room, lead, yes), cards(room, who, pick, yes)], pick);
}

/** For somebody without a device. */
function spoken({ state, nameOf, names }: Meeting, lead: string, yes: boolean): Try[] {
  const person = state.people.find(({ device }) => !device);
  const name = person && `${lead} for ${nameOf(person.id)}`;
  if (!name) return [[lead, { type: 'addPerson', name: `Fritz ${names.length}` }]];
  return [
    [name, { type: 'offer', roles: ['coachee'] }],
    [name, { type: 'acceptInvitation' }],
    [name, { type: 'sayReady', ready: yes }],
    [name, { type: 'passAlways', on: yes }],
  ];
}

function cards({ state, sealed, nameOf }: Meeting, who: string, pick: number, yes: boolean): Try[] {
  const card = one(state.cards, pick)?.id ?? 'none';
  const author = nameOf(sealed.author[card] ?? null) ?? who;
  return [
    [who, { type: 'moveCard', card, zone: one(zones, pick), before: null }],
    [author, { type: 'releaseCard', card, released: yes }],
    [author, { type: pick % 5 === 0 ? 'forgetCard' : 'setAside', card }],
  ];
}

/** What can still be done when it is over. */
export const afterwards = (who: string, lead: string, pick: number): Try[] => [
  [lead, { type: 'shortenKeeping', keptFor: minutes(pick % 90) }],
  [who, { type: 'leave' }],
  ...(pick % 5 === 0 ? [[lead, { type: 'forgetSession' }] as const] : []),
];
