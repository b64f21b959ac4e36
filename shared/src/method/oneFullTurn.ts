import { minutes, seconds } from '../time.ts';
import type { Phase, Role } from './phase.ts';

const everyone: readonly Role[] = ['facilitator', 'coachee', 'coach', 'observer'];

const usual = {
  title: null,
  turn: 0,
  timed: true,
  between: 'nobody',
  voices: [],
  coacheeLast: false,
  speakerTime: null,
  protected: false,
  writes: {},
  atZero: 'hold',
  replies: null,
  ideas: false,
  repeats: null,
} as const satisfies Partial<Phase>;

/**
 * "Can we do it together?" Off until somebody adds it. Nobody holds the floor: who plays is said by
 * the practice itself, and `speakerTime` is that of one run.
 */
export const practice: Phase = {
  ...usual,
  id: 'reps',
  kind: 'reps',
  length: minutes(0),
  minimum: minutes(3),
  floor: 'nobody',
  between: 'coachee',
  speakerTime: { usual: minutes(1), least: seconds(40) },
  writes: { runs: ['coachee', 'coach'], evidence: ['observer'], parking: everyone },
  repeats: 'runs',
};

/**
 * The default method at its usual 60 minutes, practice left off.
 * Minutes and minimums: PRODUCT.md, section 4.
 */
export const oneFullTurn: readonly Phase[] = [
  {
    ...usual,
    id: 'agree',
    kind: 'agree',
    turn: null,
    timed: false,
    length: minutes(5),
    minimum: minutes(2),
    floor: 'open',
  },
  {
    ...usual,
    id: 'focus',
    kind: 'focus',
    length: minutes(4),
    minimum: minutes(2),
    floor: 'coachee',
    between: 'coachee',
    writes: { focus: ['coachee'] },
  },
  {
    ...usual,
    id: 'listen',
    kind: 'listen',
    length: minutes(14),
    minimum: minutes(6),
    floor: 'coachee',
    between: 'coachee',
    protected: true,
  },
  {
    ...usual,
    id: 'echo',
    kind: 'echo',
    length: minutes(8),
    minimum: minutes(3),
    floor: 'round',
    between: 'coachee',
    voices: ['coach'],
    speakerTime: { usual: minutes(1), least: seconds(40) },
    writes: { focus: ['coachee'], heard: ['coachee', 'coach'] },
    replies: 'paraphrase',
  },
  {
    ...usual,
    id: 'ask',
    kind: 'ask',
    length: minutes(14),
    minimum: minutes(3),
    floor: 'queue',
    between: 'coachee',
    voices: ['coach'],
    writes: { focus: ['coachee'], questions: ['coachee', 'coach'], parking: everyone },
    replies: 'question',
    ideas: true,
  },
  practice,
  {
    ...usual,
    id: 'plan',
    kind: 'plan',
    length: minutes(9),
    minimum: minutes(2),
    floor: 'nobody',
    between: 'coachee',
    writes: { insights: ['coachee'], steps: ['coachee'] },
  },
  {
    ...usual,
    id: 'close',
    kind: 'close',
    turn: null,
    length: minutes(6),
    minimum: minutes(2),
    floor: 'round',
    voices: everyone,
    coacheeLast: true,
    writes: { steps: ['coachee'], takeaways: everyone },
  },
];
