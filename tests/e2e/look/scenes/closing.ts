/// <reference lib="dom" />
import { minutes } from '#shared/time.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

async function typeStep(stage: Stage) {
  const { page } = stage.screen('coachee');
  await page.getByLabel('My step').fill('Open with one question, then wait');
  await page.getByLabel('First sentence').fill('What would you like to leave with tonight?');
  await page.getByLabel('When').fill('Thursday 15:30');
}

/** The step, the last round, the end and what comes after it. */
export const closing: readonly Scene[] = [
  {
    name: 'plan',
    go: (stage) => stage.begin('plan'),
    shows: {
      console: /^Start close/,
      wall: 'Silence',
      coachee: 'My step',
      speaker: 'You are a coach',
      observer: 'You are an observer',
    },
  },
  {
    name: 'plan-typed',
    go: typeStep,
    shows: { coachee: 'Keep to myself' },
  },
  {
    name: 'plan-shared',
    go: async (stage) => {
      await stage.screen('coachee').press('Put on the board');
      await stage.setWall({ view: 'board' });
    },
    shows: { coachee: 'Your step is on the board.', wall: 'Open with one question, then wait' },
  },
  {
    name: 'plan-left',
    go: ({ meeting }) => meeting.does('Dee', { type: 'leave' }),
    shows: { waiter: 'You have left the room', console: 'left' },
  },
  {
    name: 'close',
    go: async (stage) => {
      await stage.meeting.does('Dee', { type: 'comeBack' });
      await stage.setWall({ view: 'time' });
      await stage.begin('close');
      await stage.letPass(minutes(4));
    },
    shows: {
      console: '0 of 6 had their turn',
      wall: 'comes next',
      coachee: 'before you',
      waiter: 'before you',
      observer: 'before you',
    },
  },
  {
    name: 'close-speaking',
    go: async ({ meeting }) => {
      await meeting.does('Joel', { type: 'takeFloor' });
      await meeting.does('Joel', { type: 'finish' });
      await meeting.does('Ben', { type: 'takeFloor' });
    },
    shows: { console: '1 of 6 had their turn', wall: 'has the floor', speaker: 'You have the floor' },
  },
  {
    name: 'close-ending',
    go: async (stage) => {
      await stage.meeting.does('Ben', { type: 'finish' });
      for (const name of ['Dee', 'Chloé', 'Ines', 'Amina']) await stage.meeting.does(name, { type: 'pass' });
      await stage.screen('console').press('End the session');
    },
    shows: {
      console: 'End this session?',
      wall: 'Everyone has had their turn.',
      coachee: 'Everyone has had their turn.',
    },
  },
  {
    name: 'end',
    go: async ({ screen }) => {
      await screen('console').page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
      await screen('observer').page.getByRole('checkbox', { name: 'How the time went' }).uncheck();
    },
    shows: {
      console: 'How the time went',
      wall: 'Thank you for the time you gave each other',
      coachee: 'Save my copy',
      speaker: 'Amina’s step stays with Amina.',
      observer: 'Tick what you want to take along.',
    },
  },
  {
    name: 'end-late',
    go: async (stage) => {
      const { page } = stage.screen('outside');
      // Finn was taken out on this device; somebody else has it now.
      await page.evaluate(() => localStorage.clear());
      await page.goto(`${stage.house.app.origin}/join`);
      await page.getByRole('textbox').pressSequentially(stage.meeting.page('Joel').state.code);
      await stage.screen('console').page.getByText('Somebody’s device is gone?').click();
      await stage.screen('coachee').write('Remind me of this step', '');
      await stage.screen('coachee').press('Save calendar reminder');
      for (const name of ['console', 'coachee'] as const) await stage.screen(name).press('Forget it now');
    },
    shows: {
      outside: 'This session has ended',
      console: 'Forget this session now?',
      coachee: 'Forget this session now?',
    },
  },
  {
    name: 'end-again',
    go: async ({ screen }) => {
      await screen('outside').write('What was your name here?', 'Amina');
      await screen('outside').press('Knock');
      await screen('paper').page.emulateMedia({ media: 'print' });
    },
    shows: {
      outside: 'You have knocked',
      console: 'says they were here before',
      paper: 'My record',
    },
  },
  {
    name: 'forgotten',
    go: async ({ meeting, screen }) => {
      await screen('paper').page.emulateMedia({ media: 'screen' });
      await meeting.does('Amina', { type: 'forgetSession' });
    },
    shows: { console: /forgotten/, wall: /forgotten/, coachee: /forgotten/, speaker: /forgotten/ },
  },
];
