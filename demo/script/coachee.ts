import type { Step } from '#shared/room/state.ts';

/** What whoever is the coachee writes. What they say in the listening is theirs, and in no script. */
export const coachee = {
  focus: 'How do I bring the quiet half of the room into the talk?',
  /** The same, a little later. */
  focusThen: 'How do I bring the quiet half of the room into the talk, without putting anyone on the spot?',
  insight: 'I rescue the room from silence, and the quiet half with it.',
  firstStep: 'Thursday only, before I change anything else.',
  takeaway: 'A minute of ink.',
  step: {
    insight: 'I rescue the room from silence, and the quiet half with it.',
    what: 'One question each lesson that everyone writes about before anyone speaks',
    sentence: '“Nobody speaks yet. Write what comes.”',
    when: 'Thursday, second lesson',
    sign: 'I hear two voices I have not heard this month',
    tell: 'Ben, on Friday at break',
  } satisfies Step,
} as const;
