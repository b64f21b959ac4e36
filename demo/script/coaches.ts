import type { VoiceAnswer } from '#shared/room/state.ts';

/** What a coach says back; the coachee's answer, and what the coachee puts beside it. */
export interface Paraphrase {
  readonly text: string;
  readonly answer: 'fits' | 'closer' | 'more';
  readonly beside?: string;
}

/** A question, or an idea once ideas are welcome. */
export interface Said {
  readonly text: string;
  readonly answer: Exclude<VoiceAnswer, Paraphrase['answer']>;
  readonly idea?: true;
  /** They follow up once. */
  readonly followsUp?: true;
}

/** What the coaches say, in the order they came. Whoever has no paraphrase passes. */
export const coaches: readonly {
  readonly heard: Paraphrase | null;
  readonly says: readonly Said[];
  readonly takeaway: string | null;
}[] = [
  {
    heard: {
      text: 'The same six voices answer, and you know that the others have thoughts.',
      answer: 'fits',
    },
    says: [
      {
        text: 'What happens in you in the three seconds after you have asked something?',
        answer: 'take',
        followsUp: true,
      },
      { text: 'Where does it work already, on a small scale?', answer: 'take' },
    ],
    takeaway: 'Waiting is doing something.',
  },
  {
    heard: {
      text: 'Asking somebody by name feels like a test to them.',
      answer: 'closer',
      beside: 'Closer: it felt like a test to me, at that age.',
    },
    says: [
      { text: 'When did a quiet voice last surprise you, and what came just before?', answer: 'take' },
      { text: 'Perhaps: ink first, then pairs, then the room.', answer: 'take', idea: true },
    ],
    takeaway: 'Three seconds.',
  },
  {
    heard: {
      text: 'Your questions are open ones. Holding the silence after them is what is hard.',
      answer: 'more',
      beside: 'And more: the silence is hard for me, not for them.',
    },
    says: [
      { text: 'What would the quiet half say that they need?', answer: 'rest' },
      { text: 'What would be enough for the first week?', answer: 'take' },
    ],
    takeaway: null,
  },
  {
    heard: null,
    says: [
      { text: 'Who else in the room is waiting while you wait?', answer: 'pass' },
      { text: 'Perhaps say it aloud: “I will wait for five thoughts.”', answer: 'rest', idea: true },
    ],
    takeaway: 'My room has its six voices too.',
  },
];
