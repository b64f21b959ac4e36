import type { AgreementId, CardId, PersonId, PhaseId, RunId } from '../ids.ts';
import type { Phase, Role, Zone } from '../method/phase.ts';
import type { Duration, Instant } from '../time.ts';
import type { Clock } from './clock.ts';

/** Everything about a room that everyone in it may see. Rebuilt from the log by `evolve`, and only by it. */
export interface RoomState {
  readonly name: string;
  /** Nine digits; with `door` it lets people in, and both change when somebody is removed. */
  readonly code: string;
  readonly door: string;
  readonly openedAt: Instant;
  /** How many people are expected, the facilitator included. */
  readonly expected: number;
  /** Planned length of the whole session when it was opened. */
  readonly length: Duration;
  /** Kept this long after the end, then forgotten. */
  readonly keptFor: Duration;
  /** In the order they are read aloud. */
  readonly agreements: readonly Agreement[];
  /** In the order people first came in. */
  readonly people: readonly Person[];
  readonly phases: readonly Phase[];
  readonly turns: readonly Turn[];
  /** Null until the facilitator begins, and again after the end. */
  readonly run: Run | null;
  readonly past: readonly PastRun[];
  readonly floor: Floor;
  /** In the order they went up. */
  readonly hands: readonly Hand[];
  readonly ask: Ask | null;
  readonly cards: readonly Card[];
  readonly wall: Wall;
  readonly endedAt: Instant | null;
  /** When the latest event happened: no later event may claim an earlier moment. */
  readonly changedAt: Instant;
}

export interface Agreement {
  readonly id: AgreementId;
  /** Null for the five agreements every session begins with: their words are in the text files. */
  readonly text: string | null;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** Null until roles are set. */
  readonly role: Role | null;
  /** `away`: no device has been connected for a while. `left`: went, and may come back. */
  readonly presence: 'here' | 'away' | 'left';
  readonly awaySince: Instant | null;
  readonly agreed: readonly AgreementId[];
  readonly ready: boolean;
}

/** One coachee's way through the turn phases. */
export interface Turn {
  readonly coachee: PersonId | null;
  /** How often each person has had the floor to ask in this turn; orders the queue, shown to nobody. */
  readonly asked: Readonly<Record<PersonId, number>>;
  /** What the coachee put on the board as their step. */
  readonly step: Step | null;
}

export const stepFields = ['insight', 'what', 'sentence', 'when', 'sign', 'tell'] as const;
/** Each field may be empty. `sign` is how the coachee will know that it happened. */
export type Step = Readonly<Record<(typeof stepFields)[number], string>>;

/** The phase that is going on. */
export interface Run {
  readonly id: RunId;
  readonly phase: PhaseId;
  readonly startedAt: Instant;
  /** Planned time of this run, minutes added or taken included: the length of the Measure. */
  readonly length: Duration;
  readonly clock: Clock;
  /** When zero was noticed; null while time is left. */
  readonly zeroAt: Instant | null;
}

export interface PastRun {
  readonly id: RunId;
  readonly phase: PhaseId;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly length: Duration;
  /** What was left at the end (negative: extra); null for an untimed phase. */
  readonly left: Duration | null;
  readonly how: 'next' | 'skip' | 'back' | 'advance' | 'end';
  /** Who ended it: what the coachee ended, a facilitator does not begin again. */
  readonly by: 'facilitator' | 'coachee' | 'time';
}

export interface Floor {
  /** Null is silence, or an open floor when the phase's rule is `open`. */
  readonly holder: PersonId | null;
  readonly since: Instant;
  /** The holder's own time, where the phase gives each voice one. */
  readonly clock: Clock;
  readonly round: Round | null;
}

/** Everyone once, in order, before anyone twice. */
export interface Round {
  readonly waiting: readonly PersonId[];
  readonly spoke: readonly PersonId[];
  readonly passed: readonly PersonId[];
}

export interface Hand {
  readonly person: PersonId;
  readonly raisedAt: Instant;
  /** A point of process goes first. */
  readonly process: boolean;
}

/** The coachee has been asked whether a protected phase may change before its zero. */
export interface Ask {
  readonly run: RunId;
  readonly change: ProtectedChange;
  readonly askedAt: Instant;
}
export type ProtectedChange =
  { readonly kind: 'next' } | { readonly kind: 'skip' } | { readonly kind: 'shorten'; readonly by: Duration };

/** Who wrote a card is not part of it: that lies in the sealed box. */
export interface Card {
  readonly id: CardId;
  readonly zone: Zone;
  readonly turn: number | null;
  readonly text: string;
  /** Counts edits, from 1. An edit names the one it was made on. */
  readonly edition: number;
  readonly aside: boolean;
}

export const wallViews = ['time', 'board', 'curtain'] as const;
export const wallSeconds = ['all', 'last', 'never'] as const;
/** What the facilitator chose for the projector. */
export interface Wall {
  readonly view: (typeof wallViews)[number];
  readonly dimmed: boolean;
  readonly seconds: (typeof wallSeconds)[number];
}
