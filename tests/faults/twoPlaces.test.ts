import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
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

/** Everything a page was told but its own state at the door. */
const toldOfTheRoom = ({ heard }: Page) => heard.filter((message) => (message as [string])[0] !== 'waiting');

test('a device that stands at one door, and joins another room by the same secret, is told nothing here', async () => {
  const own = await server.openRoom({ waiting: false });
  const eve = await server.atTheDoor(room.links.join);
  const there = await server.page(own.links.join, eve.device);
  await acts(there, { type: 'join', name: 'Eve' });
  // What is sent after this answer would come after what the join brought.
  await eve.socket.timeout(5000).emitWithAck('time');
  expect(toldOfTheRoom(eve)).toEqual([]);
});
