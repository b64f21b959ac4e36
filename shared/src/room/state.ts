import type { AgreementId, CardId, PersonId, PhaseId, RunId } from '../ids.ts';
import type { Phase, Role, Zone } from '../method/phase.ts';
import type { Duration, Instant } from '../time.ts';
import type { Clock } from './clock.ts';
import type { Undo } from './undo.ts';

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
  readonly entry: Entry;
  /** Whether cards say who wrote them. Chosen before the first card, for all of them. */
  readonly namesShown: boolean;
  /** What the group calls its roles, where it has words of its own. */
  readonly roleNames: Readonly<Partial<Record<Role | 'scribe', string>>>;
  /** Who is asked first to take over when no facilitator is there. */
  readonly deputy: PersonId | null;
  readonly scribe: Scribe | null;
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
  /** The coachee would like more time in the running phase. */
  readonly wish: MoreTimeWish | null;
  readonly cards: readonly Card[];
  readonly wall: Wall;
  readonly endedAt: Instant | null;
  /** The facilitators' latest action, for as long as it can be taken back. */
  readonly undo: Undo | null;
  /** When the latest event happened: no later event may claim an earlier moment. */
  readonly changedAt: Instant;
}

/** Who may come in. */
export interface Entry {
  /** Code and QR lead to the waiting room, and a facilitator lets people in. */
  readonly waiting: boolean;
  /** Nobody new comes in; whoever was here comes back. */
  readonly locked: boolean;
}

/** A function beside a role: writes for everyone what coaches may. */
export interface Scribe {
  readonly person: PersonId;
  /** The coachee who named them, in whose zones they write too, marked as such; null if a facilitator did. */
  readonly coachee: PersonId | null;
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
  /** What they will be from the next phase on; a role is for a whole phase of a turn. */
  readonly nextRole: Role | null;
  /** Without one, a facilitator says for them what they say aloud. */
  readonly device: boolean;
  /** `away`: no device has been connected for a while. `left`: went, and may come back. `removed` may not. */
  readonly presence: 'here' | 'away' | 'left' | 'removed';
  readonly awaySince: Instant | null;
  readonly agreed: readonly AgreementId[];
  readonly ready: boolean;
  /** They pass in every round in which they listen, until they say otherwise. */
  readonly passesAlways: boolean;
}

/** One coachee's way through the turn phases. */
export interface Turn {
  readonly coachee: PersonId | null;
  /** How often each person has had the floor to ask in this turn; orders the queue, shown to nobody. */
  readonly asked: Readonly<Record<PersonId, number>>;
  /** What the coachee put on the board as their step. */
  readonly step: Step | null;
  /** The coachee has stopped it. Nothing of it goes on unless they say so. */
  readonly stopped: boolean;
  /** Its cards have left the wall until the coachee shows them again. */
  readonly withheld: boolean;
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
  /** Time that had gone by when it was begun anew (Restart), all together. */
  readonly spent: Duration;
  /** When zero was noticed; null while time is left. */
  readonly zeroAt: Instant | null;
  /** The coachee has said that ideas are welcome. */
  readonly ideas: boolean;
  readonly practice: Practice | null;
  /** When everyone's prepared cards were called for; null until then. */
  readonly draftsAt: Instant | null;
}

export const practiceStages = ['model', 'together', 'runs'] as const;
/**
 * Trying something out: somebody models it, then together, then the coachee in short runs. `running`
 * and the number of runs are all that is counted.
 */
export interface Practice {
  readonly stage: (typeof practiceStages)[number];
  /** Who shows it first. */
  readonly model: PersonId | null;
  /** Who plays the other part: the pupil, the parent. */
  readonly partner: PersonId | null;
  /** The coachee plays the other part, and the partner theirs. */
  readonly swapped: boolean;
  /** Runs of the coachee, the one going on included. */
  readonly runs: number;
  readonly running: boolean;
  /** After a run one person says one thing they saw or heard. */
  readonly remark: 'none' | 'open' | 'said';
}

export interface PastRun {
  readonly id: RunId;
  readonly phase: PhaseId;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly length: Duration;
  /** What was left at the end (negative: extra); null for an untimed phase. */
  readonly left: Duration | null;
  /** Minutes of the phase when the run ended; what the plan gives or takes since counts for what was left. */
  readonly planned: Duration;
  readonly spent: Duration;
  /** Who had spoken and who had passed; in a later run of the phase they do not wait again. */
  readonly round: Pick<Round, 'spoke' | 'passed'> | null;
  /** As it was left; a later run of the phase goes on with it. */
  readonly practice: Practice | null;
  readonly how: 'next' | 'skip' | 'back' | 'jump' | 'advance' | 'end';
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
  /** The hand by which the holder got the floor, so that a slip can give it back. */
  readonly hand: Hand | null;
  /** Who spoke to the coachee last, or does now, where the coachee answers. */
  readonly voice: Voice | null;
}

export const paraphraseAnswers = ['fits', 'closer', 'more'] as const;
export const questionAnswers = ['take', 'rest', 'pass'] as const;
export type VoiceAnswer = (typeof paraphraseAnswers | typeof questionAnswers)[number];

/** A paraphrase or a question, and what the coachee said to it. Gone with the next one, and never counted. */
export interface Voice {
  readonly person: PersonId;
  /** The one follow-up has been asked. */
  readonly followedUp: boolean;
  /** The coachee passed: there is nothing to follow up, unless they take the question after all. */
  readonly passed: boolean;
  /** Null until the coachee answers, and after a pass, which is shown to nobody else. */
  readonly answer: Exclude<VoiceAnswer, 'pass'> | null;
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

export interface MoreTimeWish {
  readonly run: RunId;
  readonly at: Instant;
}

/** Who wrote a card is not part of it: that lies in the sealed box. */
export interface Card {
  readonly id: CardId;
  readonly zone: Zone;
  readonly turn: number | null;
  readonly text: string;
  /** Counts edits, from 1. An edit names the one it was made on. */
  readonly edition: number;
  readonly aside: boolean;
  /** Its author, where the group shows names. */
  readonly by: PersonId | null;
  /** Its words, as they stand, are the scribe's in the coachee's stead. */
  readonly scribed: boolean;
  /** Its author lets the coachee take it along. */
  readonly released: boolean;
  /** Its words were taken out of everything that was stored. */
  readonly forgotten: boolean;
}

export const wallViews = ['time', 'board'] as const;
export const wallSeconds = ['all', 'last', 'never'] as const;
export const wallSizes = ['s', 'm', 'l'] as const;
export const chimeScreens = ['none', 'wall', 'console'] as const;
/** What the facilitator chose for the projector, and for what is heard. */
export interface Wall {
  readonly view: (typeof wallViews)[number];
  /** Over the view, which stays what it was. */
  readonly curtain: boolean;
  /** The back-row check is shown: a line in each size. */
  readonly check: boolean;
  /** How large its words are, by what the back row can read. */
  readonly size: (typeof wallSizes)[number];
  readonly dimmed: boolean;
  readonly seconds: (typeof wallSeconds)[number];
  /** Which page of a full board is shown, from 0. */
  readonly page: number;
  /** The one screen that chimes, of all in the room. */
  readonly chime: (typeof chimeScreens)[number];
  /** Also in protected phases. */
  readonly chimeInListening: boolean;
}
