import type { AgreementId, CardId, EventId, PersonId, PhaseId, RunId } from '../ids.ts';
import type { EndAction, Phase, Role, Zone } from '../method/phase.ts';
import type { Duration, Instant } from '../time.ts';
import type { Clock } from './clock.ts';
import type {
  Agreement,
  Entry,
  PastRun,
  Practice,
  ProtectedChange,
  Scribe,
  Step,
  VoiceAnswer,
  Wall,
} from './state.ts';
import type { UndoableAction } from './undo.ts';

/**
 * A voice of a round still waits after `returned`: given by a slip and taken back at once, or made way for
 * a point of process; and after `process`: what has ended was a point of process, and no turn of theirs.
 */
export type FloorFreed = 'finished' | 'passed' | 'taken' | 'returned' | 'process' | 'left';

/**
 * What happened, in the past tense: the whole vocabulary of the log. Everyone in the room may read
 * every event, so nothing private is ever one. Types are never removed (docs/architecture.md).
 */
export type RoomEvent =
  | {
      readonly type: 'roomOpened';
      readonly name: string;
      readonly code: string;
      readonly door: string;
      readonly expected: number;
      readonly length: Duration;
      readonly keptFor: Duration;
      readonly entry: Entry;
      readonly phases: readonly Phase[];
      readonly agreements: readonly Agreement[];
    }
  // people
  | {
      readonly type: 'personJoined';
      readonly person: PersonId;
      readonly name: string;
      readonly facilitates: boolean;
    }
  | { readonly type: 'personRenamed'; readonly person: PersonId; readonly name: string }
  | { readonly type: 'personLeft'; readonly person: PersonId }
  | { readonly type: 'personReturned'; readonly person: PersonId }
  /** No device of theirs has been connected for a while. They keep the floor and their place. */
  | { readonly type: 'personAway'; readonly person: PersonId }
  | { readonly type: 'personBack'; readonly person: PersonId }
  /** A facilitator has sent them out; they stay out on every device. */
  | { readonly type: 'personRemoved'; readonly person: PersonId }
  /** Somebody without a device, whom a facilitator speaks for. */
  | { readonly type: 'personAdded'; readonly person: PersonId; readonly name: string }
  /** Somebody known came in on another device, or on their first. */
  | { readonly type: 'deviceJoined'; readonly person: PersonId }
  | { readonly type: 'entrySet'; readonly entry: Entry }
  | { readonly type: 'codeChanged'; readonly code: string; readonly door: string }
  | { readonly type: 'deputyNamed'; readonly person: PersonId | null }
  | { readonly type: 'scribeNamed'; readonly scribe: Scribe | null }
  | { readonly type: 'roleRenamed'; readonly role: Role | 'scribe'; readonly name: string | null }
  | { readonly type: 'namesShown'; readonly shown: boolean }
  | { readonly type: 'agreementAsked'; readonly agreement: AgreementId; readonly text: string }
  | { readonly type: 'agreementAgreed'; readonly person: PersonId; readonly agreement: AgreementId }
  | { readonly type: 'agreementReopened'; readonly person: PersonId; readonly agreement: AgreementId }
  | { readonly type: 'readySaid'; readonly person: PersonId; readonly ready: boolean }
  /** They pass in every round from now on, or no longer. */
  | { readonly type: 'passingChosen'; readonly person: PersonId; readonly always: boolean }
  | { readonly type: 'roleSet'; readonly person: PersonId; readonly role: Role | null }
  /** A change of role during a phase of the turn: it begins with the next one. */
  | { readonly type: 'rolePlanned'; readonly person: PersonId; readonly role: Role | null }
  // the turn
  | { readonly type: 'coacheeAccepted'; readonly person: PersonId; readonly turn: number }
  | { readonly type: 'coacheeWithdrew'; readonly person: PersonId; readonly turn: number }
  | { readonly type: 'stepShared'; readonly turn: number; readonly step: Step }
  /** The coachee ends their turn where it is; and goes on with it after all. */
  | { readonly type: 'turnStopped'; readonly turn: number }
  | { readonly type: 'turnResumed'; readonly turn: number }
  /** After a stop, the coachee lets the cards of their turn be seen on the wall again. */
  | { readonly type: 'turnShown'; readonly turn: number }
  // time and structure
  /** What follows was done by a facilitator, and can be taken back until their next action. */
  | {
      readonly type: 'facilitatorActed';
      readonly action: UndoableAction;
      /** How many events after this one are the action itself. */
      readonly events: number;
    }
  /** `run`: the phase that was going on before goes on, as a run of its own. */
  | { readonly type: 'actionUndone'; readonly action: EventId; readonly run: RunId | null }
  /** The plan as it is from now on, past phases included. */
  | { readonly type: 'planChanged'; readonly phases: readonly Phase[] }
  | { readonly type: 'moreTimeAsked'; readonly run: RunId }
  | { readonly type: 'moreTimeDeclined'; readonly run: RunId }
  | { readonly type: 'draftsCalled'; readonly run: RunId }
  | { readonly type: 'ideasOpened'; readonly run: RunId }
  | { readonly type: 'ideasClosed'; readonly run: RunId }
  | { readonly type: 'practiceChanged'; readonly run: RunId; readonly practice: Practice }
  | {
      readonly type: 'phaseStarted';
      readonly run: RunId;
      readonly phase: PhaseId;
      readonly length: Duration;
      readonly clock: Clock;
      readonly round: readonly PersonId[] | null;
      readonly holder: PersonId | null;
    }
  | {
      readonly type: 'phaseEnded';
      readonly run: RunId;
      readonly how: PastRun['how'];
      readonly by: PastRun['by'];
      /** The coachee was asked and could not be reached for a minute. */
      readonly unreached: boolean;
    }
  | { readonly type: 'timePaused'; readonly run: RunId; readonly by: 'facilitator' | 'coachee' }
  | { readonly type: 'timeResumed'; readonly run: RunId }
  | {
      readonly type: 'timeAdded';
      readonly run: RunId;
      readonly by: Duration;
      /** As in `phaseEnded`: minutes were taken without the coachee's answer. */
      readonly unreached: boolean;
    }
  | { readonly type: 'phaseRestarted'; readonly run: RunId }
  /** Zero of a phase that holds or asks. `due` is when it was to be noticed, `at` when it was. */
  | { readonly type: 'zeroReached'; readonly run: RunId; readonly due: Instant; readonly late: boolean }
  | { readonly type: 'atZeroSet'; readonly phase: PhaseId; readonly action: EndAction }
  | { readonly type: 'coacheeAsked'; readonly run: RunId; readonly change: ProtectedChange }
  | { readonly type: 'coacheeAnswered'; readonly run: RunId; readonly yes: boolean }
  | { readonly type: 'wallSet'; readonly wall: Wall }
  | { readonly type: 'sessionEnded' }
  | { readonly type: 'keepingShortened'; readonly keptFor: Duration }
  /** Everything is to be forgotten now. */
  | { readonly type: 'forgettingAsked' }
  // the floor
  | {
      readonly type: 'floorGiven';
      readonly person: PersonId;
      readonly clock: Clock;
      /** The one follow-up of whoever has just asked. */
      readonly followUp: boolean;
    }
  /** What the coachee said to the paraphrase or the question. */
  | { readonly type: 'voiceAnswered'; readonly run: RunId; readonly answer: VoiceAnswer }
  | {
      readonly type: 'floorFreed';
      readonly person: PersonId;
      readonly how: FloorFreed;
    }
  | { readonly type: 'turnPassed'; readonly person: PersonId }
  | { readonly type: 'handRaised'; readonly person: PersonId; readonly process: boolean }
  | { readonly type: 'handLowered'; readonly person: PersonId }
  // the board
  | {
      readonly type: 'cardWritten';
      readonly card: CardId;
      readonly zone: Zone;
      readonly turn: number | null;
      readonly text: string;
      /** Its author, where the group shows names; null where that is sealed. */
      readonly by: PersonId | null;
      /** Written by the scribe in the coachee's stead. */
      readonly scribed: boolean;
    }
  /** To the end of a zone, or before another card in it. */
  | { readonly type: 'cardMoved'; readonly card: CardId; readonly zone: Zone; readonly before: CardId | null }
  | { readonly type: 'cardReleased'; readonly card: CardId; readonly released: boolean }
  | { readonly type: 'cardForgotten'; readonly card: CardId }
  | {
      readonly type: 'cardEdited';
      readonly card: CardId;
      readonly text: string;
      /** As in `cardWritten`: whose words they are now. */
      readonly scribed: boolean;
    }
  | { readonly type: 'cardSetAside'; readonly card: CardId }
  | { readonly type: 'cardBroughtBack'; readonly card: CardId };

/** An event as it lies in the log: with its identity and the moment it happened, in store time. */
export type StoredEvent = RoomEvent & { readonly id: EventId; readonly at: Instant };
