import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { RawSocket } from '../support/rawSocket.ts';
import { TestServer } from '../support/testServer.ts';

/** What Engine.IO answers to an upgrade, and to polling. */
const refusedUpgrade = 400;
const refused = 403;

async function byWebSocket(origin: string, headers: Record<string, string>): Promise<number> {
  const opened = await RawSocket.open(origin, headers);
  if (typeof opened === 'number') return opened;
  opened.close();
  return 101;
}

const byPolling = (origin: string, headers: Record<string, string>): Promise<number> =>
  fetch(`${origin}/socket.io/?EIO=4&transport=polling`, { headers }).then(({ status }) => status);

/** Origins of somebody else, given ours. */
const foreign = (ours: string): [name: string, origin: string][] => {
  const { protocol, hostname, port, host } = new URL(ours);
  const rest = port ? `:${port}` : '';
  return [
    ['null', 'null'],
    ['nothing', ''],
    ['any', '*'],
    ['a host alone', host],
    ['http of another host', `http://other.example${rest}`],
    ['https of another host', `https://other.example${rest}`],
    ['a sub-domain', `${protocol}//sub.${host}`],
    ['the domain above', `${protocol}//${host.slice(host.indexOf('.') + 1)}`],
    ['ours as a prefix', `${protocol}//${hostname}.other.example${rest}`],
    ['ours as a suffix', `${protocol}//other${hostname}${rest}`],
    ['ours as a user name', `${protocol}//${hostname}@other.example${rest}`],
    ['another port', `${protocol}//${hostname}:1`],
    ['a port more', `${ours}0`],
    ['a trailing slash', `${ours}/`],
    ['a trailing dot', `${protocol}//${hostname}.${rest}`],
    ['capitals', ours.toUpperCase()],
    ['a space behind it', `${ours} ${ours}`],
    ['two', `${ours}, http://other.example`],
    ['another scheme', `file://${host}`],
    ['a letter that only looks alike', `${protocol}//${hostname.replace(/.$/, '%EF%BC%90')}${rest}`],
  ];
};

describe('without PUBLIC_URL, ours is the host that was asked', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.over(new MemoryStore(storeClock()));
  });
  afterAll(() => server.stop());

  test('our own pages pass, also behind a proxy that ends TLS', async () => {
    const { origin } = server;
    for (const ours of [origin, origin.replace('http:', 'https:')]) {
      expect(await byWebSocket(origin, { origin: ours })).toBe(101);
      expect(await byPolling(origin, { origin: ours })).toBe(200);
    }
  });

  test('no other origin passes', async () => {
    const { origin } = server;
    for (const [name, theirs] of foreign(origin)) {
      expect(await byWebSocket(origin, { origin: theirs }), name).toBe(refusedUpgrade);
      expect(await byPolling(origin, { origin: theirs }), name).toBe(refused);
    }
  });

  test('without an Origin only polling passes: a browser leaves it out there, for its own origin', async () => {
    expect(await byWebSocket(server.origin, {})).toBe(refusedUpgrade);
    expect(await byPolling(server.origin, {})).toBe(200);
  });
});

describe('with PUBLIC_URL, ours is that alone', () => {
  const ours = 'https://fullturn.example';
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.over(new MemoryStore(storeClock()), { PUBLIC_URL: `${ours}/` });
  });
  afterAll(() => server.stop());

  test('it passes', async () => {
    expect(await byWebSocket(server.origin, { origin: ours })).toBe(101);
    expect(await byPolling(server.origin, { origin: ours })).toBe(200);
  });

  test('no other passes, not the host that was asked either', async () => {
    const others: [string, string][] = [
      ...foreign(ours),
      ['the host that was asked', server.origin],
      ['http of ours', 'http://fullturn.example'],
      ['the usual port, written out', 'https://fullturn.example:443'],
    ];
    for (const [name, theirs] of others) {
      expect(await byWebSocket(server.origin, { origin: theirs }), name).toBe(refusedUpgrade);
      expect(await byPolling(server.origin, { origin: theirs }), name).toBe(refused);
    }
  });
});
