import type { Scene } from '../scene.ts';
import { detailsOf } from '../../support/joining.ts';
import type { Stage } from '../stage.ts';

const goTo = (stage: Stage, path: string, name: 'outside' | 'newWall' = 'outside') =>
  stage.screen(name).page.goto(stage.house.app.origin + path);

/** The ninth digit sends it. */
const typeCode = (stage: Stage, code: string, name: 'outside' | 'newWall' = 'outside') =>
  stage.screen(name).page.getByRole('textbox').pressSequentially(code);

/** From the start page to a coachee who is willing. */
export const arriving: readonly Scene[] = [
  {
    name: 'home',
    go: (stage) => goTo(stage, '/'),
    shows: { outside: 'Start a session' },
  },
  {
    name: 'home-problems',
    go: async (stage) => {
      await stage.screen('outside').write('People', '1');
      await stage.screen('outside').press('Add practice');
      await stage.screen('outside').page.getByRole('button', { name: 'Join', exact: true }).click();
    },
    shows: { outside: 'The code has nine digits.' },
  },
  {
    name: 'join',
    go: (stage) => goTo(stage, '/join'),
    shows: { outside: 'Enter the nine digits on the wall' },
  },
  {
    name: 'join-wrong',
    go: async (stage) => {
      await goTo(stage, '/join?wall');
      await typeCode(stage, '111 111 111');
    },
    shows: { outside: 'No room has that code.' },
  },
  {
    name: 'dead-link',
    go: (stage) => goTo(stage, '/room/nobody#nothing'),
    shows: { outside: 'This link does not open the room' },
  },
  {
    name: 'nowhere',
    go: (stage) => goTo(stage, '/jion'),
    shows: { outside: 'There is nothing at this address' },
  },
  {
    name: 'too-old',
    go: async (stage) => {
      let tooOld = true;
      await stage.screen('outside').page.routeWebSocket(/socket\.io/, (line) => {
        const server = line.connectToServer();
        if (!tooOld) return;
        tooOld = false;
        line.onMessage((sent) => server.send(String(sent).replace(/"protocol":\d+/, '"protocol":1')));
      });
      await goTo(stage, stage.meeting.room.links.join);
    },
    shows: { outside: 'There is a newer version' },
  },
  {
    name: 'lobby',
    go: async (stage) => {
      await stage.setWall({ chime: 'wall' });
      await stage.screen('waiter').press('Ask for another');
    },
    shows: {
      console: 'Before the start',
      wall: 'Sound is asleep on this screen.',
      speaker: 'Today I could be',
      waiter: 'What else do you need from this group?',
    },
  },
  {
    name: 'lobby-agreed',
    go: async (stage) => {
      const { meeting } = stage;
      await stage.setWall({ chime: 'none', check: true });
      await stage.screen('waiter').press('Not now');
      await stage.screen('console').press('I would like to be the coachee');
      for (const agreement of meeting.page('Ben').state.agreements)
        await meeting.does('Ben', { type: 'agree', agreement: agreement.id, agreed: true });
      await meeting.does('Dee', { type: 'askForAgreement', agreement: 'own', text: 'Phones lie face down' });
      await meeting.does('Ben', { type: 'offer', roles: ['coach'] });
      await meeting.does('Ben', { type: 'sayReady', ready: true });
    },
    shows: {
      console: 'Somebody else takes the console first.',
      wall: 'Can the back row read this?',
      speaker: 'You are ready.',
      waiter: 'Phones lie face down',
    },
  },
  {
    name: 'door-locked',
    go: async (stage) => {
      await stage.setWall({ check: false });
      await stage.screen('console').press('I would like to be the coachee');
      await stage.meeting.does('Joel', { type: 'setEntry', entry: { waiting: true, locked: true } });
      await stage.screen('outside').page.getByRole('link', { name: 'Reload' }).click();
    },
    shows: { outside: 'The room is locked' },
  },
  {
    name: 'door-name',
    go: async (stage) => {
      await stage.meeting.does('Joel', { type: 'setEntry', entry: { waiting: true, locked: false } });
      await goTo(stage, stage.meeting.room.links.join);
      await stage.screen('console').page.getByText('People wait here until you let them in.').click();
      await stage.screen('console').press('New code');
    },
    shows: { outside: 'What shall we call you?', console: 'Give the room a new code?' },
  },
  {
    name: 'door-knocked',
    go: async (stage) => {
      await stage.screen('console').press('Keep the code');
      await stage.screen('outside').write('What shall we call you?', 'Finn');
      await stage.screen('outside').press('Knock');
    },
    shows: { outside: 'You have knocked', console: 'Finn' },
  },
  {
    name: 'door-turned-away',
    go: (stage) => stage.screen('console').press('Turn Finn away'),
    shows: { outside: 'You are not let in just now' },
  },
  {
    name: 'person',
    go: async (stage) => {
      const joel = stage.screen('console');
      await joel.page.getByText('Turned away · 1').click();
      await joel.press('Let Finn in');
      await detailsOf(joel, 'Finn');
    },
    shows: { console: 'Take out of the room', outside: 'Today I could be' },
  },
  {
    name: 'person-taken-out',
    go: (stage) => stage.screen('console').press('Take out of the room'),
    shows: { console: 'Take Finn out of the room?' },
  },
  {
    name: 'removed',
    go: (stage) =>
      stage.screen('console').page.getByRole('dialog').getByRole('button', { name: /out$/ }).click(),
    shows: { outside: 'You are out of this room' },
  },
  {
    name: 'door-wall',
    go: async (stage) => {
      await goTo(stage, '/join?wall', 'newWall');
      await typeCode(stage, stage.meeting.page('Joel').state.code, 'newWall');
    },
    shows: { newWall: 'Ask the facilitator to let this wall in.', console: 'A wall is at the door.' },
  },
  {
    name: 'offered',
    go: async (stage) => {
      await stage.screen('console').press('Turn this wall away');
      await stage.meeting.does('Amina', { type: 'offer', roles: ['coachee', 'coach'] });
      const dee = stage.meeting.page('Dee').person;
      await stage.meeting.does('Joel', { type: 'offerConsole', person: dee, stay: true });
      await stage.screen('console').press(/1 offer/);
    },
    shows: {
      console: 'Ask Amina',
      coachee: 'Today I could be',
      waiter: 'Joel asks: would you facilitate together?',
      newWall: 'The facilitator has not let this wall in.',
    },
  },
  {
    name: 'invited',
    go: async ({ meeting, screen }) => {
      await meeting.does('Dee', { type: 'declineConsole' });
      await meeting.does('Joel', { type: 'invite', person: meeting.page('Amina').person });
      const joel = screen('console');
      await joel.page.getByText('Turned away ·').click();
      await joel.press('Let this wall in');
      await joel.page.getByText('Walls let in with the code · 1').click();
      await joel.press(/^Send the wall out/);
      await joel.page.getByText('How we name things').click();
    },
    shows: {
      console: 'asked',
      coachee: 'would you like to be the coachee today?',
      newWall: 'This wall is out of the room',
    },
  },
  {
    name: 'willing',
    go: ({ meeting }) => meeting.does('Amina', { type: 'acceptInvitation' }),
    shows: {
      console: 'Start agreements & roles',
      coachee: 'You are the coachee today',
      waiter: 'Amina is the coachee today',
    },
  },
];
