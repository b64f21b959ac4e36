import { minutes, seconds } from '#shared/time.ts';
import type { Scene } from '../scene.ts';

/** The coachee's own time, in every state of the clock. */
export const listening: readonly Scene[] = [
  {
    name: 'listening',
    go: async (stage) => {
      await stage.setWall({ view: 'time' });
      await stage.letPass(seconds(10));
      await stage.begin('listen');
      await stage.letPass(seconds(8 * 60 - 20));
    },
    shows: {
      console: 'Hands rest while Amina thinks aloud.',
      wall: 'Listen without speaking.',
      coachee: 'I am done early',
      waiter: 'Give your whole attention. Say nothing.',
      observer: 'Note where silences fall.',
    },
  },
  {
    name: 'listening-seconds',
    go: (stage) => stage.setWall({ seconds: 'all' }),
    shows: { wall: /\d:\d\d/, coachee: /\d:\d\d/, waiter: /\d:\d\d/ },
  },
  {
    name: 'listening-curtain',
    go: (stage) => stage.setWall({ seconds: 'last', curtain: true }),
    shows: { console: 'What the room sees' },
  },
  {
    name: 'listening-asked-to-go-on',
    go: async (stage) => {
      await stage.setWall({ curtain: false });
      await stage.meeting.does('Joel', { type: 'askCoachee', change: { kind: 'next' } });
    },
    shows: { console: 'Amina has been asked', coachee: 'Joel asks: shall we go on to Paraphrase?' },
  },
  {
    name: 'listening-wish',
    go: async ({ meeting }) => {
      await meeting.does('Amina', { type: 'answerAsk', yes: false });
      await meeting.does('Amina', { type: 'askForTime' });
    },
    shows: { console: 'Amina would like more time.', coachee: 'You asked for more time.' },
  },
  {
    name: 'listening-wish-declined',
    go: ({ meeting }) => meeting.does('Joel', { type: 'declineTime' }),
    shows: { coachee: 'No more time just now.' },
  },
  {
    name: 'listening-paused-by-coachee',
    go: ({ meeting }) => meeting.does('Amina', { type: 'pause' }),
    shows: {
      console: 'Only Amina can resume.',
      wall: 'Paused. The time waits.',
      coachee: 'Go on',
      waiter: 'Paused',
    },
  },
  {
    name: 'listening-stopped',
    go: async ({ meeting }) => {
      await meeting.does('Amina', { type: 'resume' });
      await meeting.does('Amina', { type: 'stop' });
    },
    shows: {
      console: 'Amina has stopped this turn.',
      wall: 'The turn has stopped.',
      coachee: 'Your turn has stopped',
      waiter: 'Amina has stopped the turn',
    },
  },
  {
    name: 'listening-stopped-board',
    go: (stage) => stage.setWall({ view: 'board' }),
    shows: { wall: 'These cards rest for now.' },
  },
  {
    name: 'listening-notes',
    go: async (stage) => {
      await stage.setWall({ view: 'time' });
      await stage.meeting.does('Amina', { type: 'goOn' });
      await stage.screen('waiter').press('My notes');
      await stage.screen('waiter').write('My notes', 'Slowed down at calm, not small');
    },
    shows: { waiter: 'Only on this device. Nobody else can open them.' },
  },
  {
    name: 'listening-my-turn',
    go: (stage) => stage.screen('coachee').press('My turn'),
    shows: { coachee: 'Stop my turn' },
  },
  {
    name: 'listening-more',
    go: async (stage) => {
      await stage.screen('coachee').press('Close');
      await stage.screen('waiter').page.getByRole('button', { name: 'More', exact: true }).last().click();
    },
    shows: { waiter: 'Leave the room' },
  },
  {
    name: 'listening-lost',
    go: async (stage) => {
      await stage.screen('waiter').press('Close');
      stage.line.cut();
    },
    shows: {
      console: 'Reconnecting. The time keeps running.',
      coachee: 'Reconnecting. The time keeps running.',
      waiter: 'Reconnecting. The time keeps running.',
    },
  },
  {
    name: 'listening-last',
    go: async (stage) => {
      stage.line.mend();
      for (const name of ['console', 'coachee', 'waiter'] as const)
        await stage.screen(name).seesNot('Reconnecting. The time keeps running.');
      await stage.letPass(seconds(112));
    },
    shows: { console: /1:\d\d/, wall: '2 minutes left', coachee: /1:\d\d/, waiter: /1:\d\d/ },
  },
  {
    name: 'listening-zero',
    go: (stage) => stage.letPass(seconds(0)),
    shows: {
      console: /^0:00$/,
      wall: 'Time. Finish your thought.',
      coachee: /^0:00$/,
      waiter: /^0:00$/,
    },
  },
  {
    name: 'listening-extra',
    go: (stage) => stage.letPass(seconds(-80)),
    shows: { console: 'a little extra', wall: 'A little extra', coachee: /\+1:\d\d/, waiter: /\+1:\d\d/ },
  },
  {
    name: 'listening-source',
    go: ({ meeting }) => meeting.does('Joel', { type: 'addTime', by: minutes(3) }),
    shows: {
      console: 'Where shall the 3 minutes come from?',
      coachee: /1:\d\d/,
    },
  },
];
