import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { StoreUnavailable } from '#server/store/eventStore.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { delegate } from '../support/delegate.ts';
import { Page } from '../support/page.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
let room: OpenedRoom;
let joel: Page;
/** Whether the store answers whom a secret belongs to. */
let away = false;
let asked = 0;
beforeAll(async () => {
  const store = new MemoryStore(storeClock());
  const grant = (secretHash: string) => {
    if (!away) return store.grant(secretHash);
    asked += 1;
    return Promise.reject(new StoreUnavailable('away'));
  };
  server = await TestServer.over({ ...delegate(store), grant }, { TRUST_PROXY: '1' });
});
afterAll(() => server.stop());
beforeEach(async () => {
  away = false;
  asked = 0;
  room = await server.openRoom({ waiting: true });
  joel = await server.page(room.links.console);
  await acts(joel, { type: 'join', name: 'Joel' });
});
const pages: Page[] = [];
afterEach(() => pages.splice(0).forEach((page) => page.close()));

async function acts(page: Page, command: PersonCommand): Promise<void> {
  const answer = await page.send(command);
  if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}

function from(address: string, link: string, device?: string): Page {
  const page = new Page(server.origin, link, device, address);
  pages.push(page);
  return page;
}
const wallOf = (link: string) => link.replace('/room/', '/wall/');
const byNewDoor = () => `/room/${room.room}#${joel.state.door}`;
const knocks = () => Object.values(joel.replica.sealed.knock);

async function stands(address: string, link = room.links.join, device?: string): Promise<Page> {
  const page = from(address, link, device);
  await page.waits('unnamed');
  return page;
}

describe('one source', () => {
  test('knocks as often as a large room has people, and keeps nobody else from the door', async () => {
    const crowd = await Promise.all(Array.from({ length: 65 }, () => stands('192.0.2.1')));
    for (const page of crowd.slice(0, 64)) await acts(page, { type: 'join', name: 'Zed' });
    expect(await crowd[64]!.send({ type: 'join', name: 'Zed' })).toEqual({
      ok: false,
      trouble: 'too-many-knocks',
    });
    expect(await from('192.0.2.1', wallOf(room.links.join)).sentAway()).toBe('too-many-tries');

    const amina = await stands('192.0.2.2');
    await acts(amina, { type: 'join', name: 'Amina' });
    await joel.until(() => knocks().some(({ name }) => name === 'Amina'));
    expect(knocks()).toHaveLength(65);

    await acts(joel, { type: 'changeCode' });
    await joel.until(() => knocks().length === 0);
    const late = await stands('192.0.2.1', byNewDoor());
    await acts(late, { type: 'join', name: 'Late' });
    await late.waits('knocked');
  });
});

describe('a door that remembers as many as it can', () => {
  /** From an address of their own; what they have asked for stands when they are gone. */
  async function wallsKnock(address: string, many: number): Promise<void> {
    const walls = Array.from({ length: many }, () => from(address, wallOf(room.links.join)));
    for (const wall of walls) {
      await wall.waits('knocked');
      wall.close();
    }
  }

  test('forgets who was turned away, and a wall that stands there does not knock again by itself', async () => {
    for (const addresses of [
      ['198.51.100.1', '198.51.100.2'],
      ['198.51.100.3', '198.51.100.4'],
    ]) {
      await Promise.all(addresses.map((address) => wallsKnock(address, 60)));
      for (const waiting of [false, true])
        await acts(joel, { type: 'setEntry', entry: { waiting, locked: false } });
    }
    const wall = from('198.51.100.5', wallOf(room.links.join));
    await wall.waits('knocked');
    const waits = ([, { state }]: [string, { state: string }]) => state === 'waiting';
    const atTheDoor = () => Object.entries(joel.replica.sealed.knock).filter(waits);
    await joel.until(() => atTheDoor().length === 1);
    await acts(joel, { type: 'turnAway', knock: atTheDoor()[0]![0] });
    await wall.waits('turnedAway');
    await wallsKnock('198.51.100.5', 15);
    await joel.until(() => knocks().length === 256);

    const eve = await stands('198.51.100.6');
    await acts(eve, { type: 'join', name: 'Eve' });
    expect(await wall.sentAway()).toBe('not-let-in');
    await joel.until(() => knocks().some(({ name }) => name === 'Eve'));
    expect(knocks().filter(({ state }) => state === 'turnedAway')).toEqual([]);
  });
});

describe('another code', () => {
  test('sends away who was not let in, and the same devices knock anew with the new one', async () => {
    const turned = await stands('192.0.2.3');
    const waits = await stands('192.0.2.3');
    const wall = from('192.0.2.3', wallOf(room.links.join));
    await wall.waits('knocked');
    await acts(turned, { type: 'join', name: 'Zed' });
    await joel.until(() => knocks().length === 2);
    const [zed] = Object.entries(joel.replica.sealed.knock).find(([, { name }]) => name === 'Zed')!;
    await acts(joel, { type: 'turnAway', knock: zed });
    await acts(waits, { type: 'join', name: 'Amina' });
    await joel.until(() => knocks().length === 3);

    const { code, door } = joel.state;
    await acts(joel, { type: 'changeCode' });
    for (const page of [turned, waits, wall]) {
      expect(await page.sentAway()).toBe('not-let-in');
      expect(JSON.stringify(page.heard)).not.toContain(joel.state.door);
    }
    await joel.until(({ confirmed }) => confirmed.code !== code && confirmed.door !== door);
    const again = await stands('192.0.2.3', byNewDoor(), waits.device);
    await acts(again, { type: 'join', name: 'Amina' });
    const wallAgain = from('192.0.2.3', wallOf(byNewDoor()), wall.device);
    await wallAgain.waits('knocked');
    await joel.until(() => knocks().length === 2);
    await acts(joel, { type: 'admit', knock: null, as: null });
    await again.told();
  });

  test('leaves who is in where they are: people, walls that were let in, and personal links', async () => {
    const wall = from('192.0.2.4', wallOf(room.links.join));
    await wall.waits('knocked');
    await joel.until(() => knocks().length === 1);
    await acts(joel, { type: 'admit', knock: Object.keys(joel.replica.sealed.knock)[0]!, as: null });
    await wall.told();
    await acts(joel, { type: 'changeCode' });
    await wall.until(({ confirmed }) => confirmed.code !== room.code);
    wall.socket.disconnect().connect();
    await acts(joel, { type: 'rename', name: 'Joël' });
    await wall.until(({ confirmed }) => confirmed.people[0]?.name === 'Joël');
  });
});

test('a wall let in by mistake is sent out, and its admission leads it nowhere any more', async () => {
  const wall = from('192.0.2.5', wallOf(room.links.join));
  const other = from('192.0.2.5', wallOf(room.links.join));
  await Promise.all([wall.waits('knocked'), other.waits('knocked')]);
  await joel.until(() => knocks().length === 2);
  const [key] = Object.entries(joel.replica.sealed.knock).find(
    ([, { check }]) => String(check) === String(wall.atTheDoor?.check),
  )!;
  for (const knock of Object.keys(joel.replica.sealed.knock))
    await acts(joel, { type: 'admit', knock, as: null });
  await Promise.all([wall.told(), other.told()]);
  await acts(joel, { type: 'turnAway', knock: key });
  expect(await wall.sentAway()).toBe('removed');
  await acts(joel, { type: 'rename', name: 'Joël' });
  await other.until(({ confirmed }) => confirmed.people[0]?.name === 'Joël');
  expect(JSON.stringify(wall.heard)).not.toContain('Joël');

  const again = from('192.0.2.5', wallOf(room.links.join), wall.device);
  await again.waits('turnedAway');
  expect(JSON.stringify(again.heard)).not.toContain('snapshot');
  await acts(joel, { type: 'admit', knock: key, as: null });
  await again.told();
});

test('who was let in while the store could not say whose device it is comes in once it can', async () => {
  const eve = await stands('192.0.2.6');
  await acts(eve, { type: 'join', name: 'Eve' });
  await joel.until(() => knocks().length === 1);
  away = true;
  await acts(joel, { type: 'admit', knock: null, as: null });
  await joel.until(({ confirmed }) => confirmed.people.length === 2);
  expect(asked, 'the store was asked, and did not answer').toBeGreaterThan(0);
  expect(eve.ended).toBeNull();
  away = false;
  await eve.told();
  expect(eve.state.people.map(({ name }) => name)).toEqual(['Joel', 'Eve']);
});
