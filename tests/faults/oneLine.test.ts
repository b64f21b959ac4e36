import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { StoreUnavailable } from '#server/store/eventStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { rightWords } from '../support/knock.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());

test('fifty handshakes in one breath on one line make one page, told everything once', async () => {
  const room = await server.openRoom();
  const url = `${server.origin}/socket.io/?EIO=4&transport=polling`;
  const ask = (sid = '', body?: string) =>
    fetch(url + sid, body === undefined ? {} : { method: 'POST', body }).then((answer) => answer.text());
  const { sid } = JSON.parse((await ask()).slice(1)) as { sid: string };
  const line = `&sid=${sid}`;
  await ask(
    line,
    Array<string>(50)
      .fill(`40${JSON.stringify(rightWords(room))}`)
      .join('\u001e'),
  );

  const heard: string[] = [];
  const until = async (text: string) => {
    while (!heard.some((packet) => packet.startsWith(text))) heard.push(...(await ask(line)).split('\u001e'));
  };
  await until('42["snapshot"');
  const other = await server.page(room.links.join);
  await other.send({ type: 'join', name: 'Amina' });
  await until('42["frame"');
  const count = (text: string) => heard.filter((packet) => packet.startsWith(text)).length;
  expect(count('42["snapshot"')).toBe(1);
  expect(count('42["frame"')).toBe(1);
});

test('a page that the store could not let in is let in when it asks again', async () => {
  const room = await server.openRoom();
  vi.spyOn(server.store, 'grant').mockRejectedValueOnce(new StoreUnavailable('away'));
  const auth = { ...rightWords(room) };
  const socket = io(server.origin, {
    auth,
    transports: ['websocket'],
    extraHeaders: { origin: server.origin },
  });
  const refused = await new Promise<{ data?: unknown }>((resolve) => socket.once('connect_error', resolve));
  expect(refused.data).toEqual({ why: 'store-unavailable' });
  const told = new Promise((resolve) => socket.once('snapshot', resolve));
  socket.connect();
  expect(await told).toMatchObject({ seat: { power: 'participant' } });
  socket.disconnect();
});
