import type { PersonId } from '../../ids.ts';
import { untimed } from '../clock.ts';
import type { StoredEvent } from '../events.ts';
import { coacheeOf, currentTurn, turnNow } from '../people.ts';
import { currentPhase } from '../phases.ts';
import type { Floor, Hand, RoomState, Voice } from '../state.ts';
import { holderBetween, speaksOfProcess } from '../voices.ts';
import { changeTurn } from './change.ts';
import { joinRound, settled } from './round.ts';

type FloorEvent = Extract<
  StoredEvent,
  { type: 'floorGiven' | 'floorFreed' | 'voiceAnswered' | 'turnPassed' | 'handRaised' | 'handLowered' }
>;

export function evolveFloor(room: RoomState, event: FloorEvent): RoomState {
  switch (event.type) {
    case 'floorGiven': {
      const { person, clock, followUp } = event;
      const hand = room.hands.find((one) => one.person === person) ?? null;
      const voice = spoken(room, person, followUp);
      const floor: Floor = { ...room.floor, holder: person, since: event.at, clock, hand, voice };
      const counted = followUp ? room : countAsked(room, person, 1);
      return { ...counted, floor, hands: without(room.hands, person) };
    }
    case 'floorFreed': {
      const phase = currentPhase(room);
      const between = phase && holderBetween(room, phase);
      const holder = between === event.person && event.how === 'left' ? null : between;
      const round = room.floor.round && settled(room.floor.round, event.person, event.how);
      const floor = { ...room.floor, holder, since: event.at, clock: untimed, round, hand: null };
      // They may have chosen to pass always while they had it.
      if (event.how === 'process') return joinRound({ ...room, floor }, event.person);
      if (event.how === 'returned') return joinRound(slipped(room, event.person, floor), event.person);
      return { ...room, floor };
    }
    case 'voiceAnswered': {
      const { voice } = room.floor;
      if (!voice) return room;
      const answer = event.answer === 'pass' ? null : event.answer;
      const passed = event.answer === 'pass';
      return { ...room, floor: { ...room.floor, voice: { ...voice, answer, passed } } };
    }
    case 'turnPassed': {
      const round = room.floor.round && settled(room.floor.round, event.person, 'passed');
      return { ...room, floor: { ...room.floor, round } };
    }
    case 'handRaised': {
      const { person, process } = event;
      return { ...room, hands: [...room.hands, { person, process, raisedAt: event.at }] };
    }
    case 'handLowered':
      return { ...room, hands: without(room.hands, event.person) };
  }
}

/** Nothing was asked: the hand goes up again, and a follow-up is still to come. */
function slipped(room: RoomState, person: PersonId, floor: Floor): RoomState {
  const { hand, voice } = room.floor;
  const followUp = voice?.person === person && voice.followedUp;
  const isUp = room.hands.some((one) => one.person === person);
  return {
    ...(followUp ? room : countAsked(room, person, -1)),
    floor: { ...floor, voice: followUp ? { ...voice, followedUp: false } : null },
    hands: hand && !isUp ? inOrder([...room.hands, hand]) : room.hands,
  };
}

const inOrder = (hands: Hand[]): Hand[] => hands.sort((a, b) => a.raisedAt - b.raisedAt);

/** Whoever speaks to the coachee now; the coachee themself, or a point of process, is no such voice. */
function spoken(room: RoomState, person: PersonId, followUp: boolean): Voice | null {
  if (!currentPhase(room)?.replies || isProcess(room, person)) return null;
  if (person === coacheeOf(room)?.id) return room.floor.voice;
  return { person, followedUp: followUp, passed: false, answer: null };
}

const isProcess = (room: RoomState, person: PersonId): boolean =>
  room.hands.find((hand) => hand.person === person)?.process === true;

const without = (hands: RoomState['hands'], person: PersonId) =>
  hands.filter((hand) => hand.person !== person);

/** A question asked in this turn; a point of process and the coachee's own words are none. */
function countAsked(room: RoomState, person: PersonId, by: 1 | -1): RoomState {
  const process = isProcess(room, person) || speaksOfProcess(room);
  if (currentPhase(room)?.floor !== 'queue' || process || person === coacheeOf(room)?.id) return room;
  const asked = turnNow(room)?.asked ?? {};
  const { [person]: times = 0, ...others } = asked;
  const then = times + by > 0 ? { ...others, [person]: times + by } : others;
  return changeTurn(room, currentTurn(room), { asked: then });
}
