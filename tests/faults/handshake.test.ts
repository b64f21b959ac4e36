import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { newId, newSecret } from '#server/secrets.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { protocolVersion, type Handshake } from '#shared/protocol/messages.ts';
import { knock, rightWords, secretOf } from '../support/knock.ts';
import { TestServer } from '../support/testServer.ts';

describe('a handshake', () => {
  let server: TestServer;
  let room: OpenedRoom;
  let other: OpenedRoom;
  let right: Handshake;
  beforeEach(async () => {
    server = await TestServer.over(new MemoryStore(storeClock()));
    [room, other] = await Promise.all([server.openRoom(), server.openRoom()]);
    right = rightWords(room);
    return () => server.stop();
  });
  const saying = (changes: object) => knock(server.origin, { ...right, ...changes });
  const without = (key: keyof Handshake) => {
    const { [key]: _left, ...rest } = right;
    return knock(server.origin, rest);
  };

  test('with the right link lets each page in', async () => {
    expect(await saying({})).toBeNull();
    expect(await saying({ page: 'wall', link: secretOf(room.links.wall) })).toBeNull();
    expect(await saying({ page: 'console', link: secretOf(room.links.console) })).toBeNull();
  });

  test.each([0, protocolVersion + 1, -1, 1.5, 1e300])('of protocol %d is too old', async (protocol) => {
    expect(await saying({ protocol })).toBe('page-too-old');
    expect(await saying({ protocol, link: null, newField: {} })).toBe('page-too-old');
  });

  test.each(['1', null, true, [1], Number.NaN])('with %j for a protocol is refused', async (protocol) => {
    expect(await saying({ protocol })).toBe('not-let-in');
  });

  test('with a field too many or too few is refused', async () => {
    expect(await saying({ power: 'facilitator' })).toBe('not-let-in');
    expect(await saying({ person: 'somebody' })).toBe('not-let-in');
    expect(await saying(JSON.parse('{"__proto__":{"power":"facilitator"}}') as object)).toBe('not-let-in');
    expect(await saying({ constructor: 1 })).toBe('not-let-in');
    for (const key of ['protocol', 'room', 'page', 'link', 'device'] as const)
      expect(await without(key), key).toBe('not-let-in');
  });

  test.each([
    '',
    'short',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'a'.repeat(65),
    'ro om-with-space',
  ])('for a room called %j is refused', async (odd) => {
    expect(await saying({ room: odd })).toMatch(/^(not-let-in|no-such-room)$/);
  });

  test('for a room id of another type is refused', async () => {
    for (const odd of [null, 7, {}, [room.room], { toString: room.room }])
      expect(await saying({ room: odd })).toBe('not-let-in');
  });

  test('with a wrong link is refused, and says no more than that', async () => {
    for (const link of ['', 'x', newSecret(), secretOf(other.links.join), 'x'.repeat(64), 'x'.repeat(65)])
      expect(await saying({ link })).toBe('not-let-in');
    expect(await saying({ page: 'console', link: newSecret() })).toBe('not-let-in');
    expect(await saying({ page: 'wall', link: newSecret() })).toBe('not-let-in');
  });

  test('for an unknown room is told so: an id is 96 random bits, so nobody learns of a room by asking', async () => {
    expect(await saying({ room: newId() })).toBe('no-such-room');
    expect(await saying({ room: newId(), page: 'console', link: secretOf(room.links.console) })).toBe(
      'no-such-room',
    );
  });

  test('with one power’s secret does not get another power', async () => {
    const facilitator = secretOf(room.links.console);
    expect(await saying({ page: 'wall', link: facilitator })).toBe('not-let-in');
    expect(await saying({ link: facilitator })).toBe('not-let-in');
    expect(await saying({ device: facilitator })).toBe('not-let-in');
    expect(await saying({ page: 'console', link: secretOf(room.links.join) })).toBe('not-let-in');
  });

  test('with what opens one room does not open another', async () => {
    expect(await saying({ room: other.room })).toBe('not-let-in');
    expect(await saying({ room: other.room, page: 'console', link: secretOf(room.links.console) })).toBe(
      'not-let-in',
    );
    const page = await server.page(room.links.join, right.device);
    await page.send({ type: 'join', name: 'Amina' });
    expect(await saying({ link: newSecret() })).toBeNull();
    expect(await saying({ room: other.room, link: secretOf(other.links.join) })).toBe('not-let-in');
  });

  test('from a device with too short a secret is refused', async () => {
    for (const device of ['', 'x'.repeat(21), 'x'.repeat(65), null, 7])
      expect(await saying({ device })).toBe('not-let-in');
  });
});

describe('tries from one address', () => {
  let server: TestServer;
  let room: OpenedRoom;
  beforeAll(async () => {
    server = await TestServer.over(new MemoryStore(storeClock()), { TRUST_PROXY: '1' });
    room = await server.openRoom();
  });
  afterAll(() => server.stop());
  const from = (address: string) => ({
    wrong: () =>
      knock(server.origin, { ...rightWords(room), link: newSecret() }, { 'x-forwarded-for': address }),
    right: () => knock(server.origin, rightWords(room), { 'x-forwarded-for': address }),
    type: (code: string) =>
      fetch(`${server.origin}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ code }),
      }).then(({ status }) => status),
  });
  const times = <T>(count: number, act: () => Promise<T>) => Promise.all(Array.from({ length: count }, act));
  const wrongCode = () => (room.code === '000000000' ? '000000001' : '000000000');

  test('a school behind one address gets in: 100 right links after 19 wrong ones', async () => {
    const school = from('192.0.2.1');
    expect(new Set(await times(19, school.wrong))).toEqual(new Set(['not-let-in']));
    expect(new Set(await times(100, school.right))).toEqual(new Set([null]));
  });

  test('too many wrong links are told so, and still shut nobody out who has the right one', async () => {
    const school = from('192.0.2.2');
    for (let tries = 0; tries < 20; tries++) expect(await school.wrong()).toBe('not-let-in');
    expect(await school.wrong()).toBe('too-many-tries');
    expect(await school.right()).toBeNull();
  });

  test('wrong links from everywhere shut nobody out either', async () => {
    for (let house = 0; house < 40; house++) await times(20, from(`198.51.100.${house}`).wrong);
    expect(await from('192.0.2.3').right()).toBeNull();
    expect(await from('192.0.2.3').type(room.code)).toBe(200);
  });

  test('a code may be mistyped twenty times a minute; then no code is looked up, the right one neither', async () => {
    const school = from('192.0.2.4');
    for (let tries = 0; tries < 19; tries++) expect(await school.type(wrongCode())).toBe(404);
    expect(new Set(await times(100, () => school.type(room.code)))).toEqual(new Set([200]));
    expect(await school.type(wrongCode())).toBe(404);
    expect(await school.type(wrongCode())).toBe(429);
    expect(await school.type(room.code)).toBe(429);
    expect(await school.right()).toBeNull();
    expect(await from('192.0.2.5').type(room.code)).toBe(200);
  });

  test('codes tried all at once are worth no more than one after the other', async () => {
    const guesser = from('192.0.2.6');
    const guesses = 200;
    const { promise: allAsked, resolve } = Promise.withResolvers<void>();
    const look = server.store.roomByCode.bind(server.store);
    let asked = 0;
    const spy = vi.spyOn(server.store, 'roomByCode').mockImplementation(async (code) => {
      if (++asked === guesses) resolve();
      await allAsked;
      return look(code);
    });
    const wrong = times(guesses - 1, () => guesser.type(wrongCode()));
    const [statuses, right] = await Promise.all([wrong, guesser.type(room.code)]);
    spy.mockRestore();
    expect(statuses.filter((status) => status === 404)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(guesses - 21);
    expect(right).toBe(429);
  });

  test('one connection’s many IPv6 addresses count as one', async () => {
    for (let host = 1; host <= 20; host++)
      expect(await from(`2001:db8:0:7::${host.toString(16)}`).type(wrongCode())).toBe(404);
    expect(await from('2001:db8:0:7:ffff::1').type(room.code)).toBe(429);
    expect(await from('2001:db8:0:8::1').type(room.code)).toBe(200);
  });
});
