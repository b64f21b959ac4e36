import { minutes, type Instant } from '../time.ts';
import { untimed } from './clock.ts';
import type { RoomEvent, StoredEvent } from './events.ts';
import { evolveBoard } from './evolve/board.ts';
import { evolveFloor } from './evolve/floor.ts';
import { evolvePeople } from './evolve/people.ts';
import { evolveTime } from './evolve/time.ts';
import { evolveTurn } from './evolve/turn.ts';
import type { RoomState } from './state.ts';

/** A room of which nothing is known yet: the state at version 0. */
export function emptyRoom(at: Instant): RoomState {
  return {
    name: '',
    code: '',
    door: '',
    openedAt: at,
    expected: 0,
    length: minutes(0),
    keptFor: minutes(0),
    agreements: [],
    people: [],
    phases: [],
    turns: [{ coachee: null, asked: {}, step: null }],
    run: null,
    past: [],
    floor: { holder: null, since: at, clock: untimed, round: null },
    hands: [],
    ask: null,
    cards: [],
    wall: { view: 'time', dimmed: false, seconds: 'last' },
    endedAt: null,
    changedAt: at,
  };
}

/** Thrown for an event this version does not know: a newer server wrote it, and guessing would lose something. */
export class UnknownEvent extends Error {}

/** What the room is after an event. Pure and total; copies only what changed. */
export function evolve(room: RoomState, event: StoredEvent): RoomState {
  return { ...apply(room, event), changedAt: event.at };
}

function apply(room: RoomState, event: StoredEvent): RoomState {
  switch (event.type) {
    case 'roomOpened': {
      const { name, code, door, expected, length, keptFor, phases, agreements } = event;
      return { ...emptyRoom(event.at), name, code, door, expected, length, keptFor, phases, agreements };
    }
    case 'personJoined':
    case 'personRenamed':
    case 'personLeft':
    case 'personReturned':
    case 'personAway':
    case 'personBack':
    case 'agreementAsked':
    case 'agreementAgreed':
    case 'agreementReopened':
    case 'readySaid':
    case 'roleSet':
      return evolvePeople(room, event);
    case 'coacheeAccepted':
    case 'coacheeWithdrew':
    case 'stepShared':
      return evolveTurn(room, event);
    case 'phaseStarted':
    case 'phaseEnded':
    case 'timePaused':
    case 'timeResumed':
    case 'timeAdded':
    case 'phaseRestarted':
    case 'zeroReached':
    case 'atZeroSet':
    case 'coacheeAsked':
    case 'coacheeAnswered':
    case 'sessionEnded':
      return evolveTime(room, event);
    case 'wallSet':
      return { ...room, wall: event.wall };
    case 'floorGiven':
    case 'floorFreed':
    case 'turnPassed':
    case 'handRaised':
    case 'handLowered':
      return evolveFloor(room, event);
    case 'cardWritten':
    case 'cardEdited':
    case 'cardSetAside':
    case 'cardBroughtBack':
      return evolveBoard(room, event);
    default:
      event satisfies never;
      throw new UnknownEvent((event as RoomEvent).type);
  }
}

export const fold = (events: readonly StoredEvent[], from: RoomState): RoomState =>
  events.reduce(evolve, from);
