import { expect } from '@playwright/test';
import { minutes, seconds } from '#shared/time.ts';
import { choosePicture, pictureOn } from '../../support/picture.ts';
import type { Scene } from '../scene.ts';

const focus = 'How do I open parents’ evening as a conversation?';

/** Agreements and the focus. */
export const opening: readonly Scene[] = [
  {
    name: 'agree',
    go: ({ meeting }) => meeting.does('Joel', { type: 'start' }),
    shows: {
      console: /^Start focus/,
      wall: 'Does anyone here evaluate anyone here?',
      coachee: 'You are the coachee today',
      waiter: 'Today I could be',
    },
  },
  {
    name: 'agree-large',
    go: (stage) => stage.setWall({ size: 'l' }),
    shows: { wall: 'Does anyone here evaluate anyone here?' },
  },
  {
    name: 'focus',
    go: async (stage) => {
      await stage.setWall({ size: 'm' });
      await stage.pass(minutes(5));
      await stage.begin('focus');
    },
    shows: {
      console: /^Start timed listening/,
      wall: 'has the floor',
      coachee: 'What do you want to think about?',
      waiter: 'You are a coach',
      observer: 'You are an observer',
    },
  },
  {
    name: 'focus-process',
    go: ({ meeting }) => meeting.does('Ines', { type: 'raiseHand', process: true }),
    shows: {
      console: 'Take up the point yourself, then lower the hand.',
      observer: 'The facilitator sees your point of process.',
    },
  },
  {
    name: 'focus-board-empty',
    go: async (stage) => {
      await stage.screen('console').press('Lower Ines’s hand');
      await stage.setWall({ view: 'board' });
    },
    shows: { wall: 'The focus is not written yet.', console: 'What the room sees' },
  },
  {
    name: 'focus-board',
    go: async (stage) => {
      await stage.meeting.does('Amina', {
        type: 'writeCard',
        card: 'focus-card',
        zone: 'focus',
        text: focus,
      });
      await stage.letPass(seconds(170));
    },
    shows: { wall: focus, coachee: focus, waiter: focus },
  },
  {
    name: 'focus-picture-chosen',
    go: async ({ screen }) => {
      await screen('coachee').press('Show a picture');
      await choosePicture(screen('coachee'), await screen('waiter').page.screenshot({ type: 'jpeg' }));
    },
    shows: { coachee: 'This goes on the wall' },
  },
  {
    name: 'focus-picture',
    go: async ({ screen }) => {
      await screen('coachee').press('Show it on the wall');
      await expect(pictureOn(screen('wall'), 'Amina')).toBeVisible();
    },
    shows: { coachee: 'Your picture is on the wall.', wall: null },
  },
];
