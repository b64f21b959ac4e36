import type { PhaseId } from '../ids.ts';
import type { Duration } from '../time.ts';

export const roles = ['facilitator', 'coachee', 'coach', 'observer'] as const;
export type Role = (typeof roles)[number];

export const zones = [
  'focus',
  'heard',
  'questions',
  'evidence',
  'runs',
  'insights',
  'steps',
  'takeaways',
  'parking',
] as const;
export type Zone = (typeof zones)[number];

/** Which set of words a phase uses on the screens. No rule looks at it. */
export const phaseKinds = ['agree', 'focus', 'listen', 'echo', 'ask', 'reps', 'plan', 'close'] as const;
export type PhaseKind = (typeof phaseKinds)[number];

export const endActions = ['hold', 'ask', 'advance'] as const;
/** What happens at zero: wait, ask the facilitator, or go on to the next phase. */
export type EndAction = (typeof endActions)[number];

export type FloorRule = 'coachee' | 'round' | 'queue' | 'open' | 'nobody';

/** What the coachee can say to a voice that spoke to them. */
export type Replies = 'paraphrase' | 'question';

/** One part of a session, as data. The rules read these fields and never the kind. */
export interface Phase {
  readonly id: PhaseId;
  readonly kind: PhaseKind;
  /** The group's own name for it; null uses the words of its kind. */
  readonly title: string | null;
  /** Which turn it belongs to, from 0; null for opening and closing phases. */
  readonly turn: number | null;
  /** An untimed phase has planned minutes but no countdown. */
  readonly timed: boolean;
  readonly length: Duration;
  readonly minimum: Duration;
  readonly floor: FloorRule;
  /** Who holds the floor while no voice of the round or queue does, and who may take it in a silence. */
  readonly between: 'coachee' | 'nobody';
  /** Whose voices the round or the queue is made of. */
  readonly voices: readonly Role[];
  /** The coachee speaks after everyone else in the round. */
  readonly coacheeLast: boolean;
  /** Each voice's own time: the usual, and the least when many wish to speak. */
  readonly speakerTime: { readonly usual: Duration; readonly least: Duration } | null;
  /** Ending or shortening it before zero needs the coachee's yes. */
  readonly protected: boolean;
  /** Who may write in which zone of the board. A zone not named is closed. */
  readonly writes: Partial<Readonly<Record<Zone, readonly Role[]>>>;
  readonly atZero: EndAction;
  /** To what the coachee answers in words of their own choice; null where nobody speaks to them. */
  readonly replies: Replies | null;
  /** Whether the coachee may open it for ideas. */
  readonly ideas: boolean;
  /** `runs`: something is tried in short runs, again and again. */
  readonly repeats: 'runs' | null;
}
