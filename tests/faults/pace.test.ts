import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { usualPaces, type Paces } from '#server/sockets/paces.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { rightWords } from '../support/knock.ts';
import { RawSocket } from '../support/rawSocket.ts';
import { TestServer } from '../support/testServer.ts';

/** A busy machine takes seconds for what is asked at once here: nothing comes back meanwhile (server/src/sockets/pace.test.ts). */
const { commands, messages } = usualPaces;
const paces: Paces = {
  commands: { ...commands, perSecond: 0 },
  messages: { ...messages, perSecond: 0 },
};

let server: TestServer;
let room: OpenedRoom;
beforeEach(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()), {}, paces);
  room = await server.openRoom();
});
afterEach(() => server.stop());

const toggles = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ type: 'sayReady', ready: i % 2 === 0 }) as const);

test('forty commands at once pass, the next is too fast, and nobody else is slower for it', async () => {
  const [hasty, calm] = [await server.page(room.links.join), await server.page(room.links.join)];
  await calm.send({ type: 'join', name: 'Ben' });
  // Joining is the first of the forty.
  const joining = hasty.send({ type: 'join', name: 'Amina' });
  const answers = await Promise.all([joining, ...toggles(40).map((command) => hasty.send(command))]);

  expect(answers.slice(0, 40).filter(({ ok }) => !ok)).toEqual([]);
  expect(answers[40]).toEqual({ ok: false, trouble: 'too-fast' });
  expect(await calm.send({ type: 'sayReady', ready: true })).toMatchObject({ ok: true });
  expect(await hasty.send({ type: 'sayReady', ready: true }).then((again) => 'trouble' in again)).toBe(true);
});

test('what was too fast did nothing and may be asked again under its id', async () => {
  const page = await server.page(room.links.join);
  await page.send({ type: 'join', name: 'Amina' });
  const answers = await Promise.all(toggles(60).map((command, i) => page.send(command, `command-${i}`)));
  const acted = answers.filter(({ ok }) => ok).length;
  const other = await server.page(room.links.join, page.device);
  expect(other.replica.version).toBe(2 + acted);
  expect(await other.send({ type: 'sayReady', ready: acted % 2 === 0 }, 'command-59')).toMatchObject({
    ok: true,
    version: 2 + acted + 1,
  });
});

test.each([
  ['malformed commands', (i: number) => `42${i}["command",{}]`],
  ['questions for the time', (i: number) => `42${i}["time"]`],
  ['events nobody knows', () => '42["nothing",1]'],
  ['further doors', () => '40/other,'],
  ['packets of the engine', () => '3'],
])('a flood of %s is cut, and the room goes on', async (_name, packet) => {
  const calm = await server.page(room.links.join);
  const flooder = await RawSocket.ofOurs(server.origin).then((socket) => socket.enter(rightWords(room)));
  for (let i = 0; i < 1000; i++) flooder.send(packet(i));
  await flooder.hungUp();
  expect(await calm.send({ type: 'join', name: 'Amina' })).toMatchObject({ ok: true });
});

test('asking for the room again and again is bounded like commands are', async () => {
  const page = await RawSocket.ofOurs(server.origin).then((socket) => socket.enter(rightWords(room)));
  // Each one is read before the next is asked for.
  for (let i = 0; i < 100; i++) {
    page.send('42["resync"]');
    page.send(`42${i}["time"]`);
    await page.until((heard) => heard.some((text) => text.startsWith(`43${i}[`)));
  }
  const snapshots = page.heard.filter((text) => text.startsWith('42["snapshot"'));
  expect(snapshots, 'the first on entering, and forty at once').toHaveLength(41);
  page.close();
});
