import type { Scene } from '../scene.ts';

/** Somebody shows it, a run, and one remark. */
export const practice: readonly Scene[] = [
  {
    name: 'practice',
    go: async (stage) => {
      await stage.screen('console').page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await stage.meeting.does('Joel', { type: 'answerSignal', person: stage.meeting.page('Dee').person });
      await stage.begin('reps');
    },
    shows: {
      console: 'The floor is open',
      wall: 'The floor is open',
      coachee: 'Everyone may speak',
      speaker: 'I can show it',
      observer: 'You are an observer',
    },
  },
  {
    name: 'practice-model',
    go: async ({ meeting }) => {
      await meeting.does('Ben', { type: 'takePart', part: 'model' });
      await meeting.does('Dee', { type: 'takePart', part: 'partner' });
      await meeting.does('Amina', { type: 'beginRun' });
    },
    shows: { console: 'End the run', wall: 'Ben with Dee', coachee: 'End the run', speaker: 'Ben with Dee' },
  },
  {
    name: 'practice-run',
    go: async ({ meeting }) => {
      await meeting.does('Amina', { type: 'endRun' });
      await meeting.does('Amina', { type: 'setStage', stage: 'runs' });
      await meeting.does('Amina', { type: 'beginRun' });
    },
    shows: { console: 'Run 1: Amina, with Dee', wall: 'Amina with Dee', coachee: 'Run 1', waiter: 'Run 1' },
  },
  {
    name: 'practice-remark',
    go: async ({ meeting }) => {
      await meeting.does('Amina', { type: 'endRun' });
      await meeting.does('Ines', { type: 'takeFloor' });
    },
    shows: {
      wall: 'One thing seen or heard.',
      coachee: 'Ines has the floor',
      observer: 'You have the floor',
      waiter: 'Ines has the floor',
    },
  },
];
