import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { newSecret } from '#server/secrets.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { protocolVersion, type Handshake } from '#shared/protocol/messages.ts';
import { rightWords, secretOf } from '../support/knock.ts';
import { TestServer } from '../support/testServer.ts';

/** A proxy that keeps what it sees of requests, as an access log would: their first line and headers. */
let server: TestServer;
let proxy: Server;
let origin: string;
let sent = '';
let room: OpenedRoom;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
  room = await server.openRoom();
  proxy = createServer((client) => {
    const upstream = connect(Number(new URL(server.origin).port), '127.0.0.1');
    client.on('data', (chunk: Buffer) => (sent += chunk.toString('latin1')));
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await server.stop();
  proxy.close();
});

const heads = () =>
  [...sent.matchAll(/(?:GET|POST) \/[^\r]* HTTP\/1\.1\r\n(?:[^\r]+\r\n)*/g)].map(([head]) => head);

const device = newSecret();
const pages = (): Handshake[] => [
  { ...rightWords(room), device },
  { protocol: protocolVersion, room: room.room, page: 'console', link: secretOf(room.links.console) },
  { protocol: protocolVersion, room: room.room, page: 'wall', link: secretOf(room.links.wall) },
];

test.each(['websocket', 'polling'])('by %s no secret stands in an address or a header', async (transport) => {
  sent = '';
  for (const auth of pages()) {
    const socket = io(origin, {
      auth: { ...auth },
      transports: [transport],
      extraHeaders: { origin },
      forceNew: true,
    });
    await new Promise((resolve, reject) => {
      socket.once('snapshot', resolve);
      socket.once('connect_error', reject);
    });
    socket.disconnect();
  }
  await fetch(`${origin}/api/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: room.code }),
  });
  const seen = heads();
  expect(seen.length).toBeGreaterThan(3);
  const secrets = [device, room.code, room.room, ...Object.values(room.links).map(secretOf)];
  for (const secret of secrets) expect(seen.join('')).not.toContain(secret);
  expect(seen.join('')).not.toMatch(/^(referer|cookie|authorization):/im);
});

test('a secret in the query string opens nothing', async () => {
  const [participant] = pages();
  const socket = io(origin, {
    query: { ...participant },
    auth: {},
    transports: ['websocket'],
    extraHeaders: { origin, authorization: `Bearer ${secretOf(room.links.console)}` },
    forceNew: true,
    reconnection: false,
  });
  const why = await new Promise((resolve) =>
    socket.once('connect_error', (error: Error & { data?: { why?: string } }) => resolve(error.data?.why)),
  );
  expect(why).toBe('not-let-in');
});
