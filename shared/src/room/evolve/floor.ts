import type { PersonId } from '../../ids.ts';
import { untimed } from '../clock.ts';
import type { StoredEvent } from '../events.ts';
import { coacheeOf, currentTurn, turnNow } from '../people.ts';
import { currentPhase } from '../phases.ts';
import type { Floor, RoomState } from '../state.ts';
import { holderBetween } from '../voices.ts';
import { changeTurn } from './change.ts';
import { settled } from './round.ts';

type FloorEvent = Extract<
  StoredEvent,
  { type: 'floorGiven' | 'floorFreed' | 'turnPassed' | 'handRaised' | 'handLowered' }
>;

export function evolveFloor(room: RoomState, event: FloorEvent): RoomState {
  switch (event.type) {
    case 'floorGiven': {
      const floor: Floor = { ...room.floor, holder: event.person, since: event.at, clock: event.clock };
      return { ...countAsked(room, event.person), floor, hands: without(room.hands, event.person) };
    }
    case 'floorFreed': {
      const phase = currentPhase(room);
      const between = phase && holderBetween(room, phase);
      const holder = between === event.person && event.how === 'left' ? null : between;
      const round = room.floor.round && settled(room.floor.round, event.person, event.how);
      return { ...room, floor: { holder, since: event.at, clock: untimed, round } };
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

const without = (hands: RoomState['hands'], person: PersonId) =>
  hands.filter((hand) => hand.person !== person);

/** A question asked in this turn; a point of process and the coachee's own words are none. */
function countAsked(room: RoomState, person: PersonId): RoomState {
  const process = room.hands.find((hand) => hand.person === person)?.process === true;
  if (currentPhase(room)?.floor !== 'queue' || process || person === coacheeOf(room)?.id) return room;
  const asked = turnNow(room)?.asked ?? {};
  return changeTurn(room, currentTurn(room), { asked: { ...asked, [person]: (asked[person] ?? 0) + 1 } });
}
