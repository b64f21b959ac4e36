import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { oneOfEach } from '../support/oneOfEach.ts';
import type { Page } from '../support/page.ts';
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

/** The one who knocks there, as the console sees it. */
async function knockOf(name: string | null): Promise<string> {
  const find = () => Object.entries(joel.replica.sealed.knock).find(([, knock]) => knock.name === name)?.[0];
  await joel.until(() => find() !== undefined);
  return find()!;
}

async function comesIn(name: string, device?: string): Promise<Page> {
  const page = await server.atTheDoor(room.links.join, device);
  await acts(page, { type: 'join', name });
  await acts(joel, { type: 'admit', knock: await knockOf(name), as: null });
  await page.told();
  return page;
}

/** Resolves when a page at the door has been told that the session has ended, or goes on after all. */
const hearsOfTheEnd = (page: Page, ended: boolean): Promise<void> =>
  page.waitsUntil((waiting) => waiting.ended === ended);

/** Everything a page was told but its own state at the door. */
const toldOfTheRoom = ({ heard }: Page) => heard.filter((message) => (message as [string])[0] !== 'waiting');

describe('who stands at the door', () => {
  test('is told nothing of the room, whatever happens in it, until they are let in', async () => {
    const eve = await server.atTheDoor(room.links.join);
    await comesIn('Amina');
    await acts(eve, { type: 'join', name: 'Eve Adamczyk' });
    await acts(joel, { type: 'rename', name: 'Joël' });
    await eve.waits('knocked');
    expect(toldOfTheRoom(eve)).toEqual([]);
    expect(JSON.stringify(eve.heard)).not.toMatch(/Jo|Amina|Year 9/);

    await acts(joel, { type: 'admit', knock: await knockOf('Eve Adamczyk'), as: null });
    await eve.told();
    expect(eve.state.people.map(({ name }) => name)).toEqual(['Joël', 'Amina', 'Eve Adamczyk']);
  });

  test('can knock and nothing else', async () => {
    const eve = await server.atTheDoor(room.links.join);
    const others = oneOfEach('none', joel.person).filter(({ type }) => type !== 'join');
    for (const command of others.slice(0, 35))
      expect(await eve.send(command), command.type).toEqual({ ok: false, rejection: 'role/not-let-in' });
    eve.socket.emit('resync');
    await acts(eve, { type: 'join', name: 'Eve' });
    await eve.waits('knocked');
    expect(toldOfTheRoom(eve)).toEqual([]);
  });

  test('is a knock to the facilitators and to nobody else', async () => {
    const amina = await comesIn('Amina');
    const eve = await server.atTheDoor(room.links.join);
    await acts(eve, { type: 'join', name: 'Eve Adamczyk' });
    await knockOf('Eve Adamczyk');
    await acts(joel, { type: 'turnAway', knock: await knockOf('Eve Adamczyk') });
    await eve.waits('turnedAway');
    await acts(joel, { type: 'rename', name: 'Joël' });
    await amina.until(({ confirmed }) => confirmed.people[0]?.name === 'Joël');
    expect(JSON.stringify(amina.heard)).not.toContain('Adamczyk');
    const inTheRoom = amina.heard.filter((message) => (message as [string])[0] !== 'waiting');
    expect(JSON.stringify(inTheRoom)).not.toContain('knock');
  });

  test('stays turned away on a reload, and comes in after all when the facilitator says so', async () => {
    const eve = await server.atTheDoor(room.links.join);
    await acts(eve, { type: 'join', name: 'Eve' });
    const knock = await knockOf('Eve');
    await acts(joel, { type: 'turnAway', knock });
    await eve.waits('turnedAway');
    eve.socket.disconnect().connect();
    await eve.waits('turnedAway');
    expect(await eve.send({ type: 'join', name: 'Eve again' })).toMatchObject({ ok: false });
    await acts(joel, { type: 'admit', knock, as: null });
    await eve.told();
    expect(toldOfTheRoom(eve)).not.toEqual([]);
  });

  test('knocks once, from however many tabs, and all of them come in', async () => {
    const eve = await server.atTheDoor(room.links.join);
    const tab = await server.atTheDoor(room.links.join, eve.device);
    await Promise.all([eve.send({ type: 'join', name: 'Eve' }), tab.send({ type: 'join', name: 'Eve' })]);
    await Promise.all([eve.waits('knocked'), tab.waits('knocked')]);
    expect(Object.keys(joel.replica.sealed.knock)).toHaveLength(1);
    await acts(joel, { type: 'admit', knock: null, as: null });
    await Promise.all([eve.told(), tab.told()]);
    expect(eve.person).toBe(tab.person);
  });

  test('comes back as who they were, on another device, when the facilitator knows them', async () => {
    const amina = await comesIn('Amina');
    const { person } = amina;
    await acts(amina, { type: 'leave' });
    const phone = await server.atTheDoor(room.links.join);
    await acts(phone, { type: 'join', name: 'Amina', again: true });
    await acts(joel, { type: 'admit', knock: await knockOf('Amina'), as: person });
    await phone.told();
    expect(phone.person).toBe(person);
    expect(phone.state.people.filter(({ name }) => name === 'Amina')).toHaveLength(1);
    phone.socket.disconnect().connect();
    await phone.until(({ seat }) => seat.person === person);
  });
});

describe('a door that is opened', () => {
  test('lets in everyone who waits, walls too, on the connection they have', async () => {
    const eve = await server.atTheDoor(room.links.join);
    await acts(eve, { type: 'join', name: 'Eve' });
    const wall = await server.atTheDoor(room.links.join.replace('/room/', '/wall/'));
    await Promise.all([knockOf('Eve'), knockOf(null)]);
    await acts(joel, { type: 'setEntry', entry: { waiting: false, locked: false } });
    await Promise.all([eve.told(), wall.told()]);
    expect(eve.state.people.map(({ name }) => name)).toEqual(['Joel', 'Eve']);
  });

  test('and locked again while a page stood in it without a name, lets that page in no more', async () => {
    await acts(joel, { type: 'setEntry', entry: { waiting: false, locked: false } });
    const eve = await server.page(room.links.join);
    await acts(joel, { type: 'setEntry', entry: { waiting: false, locked: true } });
    expect(await eve.send({ type: 'join', name: 'Eve' })).toEqual({ ok: false, rejection: 'people/locked' });
  });

  test('is after the end for who was here before: the record reaches a coachee who had no device', async () => {
    await acts(joel, { type: 'addPerson', name: 'Dee' });
    await joel.until(({ confirmed }) => confirmed.people.length === 2);
    const dee = joel.state.people[1]!.id;
    const stood = await server.atTheDoor(room.links.join);
    await acts(joel, { type: 'endSession' });
    await hearsOfTheEnd(stood, true);
    const [phone, eve] = [await server.atTheDoor(room.links.join), await server.atTheDoor(room.links.join)];
    expect(phone.atTheDoor).toEqual({ state: 'unnamed', name: null, check: null, ended: true });
    expect(await phone.send({ type: 'join', name: 'Dee' })).toEqual({
      ok: false,
      rejection: 'session/ended',
    });
    await acts(eve, { type: 'join', name: 'Dee B', again: true });
    await acts(joel, { type: 'turnAway', knock: await knockOf('Dee B') });
    await eve.waits('turnedAway');
    await acts(phone, { type: 'join', name: 'Dee', again: true });
    await phone.waits('knocked');
    await acts(joel, { type: 'admit', knock: await knockOf('Dee'), as: dee });
    await phone.told();
    expect(phone.person).toBe(dee);
    phone.socket.disconnect().connect();
    await phone.until(({ seat }) => seat.person === dee);
    eve.socket.disconnect().connect();
    await eve.waits('turnedAway');
    for (const page of [eve, stood]) expect(toldOfTheRoom(page)).toEqual([]);
  });

  test('is open anew when the end is taken back', async () => {
    const eve = await server.atTheDoor(room.links.join);
    await acts(joel, { type: 'endSession' });
    await hearsOfTheEnd(eve, true);
    await joel.until(({ confirmed }) => confirmed.undo !== null);
    await acts(joel, { type: 'undo', action: joel.state.undo!.id });
    await hearsOfTheEnd(eve, false);
    await acts(eve, { type: 'join', name: 'Eve' });
  });

  test('is closed by the end: who waits to come in new is told so, and does not come back', async () => {
    const eve = await server.atTheDoor(room.links.join);
    await acts(eve, { type: 'join', name: 'Eve' });
    await knockOf('Eve');
    await acts(joel, { type: 'endSession' });
    expect(await eve.sentAway()).toBe('ended');
    await expect(server.page(room.links.join, eve.device)).rejects.toThrow('ended');
  });
});

describe('a wall', () => {
  test('with the console’s own link shows the room at once', async () => {
    const wall = await server.page(room.links.wall);
    expect(wall.state.name).toBe('Year 9 team');
  });

  test('with the code alone shows two numbers, the same as on the console, until it is let in', async () => {
    const wall = await server.atTheDoor(room.links.join.replace('/room/', '/wall/'));
    const knock = await knockOf(null);
    expect(wall.atTheDoor?.check).toEqual(joel.replica.sealed.knock[knock]?.check);
    expect(wall.atTheDoor?.check).toHaveLength(2);
    await acts(joel, { type: 'admit', knock: null, as: null });
    wall.socket.disconnect().connect();
    await wall.waits('knocked');
    expect(toldOfTheRoom(wall)).toEqual([]);

    await acts(joel, { type: 'admit', knock, as: null });
    await wall.told();
    wall.socket.disconnect().connect();
    await wall.until(({ seat }) => seat.power === 'wall' && seat.person === null);
  });
});

describe('a locked room', () => {
  test('lets nobody new in, by any link but the console’s, and everybody back', async () => {
    const amina = await comesIn('Amina');
    await acts(joel, { type: 'setEntry', entry: { waiting: true, locked: true } });
    const eve = server.page(room.links.join);
    await expect(eve).rejects.toThrow('locked');
    await expect(server.page(room.links.join.replace('/room/', '/wall/'))).rejects.toThrow('locked');
    amina.socket.disconnect().connect();
    const before = amina.heard.length;
    await amina.until(() => amina.heard.length > before);
    expect((await server.page(room.links.console)).state.entry.locked).toBe(true);
    expect((await server.page(room.links.wall)).state.entry.locked).toBe(true);
  });
});

describe('somebody who is removed', () => {
  test('is out on every tab at once, hears nothing more, and stays out', async () => {
    const eve = await comesIn('Eve');
    const tabs = [
      eve,
      await server.page(room.links.join, eve.device),
      await server.page(room.links.join, eve.device),
    ];
    const { code, door } = joel.state;
    await acts(joel, { type: 'remove', person: eve.person });
    expect(await Promise.all(tabs.map((tab) => tab.sentAway()))).toEqual(['removed', 'removed', 'removed']);
    await joel.until(({ confirmed }) => confirmed.code !== code);
    for (const tab of tabs) {
      expect(JSON.stringify(tab.heard)).not.toContain(joel.state.code);
      expect(JSON.stringify(tab.heard)).not.toContain(joel.state.door);
    }
    await expect(server.page(room.links.join, eve.device)).rejects.toThrow('removed');
    expect(joel.state.door).not.toBe(door);
    await expect(server.page(room.links.join)).rejects.toThrow('not-let-in');
    const link = room.links.join.replace(door, joel.state.door);
    await expect(server.page(link, eve.device)).rejects.toThrow('removed');
  });

  test('takes with them who stood at the old door without a name; those who knocked still wait', async () => {
    const eve = await comesIn('Eve');
    const nameless = await server.atTheDoor(room.links.join);
    const knocked = await server.atTheDoor(room.links.join);
    await acts(knocked, { type: 'join', name: 'Ben' });
    await knocked.waits('knocked');
    await acts(joel, { type: 'remove', person: eve.person });
    expect(await nameless.sentAway()).toBe('not-let-in');
    await acts(joel, { type: 'admit', knock: await knockOf('Ben'), as: null });
    await knocked.told();
  });

  test('is found by the old code no more', async () => {
    const eve = await comesIn('Eve');
    const byCode = (code: string) =>
      fetch(`${server.origin}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      });
    const old = joel.state.code;
    expect((await byCode(old)).status).toBe(200);
    await acts(joel, { type: 'remove', person: eve.person });
    await joel.until(({ confirmed }) => confirmed.code !== old);
    expect((await byCode(old)).status).toBe(404);
    expect(await (await byCode(joel.state.code)).json()).toEqual({ room: room.room, door: joel.state.door });
  });
});
