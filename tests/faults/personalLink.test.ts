import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { Page } from '../support/page.ts';
import { someJpeg } from '../support/someJpeg.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
let room: OpenedRoom;
let joel: Page;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());
beforeEach(async () => {
  room = await server.openRoom({ waiting: true, name: 'Year 9 team' });
  joel = await server.page(room.links.console);
  await acts(joel, { type: 'join', name: 'Joel' });
});

async function acts(page: Page, command: PersonCommand): Promise<void> {
  const answer = await page.send(command);
  if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}

const joinAs = (name: string) =>
  ({ id: randomBytes(12).toString('base64url'), command: { type: 'join', name } }) as const;

const keys = () => Object.keys(joel.replica.sealed.link);

/** A link from the console, as its page makes it. */
async function makes(name = 'Eve'): Promise<{ secret: string; link: string; key: string }> {
  const secret = randomBytes(16).toString('base64url');
  const before = keys();
  await acts(joel, { type: 'makeLink', name, secret });
  await joel.until(() => keys().length > before.length);
  const key = keys().find((one) => !before.includes(one))!;
  return { secret, link: `/room/${room.room}#${secret}`, key };
}

/** Stands there by a personal link, and has said nothing yet. */
async function opens(link: string, device?: string): Promise<Page> {
  const page = new Page(server.origin, link, device);
  opened.push(page);
  await page.waits('invited');
  return page;
}
const opened: Page[] = [];
afterAll(() => opened.forEach((page) => page.close()));

const told = ({ heard }: Page, message: string) => heard.some((one) => (one as [string])[0] === message);
const names = () => joel.state.people.map(({ name }) => name);

describe('a personal link', () => {
  test('leads whoever opens it in at once, under a name of their choice, and tells nothing before', async () => {
    const { link, key } = await makes('Eve Adamczyk');
    const eve = await opens(link);
    expect(eve.atTheDoor).toEqual({ state: 'invited', name: 'Eve Adamczyk', check: null, ended: false });
    await acts(joel, { type: 'rename', name: 'Joël' });
    expect(JSON.stringify(eve.heard)).not.toMatch(/Jo|Year 9/);
    await acts(eve, { type: 'join', name: 'Evi' });
    await eve.told();
    expect(eve.person).toBe(key);
    expect(eve.state.people.map(({ name }) => name)).toEqual(['Joël', 'Evi']);
    expect(Object.keys(eve.replica.sealed.link)).toEqual([]);
    await joel.until(() => keys().length === 0);
  });

  test('stays theirs on that device, whatever becomes of the link', async () => {
    const { link } = await makes();
    const eve = await opens(link);
    await acts(eve, { type: 'join', name: 'Eve' });
    await eve.told();
    await acts(joel, { type: 'setEntry', entry: { waiting: true, locked: true } });
    const tab = await server.page(link, eve.device);
    expect(tab.person).toBe(eve.person);
  });

  test('is refused in a word once it is used, and the code then leads to the door', async () => {
    const { link } = await makes();
    const [eve, late] = [await opens(link), await opens(link)];
    await acts(eve, { type: 'join', name: 'Eve' });
    expect(await late.sentAway(), 'who stood there with it').toBe('link-used');
    await expect(server.page(link)).rejects.toThrow('link-used');
    const zed = await server.atTheDoor(room.links.join, late.device);
    await acts(zed, { type: 'join', name: 'Zed' });
    await zed.waits('knocked');
    expect(told(zed, 'snapshot')).toBe(false);
  });

  test('used on two devices at the same moment leads one of them in', async () => {
    const { link } = await makes();
    const both = [await opens(link), await opens(link)];
    for (const page of both) page.socket.emit('command', joinAs('Eve'), () => undefined);
    const away = await Promise.race(both.map((page) => page.sentAway().then(() => page)));
    expect(away.ended).toBe('link-used');
    await both.find((page) => page !== away)!.told();
    await joel.until(() => names().length === 2);
    expect(told(away, 'snapshot')).toBe(false);
  });

  test('leads in somebody who had knocked with the same device, and their knock is over', async () => {
    const knocked = await server.atTheDoor(room.links.join);
    await acts(knocked, { type: 'join', name: 'Eve' });
    await joel.until(({ sealed }) => Object.keys(sealed.knock).length === 1);
    const { link } = await makes();
    const eve = await opens(link, knocked.device);
    await acts(eve, { type: 'join', name: 'Eve' });
    await eve.told();
    // The page that had knocked is on the same device.
    await knocked.told();
    expect(knocked.person).toBe(eve.person);
    await joel.until(({ sealed }) => Object.keys(sealed.knock).length === 0);
    expect(names()).toEqual(['Joel', 'Eve']);
  });

  test('leads nobody into a locked room, whether they stand there already or not', async () => {
    const { link } = await makes();
    const eve = await opens(link);
    await acts(joel, { type: 'setEntry', entry: { waiting: true, locked: true } });
    expect(await eve.sentAway()).toBe('locked');
    await expect(server.page(link)).rejects.toThrow('locked');
    await acts(joel, { type: 'setEntry', entry: { waiting: true, locked: false } });
    const again = await opens(link, eve.device);
    await acts(again, { type: 'join', name: 'Eve' });
    await again.told();
  });

  test('that is withdrawn leads nobody in, whether they stand there already or not', async () => {
    const { link, key } = await makes();
    const eve = await opens(link);
    await acts(joel, { type: 'withdrawLink', link: key });
    expect(await eve.sentAway()).toBe('not-let-in');
    await expect(server.page(link)).rejects.toThrow('not-let-in');
  });

  test('outlives another code; of whoever was removed it is no way back', async () => {
    const [own, others] = [await makes(), await makes('Una')];
    const eve = await opens(own.link);
    await acts(eve, { type: 'join', name: 'Eve' });
    await eve.told();
    await acts(joel, { type: 'remove', person: eve.person });
    expect(await eve.sentAway()).toBe('removed');
    await expect(server.page(own.link, eve.device)).rejects.toThrow('removed');
    await expect(server.page(own.link)).rejects.toThrow('link-used');
    await expect(server.page(others.link, eve.device)).rejects.toThrow('removed');
    const una = await opens(others.link);
    await acts(una, { type: 'join', name: 'Una' });
    await una.told();
  });

  test('ends with the session', async () => {
    const [open, used] = [await makes(), await makes('Una')];
    const [eve, una] = [await opens(open.link), await opens(used.link)];
    await acts(una, { type: 'join', name: 'Una' });
    await una.told();
    await acts(joel, { type: 'endSession' });
    expect(await eve.sentAway()).toBe('ended');
    await expect(server.page(open.link)).rejects.toThrow('ended');
    await expect(server.page(used.link)).rejects.toThrow('link-used');
    expect((await server.page(used.link, una.device)).person).toBe(una.person);
    // Una’s device is gone: like anybody’s, another one stands at the door, and is told nothing.
    const phone = await server.atTheDoor(room.links.join);
    await acts(phone, { type: 'join', name: 'Una', again: true });
    await phone.waits('knocked');
    expect(told(phone, 'snapshot')).toBe(false);
  });

  test('is no secret of a device, a console, a wall or another room, used or not', async () => {
    const { secret, link } = await makes();
    const other = await server.openRoom({ waiting: true });
    const tries = async () => {
      for (const [path, device] of [
        [`/room/${other.room}#${secret}`],
        [`/console/${room.room}#${secret}`],
        [`/wall/${room.room}#${secret}`],
        [room.links.join, secret],
        [room.links.join.replace('/room/', '/wall/'), secret],
      ] as const)
        await expect(server.page(path, device), path).rejects.toThrow('not-let-in');
      const shown = await fetch(`${server.origin}/api/rooms/${room.room}/artifact`, {
        method: 'POST',
        headers: { 'content-type': 'image/jpeg', 'fullturn-device': secret },
        body: new Uint8Array(someJpeg()),
      });
      expect(await shown.json()).toEqual({ problem: 'not-let-in' });
    };
    await tries();
    const eve = await opens(link);
    await acts(eve, { type: 'join', name: 'Eve' });
    await eve.told();
    await tries();
  });

  test('is told to nobody but the facilitators', async () => {
    const { link } = await makes();
    const eve = await opens(link);
    await acts(eve, { type: 'join', name: 'Eve' });
    await eve.told();
    const { secret, key } = await makes('Unterweger');
    await acts(joel, { type: 'rename', name: 'Joël' });
    await eve.until(({ confirmed }) => confirmed.people[0]?.name === 'Joël');
    for (const word of ['Unterweger', secret, key]) expect(JSON.stringify(eve.heard)).not.toContain(word);
    expect(JSON.stringify(joel.heard)).not.toContain(secret);
  });
});
