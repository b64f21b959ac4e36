import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sqliteFolders, type SqliteFolders } from '../contract/sqliteFolders.ts';
import { ChildServer } from '../support/childServer.ts';
import { rightWords } from '../support/knock.ts';
import { LivingRoom } from '../support/livingRoom.ts';

let folders: SqliteFolders;
let child: ChildServer;
let address: string;
beforeEach(async () => {
  folders = sqliteFolders();
  const { dataDir: DATA_DIR, keysDir: KEYS_DIR } = folders;
  child = new ChildServer({ HOST: '127.0.0.1', PORT: '0', DATA_DIR, KEYS_DIR });
  address = await child.address();
});
afterEach(async () => {
  await child.kill('SIGKILL');
  await folders.dispose();
});

/** What a page without a session is answered that wants to connect by WebSocket. */
async function upgradeStatus(): Promise<number> {
  const asked = request(`${address}/socket.io/?EIO=4&transport=websocket`, {
    headers: {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      origin: address,
    },
  });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode!;
}

test('a process that stops tells each page another moment to come back, and does what it is asked until then', async () => {
  const room = await LivingRoom.open(address);
  const names = Array.from({ length: 12 }, (_, index) => `Person ${index}`);
  await room.joins(...names);
  const polling = io(address, {
    auth: { ...rightWords(room.room) },
    transports: ['polling'],
    forceNew: true,
  });
  await new Promise((resolve) => polling.once('snapshot', resolve));
  const sockets = [...room.pages.map(([, page]) => page.socket), polling];
  const told = Promise.all(
    sockets.map((socket) => new Promise<{ inMs: number }>((resolve) => void socket.once('leaving', resolve))),
  );
  const ended = child.kill('SIGTERM');
  const moments = (await told).map(({ inMs }) => inMs);
  for (const inMs of moments) expect(inMs).toBeLessThan(1_000);
  expect(new Set(moments).size, 'spread out').toBeGreaterThan(6);

  await room.does(names[0]!, { type: 'sayReady', ready: true }, 'while-leaving');
  expect((await fetch(`${address}/readyz`)).status).toBe(503);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  expect((await fetch(`${address}/socket.io/?EIO=4&transport=polling`)).status).toBe(503);
  expect(await upgradeStatus()).toBe(503);

  room.close();
  polling.disconnect();
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  const store = await folders.open();
  expect(await store.receipt(room.room.room, 'while-leaving')).not.toBeNull();
});
