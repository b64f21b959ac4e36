import { readFileSync, readdirSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());

const folder = join(import.meta.dirname, '../../client/dist/assets');
const assets = readdirSync(folder);
const named = (ending: string) => assets.find((name) => name.endsWith(ending))!;

/** As it comes over the line: `fetch` would unpack it. */
const get = (name: string, accepts?: string) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const headers = accepts === undefined ? {} : { 'accept-encoding': accepts };
    request(`${server.origin}/assets/${name}`, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

test.each([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
])('a %s file comes packed to a browser that takes it so', async (ending, type) => {
  const name = named(ending);
  const plain = readFileSync(join(folder, name));
  const { headers, body } = await get(name, 'gzip, deflate, br');
  expect(headers['content-encoding']).toBe('gzip');
  expect(headers['content-type']).toBe(type);
  expect(headers['cache-control']).toContain('immutable');
  expect(headers.vary).toMatch(/accept-encoding/i);
  expect(gunzipSync(body).equals(plain)).toBe(true);
});

test.each([undefined, 'identity', 'br', 'gzip;q=0'])('and as it is to one that says %s', async (accepts) => {
  const { headers, body } = await get(named('.js'), accepts);
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers.vary).toMatch(/accept-encoding/i);
  expect(body.equals(readFileSync(join(folder, named('.js'))))).toBe(true);
});

test('a font is packed already', async () => {
  const { headers } = await get(named('.woff2'), 'gzip');
  expect(headers['content-encoding']).toBeUndefined();
});

test('what is not there is not there, packed or not', async () => {
  expect((await get('nothing.js', 'gzip')).status).toBe(404);
});
