/// <reference lib="dom" />
import { seconds } from '#shared/time.ts';
import type { Scene } from '../scene.ts';
import { longName } from './longName.ts';

const asked = 'What would the quietest parent need to hear first?';

/** One question at a time, hands, ideas, the board, a second turn. */
export const questions: readonly Scene[] = [
  {
    name: 'questions',
    go: async (stage) => {
      await stage.letPass(seconds(30));
      await stage.begin('ask');
    },
    shows: {
      console: 'No hands up.',
      wall: 'Amina',
      coachee: 'Questions, no ideas yet',
      speaker: 'No hand is up.',
      observer: 'You are an observer',
    },
  },
  {
    name: 'questions-hands',
    go: async ({ meeting }) => {
      await meeting.does('Ben', { type: 'raiseHand', process: false });
      await meeting.does('Dee', { type: 'raiseHand', process: false });
      await meeting.does('Ines', { type: 'raiseHand', process: true });
    },
    shows: {
      console: 'Give floor',
      speaker: 'Your hand is up.',
      waiter: 'Your hand is up.',
      observer: 'Your point of process goes first.',
    },
  },
  {
    name: 'questions-process',
    go: ({ meeting }) => meeting.does('Joel', { type: 'giveFloor', person: meeting.page('Ines').person }),
    shows: {
      wall: 'a point of process',
      observer: 'You have the floor',
      speaker: 'Ines: a point of process',
    },
  },
  {
    name: 'questions-asking',
    go: async ({ meeting }) => {
      await meeting.does('Ines', { type: 'finish' });
      await meeting.does('Joel', { type: 'giveFloor', person: meeting.page('Ben').person });
      await meeting.writes('Ben', 'question-1', asked);
    },
    shows: {
      console: 'Take back',
      wall: 'Ben',
      coachee: 'Ben asks',
      speaker: 'You have the floor',
      waiter: 'Your hand is up. You are next.',
    },
  },
  {
    name: 'questions-board',
    go: (stage) => stage.setWall({ view: 'board' }),
    shows: { wall: asked },
  },
  {
    name: 'questions-board-large',
    go: (stage) => stage.setWall({ size: 'l' }),
    shows: { wall: 'How do I open parents' },
  },
  {
    name: 'questions-taken',
    go: async (stage) => {
      await stage.setWall({ size: 'm' });
      await stage.meeting.does('Amina', { type: 'answerVoice', answer: 'take' });
    },
    shows: { wall: '“I take it.”', coachee: asked, speaker: 'Ask one follow-up' },
  },
  {
    name: 'questions-board-open',
    go: async (stage) => {
      await stage.setWall({ view: 'time' });
      await stage.screen('speaker').press(/^Board$/);
      await stage.screen('coachee').press(/^Board$/);
    },
    shows: { speaker: 'What was heard', coachee: 'What was heard', wall: '“I take it.”' },
  },
  {
    name: 'questions-board-changing',
    go: async ({ meeting, screen }) => {
      const ben = screen('speaker');
      await ben.page.getByRole('button', { name: 'Write a card' }).last().click();
      await ben.write('Something for later', 'Whom else could we ask?');
      await ben.press('Keep it for me');
      await ben.press('Change');
      await meeting.does('Ben', {
        type: 'editCard',
        card: 'question-1',
        text: `${asked} And last?`,
        edition: 1,
      });
      const amina = screen('coachee');
      await amina.page.getByRole('button', { name: 'Move' }).last().click();
      await amina.page.getByRole('button', { name: 'Forget' }).first().click();
      await amina.page.getByRole('button', { name: 'Write a card' }).first().click();
    },
    shows: {
      speaker: 'This card has changed while you were writing.',
      coachee: 'These words go from every screen',
    },
  },
  {
    name: 'questions-ideas',
    go: async (stage) => {
      await stage.screen('speaker').press('Take the newer one');
      await stage.screen('speaker').press('Close the board');
      await stage.screen('coachee').press('Close the board');
      await stage.meeting.does('Amina', { type: 'setIdeas', open: true });
    },
    shows: {
      console: 'Ideas are welcome',
      wall: 'Ideas welcome, lightly',
      coachee: 'Back to questions',
      speaker: 'Offer one idea, lightly.',
    },
  },
  {
    name: 'questions-ideas-board',
    go: (stage) => stage.setWall({ view: 'board' }),
    shows: { wall: 'Ideas welcome, lightly' },
  },
  {
    // As much as the board holds below a head that has grown.
    name: 'questions-ideas-board-full',
    go: async ({ meeting }) => {
      for (const card of ['question-2', 'question-3'])
        await meeting.writes('Ben', card, 'Who else in the room is waiting while you wait for them?');
    },
    shows: { wall: 'Who else' },
  },
  {
    name: 'questions-paused',
    go: async (stage) => {
      await stage.setWall({ view: 'time' });
      await stage.meeting.does('Amina', { type: 'setIdeas', open: false });
      await stage.meeting.does('Joel', { type: 'pause' });
    },
    shows: { console: 'Resume', wall: 'Paused. The time waits.', coachee: 'Paused', speaker: 'Paused' },
  },
  {
    name: 'questions-back-to-full',
    go: ({ meeting }) => meeting.does('Joel', { type: 'restart' }),
    shows: { console: 'Start the time', wall: 'Ready when you are', speaker: 'Ready when you are' },
  },
  {
    name: 'questions-last-board',
    go: async (stage) => {
      await stage.meeting.does('Joel', { type: 'resume' });
      await stage.meeting.does('Joel', { type: 'setAtZero', phase: 'ask', action: 'ask' });
      await stage.setWall({ view: 'board' });
      await stage.letPass(seconds(58));
    },
    shows: { console: /0:\d\d/, wall: '1 minute left', coachee: /0:\d\d/, speaker: /0:\d\d/ },
  },
  {
    name: 'questions-extra-board',
    go: (stage) => stage.letPass(seconds(-40)),
    shows: { wall: 'A little extra', console: 'Time is up. Move on?' },
  },
  {
    name: 'questions-second-turn',
    go: async (stage) => {
      await stage.setWall({ view: 'time' });
      await stage.screen('console').press('Edit plan');
      await stage.screen('console').press('A second turn?');
    },
    shows: { console: 'What a second turn means' },
  },
  {
    name: 'questions-two-turns',
    go: async ({ screen }) => {
      await screen('console').press('Add the second turn');
      await screen('console').press('Reflect & plan: more changes');
      await screen('speaker').page.getByRole('button', { name: 'More', exact: true }).click();
    },
    shows: {
      console: 'Second turn · nobody yet',
      wall: 'Amina’s turn',
      speaker: 'The next turn has no coachee yet',
    },
  },
  {
    name: 'questions-two-turns-long-name',
    go: ({ meeting }) => meeting.does('Amina', { type: 'rename', name: longName }),
    shows: { wall: longName, console: longName },
  },
  {
    name: 'questions-keys',
    go: async (stage) => {
      await stage.screen('speaker').press('Close');
      await stage.meeting.does('Amina', { type: 'rename', name: 'Amina' });
      await stage.meeting.does('Joel', { type: 'removeTurn' });
      await stage.screen('console').press('Done');
      await stage.screen('console').press(/^Keys/);
    },
    shows: { console: 'Keys and clickers', wall: 'A little extra' },
  },
  {
    name: 'questions-signal',
    go: async (stage) => {
      await stage.screen('console').page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await stage.meeting.does('Dee', { type: 'signal', on: true });
      await stage.screen('console').press('Show who');
    },
    shows: { console: 'Somebody asks for you quietly.' },
  },
  {
    name: 'questions-amount',
    go: async ({ screen }) => {
      await screen('console').press('Other amount');
      await screen('console').press('Protect the turn');
    },
    shows: { console: 'Minutes from parts still to come' },
  },
  {
    name: 'questions-board-here',
    go: (stage) => stage.screen('console').press('Open the board'),
    shows: { console: 'Close the board' },
  },
  {
    name: 'questions-personal-link',
    go: async (stage) => {
      await stage.screen('console').press('Close the board');
      await stage.screen('console').press('Make a personal link');
      await stage.screen('console').write('Who the link is for', 'Eve Adamczyk');
      await stage.screen('console').press('Make the link');
      // As over plain HTTP.
      await stage
        .screen('console')
        .page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      await stage.screen('console').press('Copy the link');
    },
    shows: { console: 'This browser does not copy by itself here.' },
  },
  {
    name: 'questions-join-link',
    go: async ({ screen }) => {
      await screen('console').page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
      await screen('console').press('Copy join link');
    },
    shows: { console: 'The link to join' },
  },
];
