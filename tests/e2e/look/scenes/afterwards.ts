import { randomBytes } from 'node:crypto';
import { fillRoom } from '../../support/fillRoom.ts';
import { detailsOf } from '../../support/joining.ts';
import { tryCodes } from '../../support/tryCodes.ts';
import { UnderWay } from '../../support/underWay.ts';
import { Page } from '#tests/support/page.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

/** One source may follow so many wrong links a minute, and no more (`limits.ts`). */
const tries = 21;

const goTo = (stage: Stage, name: Parameters<Stage['screen']>[0], path: string) =>
  stage.screen(name).page.goto(stage.house.app.origin + path);

async function fullRoom(stage: Stage): Promise<void> {
  const { links } = (await UnderWay.gather(stage.house, ['Joel'])).room;
  await fillRoom(stage.house, links.join);
  await goTo(stage, 'outside', links.join);
  await stage.screen('outside').write('What shall we call you?', 'Finn');
  await stage.screen('outside').press('Come in');
}

/** Nothing that this screen asks of a room gets through any more. */
async function shut(stage: Stage, name: 'observer' | 'wall'): Promise<void> {
  const { page } = stage.screen(name);
  await page.route('**/socket.io/**', (route) => route.abort());
  await page.routeWebSocket(/socket\.io/, (line) => line.close());
}

/** A personal link to the room that Joel opened. */
async function linkFrom(meeting: UnderWay): Promise<string> {
  const secret = randomBytes(16).toString('base64url');
  await meeting.does('Joel', { type: 'makeLink', name: 'Eve Adamczyk', secret });
  return `/room/${meeting.room.room}#${secret}`;
}

async function usedLink(stage: Stage, meeting: UnderWay): Promise<string> {
  const link = await linkFrom(meeting);
  const eve = new Page(stage.house.app.origin, link);
  stage.house.atEnd(() => eve.close());
  await eve.waits('invited');
  await eve.send({ type: 'join', name: 'Eve' });
  return link;
}

async function wrongCode(stage: Stage): Promise<void> {
  await tryCodes(stage.house.app.origin);
  await goTo(stage, 'speaker', '/join');
  await stage.screen('speaker').page.getByRole('textbox').pressSequentially('111111111');
}

async function wrongLink(stage: Stage): Promise<void> {
  for (let n = 0; n < tries; n += 1) {
    const page = new Page(stage.house.app.origin, '/room/nobody#nothing');
    await page.sentAway();
    page.close();
  }
  await goTo(stage, 'outside', '/room/nobody#nothing');
}

/** When the session is over and forgotten, its screens show what goes otherwise than hoped elsewhere. */
export const afterwards: readonly Scene[] = [
  {
    name: 'refused',
    go: async (stage) => {
      const empty = (await UnderWay.gather(stage.house, [])).room;
      const other = await UnderWay.gather(stage.house, ['Joel', 'Ben']);
      await shut(stage, 'observer');
      await shut(stage, 'wall');
      await goTo(stage, 'observer', other.room.links.join);
      await goTo(stage, 'wall', other.room.links.wall);
      await goTo(stage, 'console', empty.links.console);
      await goTo(stage, 'newWall', '/wall/nobody#nothing');
      await stage.screen('speaker').page.route(/afterArrival/, (route) => route.abort());
      await other.seat(stage.screen('speaker'));
      await goTo(stage, 'coachee', await linkFrom(other));
      await goTo(stage, 'waiter', await usedLink(stage, other));
      await fullRoom(stage);
    },
    shows: {
      console: 'Everything here is ready, and waits for your name.',
      wall: 'The room does not answer yet',
      coachee: 'This link leads you in at once',
      speaker: 'This page did not load whole.',
      waiter: 'This link has been used',
      observer: 'The room does not answer yet',
      outside: 'This room is full.',
      newWall: 'This link does not open the room',
    },
  },
  {
    name: 'refused-too-often',
    go: async (stage) => {
      await stage.screen('console').write('What shall we call you?', 'Joel');
      await stage.screen('console').press('Come in');
      await wrongCode(stage);
      await wrongLink(stage);
    },
    shows: {
      console: 'No wall connected',
      speaker: 'Too many tries. Wait a minute.',
      outside: 'Too many tries from here',
    },
  },
  {
    name: 'nobody-offers',
    go: async (stage) => {
      const meeting = await UnderWay.gather(stage.house, ['Joel', 'Ben']);
      await meeting.does('Joel', { type: 'addPerson', name: 'Omar' });
      await meeting.does('Joel', { type: 'start' });
      await meeting.seat(stage.screen('console'));
      await detailsOf(stage.screen('console'), 'Omar');
    },
    shows: { console: 'Nobody is coachee yet.' },
  },
];
