import { seconds } from '#shared/time.ts';
import type { Scene } from '../scene.ts';
import { longName } from './longName.ts';

/** Each coach once, and the coachee's answer to each. */
export const paraphrase: readonly Scene[] = [
  {
    name: 'paraphrase',
    go: (stage) => stage.begin('echo'),
    shows: {
      console: '0 of 3 had their turn',
      wall: 'has the floor',
      coachee: 'You have the floor',
      speaker: 'It is your turn',
      waiter: '1 before you',
      observer: 'You are an observer',
    },
  },
  {
    name: 'paraphrase-speaking',
    go: ({ meeting }) => meeting.does('Ben', { type: 'takeFloor' }),
    shows: {
      console: 'Take back',
      wall: 'Ben',
      coachee: 'Ben says back what was heard',
      speaker: 'You have the floor',
      waiter: 'You are next',
    },
  },
  {
    name: 'paraphrase-long-name',
    go: ({ meeting }) => meeting.does('Ben', { type: 'rename', name: longName }),
    shows: {
      console: longName,
      wall: longName,
      coachee: longName,
      waiter: longName,
    },
  },
  {
    name: 'paraphrase-long-name-board',
    go: (stage) => stage.setWall({ view: 'board' }),
    shows: { wall: longName },
  },
  {
    name: 'paraphrase-answered',
    go: async (stage) => {
      const { meeting } = stage;
      await stage.setWall({ view: 'time' });
      await meeting.does('Ben', { type: 'rename', name: 'Ben' });
      await meeting.writes('Ben', 'heard-1', 'You want them on your side before you show anything', 'heard');
      await meeting.does('Amina', { type: 'answerVoice', answer: 'closer' });
    },
    shows: {
      wall: '“Closer would be …”',
      coachee: 'You can change it until the next voice.',
      speaker: 'Amina: “Closer would be …”',
      waiter: 'It is your turn',
    },
  },
  {
    name: 'paraphrase-answered-board',
    go: async (stage) => {
      await stage.meeting.does('Amina', { type: 'answerVoice', answer: 'more' });
      await stage.setWall({ view: 'board' });
    },
    shows: { wall: '“There is more.”' },
  },
  {
    // The clock is wider now than when the words beside it were set.
    name: 'paraphrase-answered-board-seconds',
    go: (stage) => stage.letPass(seconds(95)),
    shows: { wall: /1:3\d/ },
  },
  {
    name: 'paraphrase-rests',
    go: async (stage) => {
      const { meeting } = stage;
      await stage.setWall({ view: 'time' });
      await meeting.does('Dee', { type: 'takeFloor' });
      await meeting.does('Dee', { type: 'finish' });
      await meeting.does('Chloé', { type: 'pass' });
    },
    shows: {
      console: 'Everyone had their turn.',
      wall: 'The time left is Amina’s.',
      coachee: 'The time left is yours, if you want it.',
      speaker: 'The time left is Amina’s, if wanted.',
    },
  },
];
