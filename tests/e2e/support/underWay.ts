/// <reference lib="dom" />
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import type { PhaseId } from '#shared/ids.ts';
import { Page } from '../../support/page.ts';
import { withPractice } from './gather.ts';
import type { House, Screen } from './house.ts';

type WithoutRun<C> = C extends { run: string } ? Omit<C, 'run'> : C;

interface Wish {
  readonly coaches?: readonly string[];
  readonly observers?: readonly string[];
  readonly keptMinutes?: number;
  readonly practice?: boolean;
}

/**
 * A meeting that is under way: everyone came in over the protocol, so that a test begins where it has
 * something to say. Amina is the coachee, Joel facilitates, the others coach.
 */
export class UnderWay {
  readonly room: OpenedRoom;
  readonly #origin: string;
  readonly #pages = new Map<string, Page>();

  private constructor(room: OpenedRoom, origin: string) {
    this.room = room;
    this.#origin = origin;
  }

  /** Opens a room whose door leads straight in, and lets these people in. Who facilitates is Joel. */
  static async gather({ app }: House, names: readonly string[], wish: object = {}): Promise<UnderWay> {
    const opened = await fetch(`${app.origin}/api/rooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ minutes: 60, waiting: false, name: 'Year 8 team', ...wish }),
    });
    const meeting = new UnderWay((await opened.json()) as OpenedRoom, app.origin);
    for (const name of names) await meeting.#comesIn(name);
    return meeting;
  }

  /** Everyone is in the room, and it has not begun. */
  static async open(house: House, wish: Wish = {}): Promise<UnderWay> {
    const { coaches = ['Ben', 'Dee'], observers = [], keptMinutes = 60, practice = false } = wish;
    const meeting = await UnderWay.gather(house, ['Joel', 'Amina', ...coaches, ...observers], {
      keptMinutes,
      ...(practice && { lengths: withPractice }),
    });
    for (const name of observers) await meeting.does(name, { type: 'offer', roles: ['observer'] });
    return meeting;
  }

  static async begin(
    house: House,
    phase: PhaseId,
    { namesShown = false, ...wish }: Wish & { namesShown?: boolean } = {},
  ): Promise<UnderWay> {
    const meeting = await UnderWay.open(house, wish);
    if (namesShown) await meeting.does('Joel', { type: 'showNames', shown: true });
    const [joel, amina] = [meeting.page('Joel'), meeting.page('Amina')];
    // What is sealed has no version to wait for, and may have been said on another node.
    await meeting.does('Amina', { type: 'offer', roles: ['coachee'] });
    await joel.until(({ sealed }) => sealed.offer[amina.person] !== undefined);
    await meeting.does('Joel', { type: 'invite', person: amina.person });
    await amina.until(({ sealed }) => sealed.invitation[amina.person] !== undefined);
    await meeting.does('Amina', { type: 'acceptInvitation' });
    await meeting.does('Joel', { type: 'start' });
    while (meeting.page('Joel').state.run?.phase !== phase) await meeting.next();
    return meeting;
  }

  page(name: string): Page {
    return this.#pages.get(name)!;
  }

  /** The listening is the coachee's own, and so is its end. */
  async next(): Promise<void> {
    const { state } = this.page('Joel');
    await this.does(state.run?.phase === 'listen' ? 'Amina' : 'Joel', { type: 'next' });
  }

  /** Somebody acts, and everyone has been told when this resolves. */
  async does(name: string, command: WithoutRun<PersonCommand>): Promise<void> {
    const page = this.page(name);
    const run = page.replica.confirmed.run?.id;
    const needsRun = run !== undefined && !withoutRun.includes(command.type);
    const answer = await page.send({ ...command, ...(needsRun && { run }) } as PersonCommand);
    if (!answer.ok) throw new Error(`${name}, ${command.type}: ${JSON.stringify(answer)}`);
    for (const each of this.#pages.values()) await each.until(({ version }) => version >= answer.version);
  }

  writes(
    name: string,
    card: string,
    text: string,
    zone: 'heard' | 'questions' | 'evidence' | 'parking' = 'questions',
  ): Promise<void> {
    return this.does(name, { type: 'writeCard', card, zone, text });
  }

  /** Opens somebody's page on a screen of theirs, over a line of their own if they have one. */
  async seat(screen: Screen, origin = this.#origin): Promise<void> {
    const { name } = screen;
    const { room, links } = this.room;
    if (name === 'wall') return void (await screen.page.goto(origin + links.wall));
    if (name === 'Joel') return void (await screen.page.goto(origin + links.console));
    const { device } = this.page(name);
    await screen.page.addInitScript(
      ([key, secret]) => localStorage.setItem(key!, secret!),
      [`fullturn.device.${room}`, device],
    );
    await screen.page.goto(origin + links.join);
  }

  /** Only the screens are there from now on. */
  leaveToScreens(): void {
    for (const page of this.#pages.values()) page.close();
  }

  async #comesIn(name: string): Promise<void> {
    const { console: consoleLink, join } = this.room.links;
    const page = new Page(this.#origin, name === 'Joel' ? consoleLink : join);
    this.#pages.set(name, page);
    await page.told();
    await this.does(name, { type: 'join', name });
  }
}

/** Commands that name no run of a phase, of those the tests give. */
const withoutRun: readonly string[] = [
  'join',
  'leave',
  'comeBack',
  'rename',
  'agree',
  'askForAgreement',
  'sayReady',
  'setEntry',
  'offer',
  'setRole',
  'invite',
  'acceptInvitation',
  'shareStep',
  'addTurn',
  'removeTurn',
  'showNames',
  'start',
  'moveCard',
  'setAside',
  'bringBack',
  'releaseCard',
  'forgetCard',
  'rename',
  'renameRole',
  'nameDeputy',
  'makeLink',
  'addPerson',
  'offerConsole',
  'declineConsole',
  'setAtZero',
  'setWall',
  'signal',
  'answerSignal',
  'endSession',
  'forgetSession',
] satisfies PersonCommand['type'][];
