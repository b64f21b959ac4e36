import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { Gate, gatedStore } from '../support/gatedStore.ts';
import { Page } from '../support/page.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
let room: OpenedRoom;
let joel: Page;
const gate = new Gate();
beforeAll(async () => {
  server = await TestServer.over(gatedStore(new MemoryStore(storeClock()), gate));
});
afterAll(() => server.stop());
beforeEach(async () => {
  room = await server.openRoom({ waiting: true });
  joel = await server.page(room.links.console);
  await acts(joel, { type: 'join', name: 'Joel' });
});

async function acts(page: Page, command: PersonCommand): Promise<void> {
  const answer = await page.send(command);
  if (!answer.ok) throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}

const wallsAtTheDoor = () =>
  Object.values(joel.replica.sealed.knock).filter(({ name }) => name === null).length;

test('a wall that comes while somebody else’s knock is written knocks once', async () => {
  const eve = await server.atTheDoor(room.links.join);
  gate.close();
  const joined = eve.send({ type: 'join', name: 'Eve' });
  const wall = new Page(server.origin, room.links.join.replace('/room/', '/wall/'));
  await new Promise<void>((connected) => wall.socket.once('connect', connected));
  gate.open();
  await joined;
  await wall.waits('knocked');
  // A person's knock is written after whatever the wall has asked for meanwhile.
  const ben = await server.atTheDoor(room.links.join);
  await acts(ben, { type: 'join', name: 'Ben' });
  await joel.until(({ sealed }) => Object.values(sealed.knock).some(({ name }) => name === 'Ben'));
  expect(wallsAtTheDoor()).toBe(1);
  wall.close();
});

test('who waits is told nothing of others who come and are let in', async () => {
  const eve = await server.atTheDoor(room.links.join);
  const before = eve.heard.length;
  const ben = await server.atTheDoor(room.links.join);
  await acts(ben, { type: 'join', name: 'Ben' });
  await acts(joel, { type: 'admit', knock: null, as: null });
  await ben.told();
  await eve.socket.timeout(5_000).emitWithAck('time');
  expect(eve.heard.slice(before)).toEqual([]);
});

test('somebody whose device also opens the wall by the code stays who they are', async () => {
  const amina = await server.atTheDoor(room.links.join);
  await acts(amina, { type: 'join', name: 'Amina' });
  await acts(joel, { type: 'admit', knock: null, as: null });
  await amina.told();
  const wall = new Page(server.origin, room.links.join.replace('/room/', '/wall/'), amina.device);
  expect(await wall.sentAway()).toBe('not-let-in');
  const again = await server.page(room.links.join, amina.device);
  expect(again.person).toBe(amina.person);
});
