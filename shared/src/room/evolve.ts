import { minutes, type Instant } from '../time.ts';
import type { RoomEvent, StoredEvent } from './events.ts';
import { evolveBoard } from './evolve/board.ts';
import { evolveFloor } from './evolve/floor.ts';
import { evolvePeople } from './evolve/people.ts';
import { evolveTime } from './evolve/time.ts';
import { evolveSettings, wallAtFirst } from './evolve/settings.ts';
import { emptyFloor, emptyTurn, evolveTurn } from './evolve/turn.ts';
import { overtaken } from './evolve/overtaken.ts';
import { evolveUndo } from './evolve/undo.ts';
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
    entry: { waiting: false, locked: false },
    namesShown: false,
    roleNames: {},
    deputy: null,
    scribe: null,
    agreements: [],
    people: [],
    phases: [],
    turns: [emptyTurn],
    run: null,
    past: [],
    floor: emptyFloor(at),
    hands: [],
    ask: null,
    wish: null,
    cards: [],
    wall: wallAtFirst,
    endedAt: null,
    undo: null,
    changedAt: at,
  };
}

/** Thrown for an event this version does not know: a newer server wrote it, and guessing would lose something. */
export class UnknownEvent extends Error {}

/** What the room is after an event. Pure and total; copies only what changed. */
export function evolve(room: RoomState, event: StoredEvent): RoomState {
  return { ...apply(overtaken(room, event), event), changedAt: event.at };
}

function apply(room: RoomState, event: StoredEvent): RoomState {
  switch (event.type) {
    case 'roomOpened': {
      const { type: _, id: __, at, ...opened } = event;
      return { ...emptyRoom(at), ...opened };
    }
    case 'entrySet':
    case 'codeChanged':
    case 'deputyNamed':
    case 'scribeNamed':
    case 'roleRenamed':
    case 'namesShown':
    case 'keepingShortened':
    case 'forgettingAsked':
    case 'wallSet':
      return evolveSettings(room, event);
    case 'facilitatorActed':
    case 'actionUndone':
      return evolveUndo(room, event);
    case 'personAdded':
    case 'personRemoved':
    case 'deviceJoined':
    case 'rolePlanned':
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
    case 'passingChosen':
    case 'roleSet':
      return evolvePeople(room, event);
    case 'coacheeAccepted':
    case 'coacheeWithdrew':
    case 'stepShared':
    case 'turnStopped':
    case 'turnResumed':
    case 'turnShown':
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
    case 'planChanged':
    case 'moreTimeAsked':
    case 'moreTimeDeclined':
    case 'draftsCalled':
    case 'ideasOpened':
    case 'ideasClosed':
    case 'practiceChanged':
      return evolveTime(room, event);
    case 'floorGiven':
    case 'floorFreed':
    case 'voiceAnswered':
    case 'turnPassed':
    case 'handRaised':
    case 'handLowered':
      return evolveFloor(room, event);
    case 'cardWritten':
    case 'cardEdited':
    case 'cardSetAside':
    case 'cardBroughtBack':
    case 'cardMoved':
    case 'cardReleased':
    case 'cardForgotten':
      return evolveBoard(room, event);
    default:
      event satisfies never;
      throw new UnknownEvent((event as RoomEvent).type);
  }
}

export const fold = (events: readonly StoredEvent[], from: RoomState): RoomState =>
  events.reduce(evolve, from);
