/// <reference lib="dom" />
import { minutes, seconds } from '#shared/time.ts';
import type { Screen } from '../../support/house.ts';
import type { Scene } from '../scene.ts';

/** What a page would say after half a minute without a line, or 20 seconds, it says at once. */
const losePatience = ({ page }: Screen): Promise<void> =>
  page.evaluate(() => {
    const wait = window.setTimeout.bind(window);
    let patient = true;
    const atOnce = (act: TimerHandler, ms?: number) => {
      const isPatience = patient && (ms === 20_000 || ms === 30_000);
      if (isPatience) patient = false;
      return wait(act, isPatience ? 0 : ms);
    };
    Object.assign(window, { setTimeout: atOnce });
  });

/** The coachee's own time, in every state of the clock. */
export const listening: readonly Scene[] = [
  {
    name: 'listening',
    go: async (stage) => {
      await stage.screen('coachee').press('Take it away');
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
    go: async (stage) => {
      await stage.setWall({ seconds: 'last', curtain: true });
      await stage.screen('coachee').press('I am done early');
    },
    shows: {
      console: 'What the room sees',
      wall: 'The wall rests for now.',
      coachee: 'Shall this part end now?',
    },
  },
  {
    name: 'listening-asked-to-go-on',
    go: async (stage) => {
      await stage.screen('coachee').press('Not yet');
      await stage.setWall({ curtain: false });
      await stage.meeting.does('Joel', { type: 'askCoachee', change: { kind: 'next' } });
    },
    shows: { console: 'Amina has been asked', coachee: 'Joel asks: shall we go on to Paraphrase?' },
  },
  {
    name: 'listening-wish',
    go: async ({ meeting, screen }) => {
      await meeting.does('Amina', { type: 'answerAsk', yes: false });
      await meeting.does('Amina', { type: 'askForTime' });
      await screen('coachee').press('Hide the clock');
    },
    shows: { console: 'Amina would like more time.', coachee: 'You asked for more time.' },
  },
  {
    name: 'listening-wish-declined',
    go: async ({ meeting, screen }) => {
      await meeting.does('Joel', { type: 'declineTime' });
      await screen('coachee').press('Show the clock');
    },
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
      await stage.screen('coachee').press('Stop my turn');
      await stage.screen('waiter').page.getByRole('button', { name: 'More', exact: true }).click();
      await stage.screen('waiter').press('I need the facilitator');
    },
    shows: {
      coachee: 'Shall your turn stop here?',
      waiter: 'The facilitator knows and comes to you.',
    },
  },
  {
    name: 'listening-lost',
    go: async (stage) => {
      await stage.screen('coachee').press('Close');
      await stage.screen('waiter').press('Take it back');
      await stage.screen('waiter').press('Close');
      for (const name of ['wall', 'waiter'] as const) await losePatience(stage.screen(name));
      stage.line.cut();
    },
    shows: {
      console: 'Reconnecting. The time keeps running.',
      wall: 'Connection lost. Check this screen.',
      coachee: 'Reconnecting. The time keeps running.',
      waiter: 'No connection for a while.',
    },
  },
  {
    name: 'listening-last',
    go: async (stage) => {
      stage.line.mend();
      for (const name of ['console', 'coachee', 'waiter'] as const)
        await stage.screen(name).seesNot(/^Reconnecting|^No connection/);
      await stage.screen('wall').seesNot('Connection lost. Check this screen.');
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
