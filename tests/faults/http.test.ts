import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());

const post = (path: string, body: string, type = 'application/json') =>
  fetch(server.origin + path, { method: 'POST', headers: { 'content-type': type }, body });

/** As it stands: `fetch` would tidy the path up before asking. */
const get = (path: string): Promise<{ status: number; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });

describe('POST /api/rooms', () => {
  const lengths = [5, 4, 14, 8, 14, 0, 9, 6];
  test.each<[field: string, body: unknown]>([
    ['minutes', {}],
    ['minutes', { minutes: null }],
    ['minutes', { minutes: '60' }],
    ['minutes', { minutes: 19 }],
    ['minutes', { minutes: 121 }],
    ['minutes', { minutes: 60.5 }],
    ['minutes', { minutes: -60 }],
    ['minutes', { minutes: [60] }],
    ['name', { minutes: 60, name: 7 }],
    ['name', { minutes: 60, name: null }],
    ['name', { minutes: 60, name: 'x'.repeat(61) }],
    ['people', { minutes: 60, people: 1 }],
    ['people', { minutes: 60, people: 61 }],
    ['people', { minutes: 60, people: '6' }],
    ['lengths', { minutes: 60, lengths: 'all' }],
    ['lengths', { minutes: 60, lengths: [60] }],
    ['lengths', { minutes: 61, lengths }],
    ['lengths.0', { minutes: 60, lengths: ['5', ...lengths.slice(1)] }],
    ['lengths.2', { minutes: 60, lengths: [5, 4, -1, ...lengths.slice(3)] }],
    ['lengths.2', { minutes: 60, lengths: [5, 4, 5, 17, 14, 0, 9, 6] }],
    ['keptFor', { minutes: 60, keptFor: 1 }],
    ['__proto__', JSON.parse('{"minutes":60,"__proto__":{"minutes":60}}')],
    ['constructor', { minutes: 60, constructor: 1 }],
  ])('names %s in %j', async (field, body) => {
    const response = await post('/api/rooms', JSON.stringify(body));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ field, problem: expect.stringMatching(/\w/) as string });
  });

  test.each(['', '{', '{"minutes":60', '[', 'minutes=60', '"60"', '60', 'null', 'true', '\u0000'])(
    'answers 400 to a body of %j',
    async (body) => {
      expect((await post('/api/rooms', body)).status).toBe(400);
    },
  );

  test('answers 400 to a list, and to what does not say that it is JSON', async () => {
    expect((await post('/api/rooms', '[]')).status).toBe(400);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await post('/api/rooms', '{"minutes":60}', type)).status, type).toBe(400);
  });

  test('answers 413 to 17 kB, and repeats nothing of them', async () => {
    const response = await post('/api/rooms', JSON.stringify({ minutes: 60, name: 'quetzal'.repeat(2_500) }));
    expect(response.status).toBe(413);
    expect(await response.text()).not.toContain('quetzal');
  });

  test('answers 415 to letters and packings it does not know', async () => {
    const odd = (headers: Record<string, string>) =>
      fetch(`${server.origin}/api/rooms`, { method: 'POST', body: '{"minutes":60}', headers });
    const type = 'application/json';
    expect((await odd({ 'content-type': `${type}; charset=x` })).status).toBe(415);
    expect((await odd({ 'content-type': type, 'content-encoding': 'x' })).status).toBe(415);
    expect((await odd({ 'content-type': type, 'content-encoding': 'gzip' })).status).toBe(400);
  });

  test('a room is opened by POST alone', async () => {
    expect((await get('/api/rooms')).status).toBe(404);
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await fetch(`${server.origin}/api/rooms`, { method })).status, method).not.toBe(201);
    expect((await post('/api/rooms', '{"minutes":60}')).status).toBe(201);
  });

  test('one address opens at most sixty in an hour', async () => {
    const here = await TestServer.over(new MemoryStore(storeClock()), { TRUST_PROXY: '1' });
    const open = (address: string) =>
      fetch(`${here.origin}/api/rooms`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: '{"minutes":60}',
      }).then(({ status }) => status);
    const statuses = await Promise.all(Array.from({ length: 61 }, () => open('192.0.2.1')));
    expect(statuses.filter((status) => status === 201)).toHaveLength(60);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    // An address somebody only claims to have is not believed: the last one is the proxy's word.
    expect(await open('198.51.100.1, 192.0.2.1')).toBe(429);
    expect(await open('192.0.2.2')).toBe(201);
    await here.stop();
  });
});

test.each([
  undefined,
  null,
  7,
  '12345678',
  '1234567890',
  '12345678a',
  '123 456 789',
  '１２３４５６７８９',
  ['123456789'],
])('POST /api/join answers 400 to a code of %j', async (code) => {
  const response = await post('/api/join', JSON.stringify({ code }));
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ field: 'code' });
});

test.each([
  '/../package.json',
  '/assets/../../../package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/%2e%2e/package.json',
  '/..%5c..%5cpackage.json',
  '/assets/....//....//package.json',
  '/%00',
  '/assets/%00.js',
  '/%E0%A4%A',
  '//etc/passwd',
  '/.env',
  '/.git/config',
  '/data/fullturn.db',
  '/keys',
  '/server/src/main.ts',
  '/room',
  '/room/a/b',
  '/console/',
  '/socket.io/socket.io.js',
])('GET %s gives nothing away', async (path) => {
  const { status, body } = await get(path);
  expect([400, 403, 404]).toContain(status);
  expect(body).not.toMatch(/fullturn|root:|node_modules|at .*:\d+/i);
});

test('what is not there is answered alike everywhere', async () => {
  for (const path of ['/nothing', '/assets/nothing.js', '/api/nothing', '/api/rooms'])
    expect(await get(path)).toEqual({ status: 404, body: '{"problem":"not-found"}' });
});

test('/healthz says alive and /readyz says whether the store is there', async () => {
  const here = await TestServer.over(new MemoryStore(storeClock()));
  const ask = async (path: string): Promise<unknown[]> => {
    const got = await fetch(here.origin + path);
    const said: unknown = await got.json();
    return [got.status, said];
  };
  expect(await ask('/healthz')).toEqual([200, { alive: true }]);
  expect(await ask('/readyz')).toEqual([200, { ready: true }]);
  await here.store.close();
  expect(await ask('/healthz')).toEqual([200, { alive: true }]);
  expect(await ask('/readyz')).toEqual([503, { ready: false }]);
  const opening = await fetch(`${here.origin}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"minutes":60}',
  });
  expect([opening.status, await opening.json()]).toEqual([503, { problem: 'unavailable' }]);
  await here.stop();
});
