import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { TestServer } from '../support/testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.over(new MemoryStore(storeClock()));
});
afterAll(() => server.stop());

const assets = readdirSync(join(import.meta.dirname, '../../client/dist/assets'));
const asset = (kind: string) => `/assets/${assets.find((name) => name.endsWith(kind))}`;

test.each([
  ['the first page', '/', 200],
  ['a participant’s page', '/room/some-room', 200],
  ['a console', '/console/some-room', 200],
  ['a wall', '/wall/some-room', 200],
  ['a script', asset('.js'), 200],
  ['a style sheet', asset('.css'), 200],
  ['what is not there', '/nothing', 404],
  ['an asset that is not there', '/assets/nothing.js', 404],
  ['the interface', '/api/rooms', 404],
  ['health', '/healthz', 200],
])('%s comes with every lock shut', async (_name, path, status) => {
  const { headers, status: answered } = await fetch(server.origin + path);
  expect(answered).toBe(status);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('set-cookie')).toBeNull();

  const policy = new Map(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ');
      return [name, sources.join(' ')] as const;
    }),
  );
  expect(policy.get('default-src')).toBe("'none'");
  expect(policy.get('script-src')).toBe("'self'");
  expect(policy.get('style-src')).toBe("'self'");
  expect(policy.get('connect-src')).toBe("'self'");
  expect(policy.get('frame-ancestors')).toBe("'none'");
  expect(policy.get('base-uri')).toBe("'none'");
  expect(policy.get('form-action')).toBe("'self'");
  expect(headers.get('content-security-policy')).not.toMatch(/unsafe-|https?:|\*/);
  // A laptop that serves its local network over plain HTTP must not be made to ask itself for HTTPS.
  expect(policy.has('upgrade-insecure-requests')).toBe(false);
});

test.each(['/', '/room/some-room', '/console/some-room', '/wall/some-room', '/api/rooms'])(
  '%s is kept in no cache',
  async (path) => {
    expect((await fetch(server.origin + path)).headers.get('cache-control')).toBe('no-store');
  },
);

test('a page has nothing in line that the policy would have to allow', async () => {
  const page = await fetch(server.origin).then((response) => response.text());
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/);
  expect(page).not.toMatch(/(?:src|href)="(?!\/)/);
});

test('what travels by polling is neither kept nor guessed at', async () => {
  const { headers } = await fetch(`${server.origin}/socket.io/?EIO=4&transport=polling`);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('set-cookie')).toBeNull();
});
