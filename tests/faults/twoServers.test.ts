import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import { newSecret } from '#server/secrets.ts';
import { describeWithRedis } from '#tests/support/describeWithRedis.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { Page } from '../support/page.ts';
import { smallSession } from '../support/session.ts';
import { someJpeg } from '../support/someJpeg.ts';
import { TestServer } from '../support/testServer.ts';

describeWithRedis('two servers on one Redis', () => {
  let redis: RedisServer;
  let nodes: RedisNodes;
  let one: TestServer;
  let two: TestServer;
  let room: OpenedRoom;
  beforeEach(async () => {
    redis = await RedisServer.start();
    nodes = redisNodes(redis);
    one = await TestServer.of(await nodes.openNode());
    two = await TestServer.of(await nodes.openNode());
    room = await one.openRoom();
  });
  afterEach(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await nodes.dispose();
    await redis.dispose();
  });

  it('find a room by its code on either', async () => {
    expect(await two.store.roomByCode(room.code)).toBe(room.room);
  });

  it('show people on one what people on the other do, what is sealed too', async () => {
    const joel = await one.page(room.links.console);
    await joel.send({ type: 'join', name: 'Joel' });
    const amina = await two.page(room.links.join);
    const answer = await amina.send({ type: 'join', name: 'Amina' });
    expect(answer.ok).toBe(true);
    await joel.until(({ confirmed }) => confirmed.people.some(({ name }) => name === 'Amina'));
    expect((await amina.send({ type: 'offer', roles: ['coachee'] })).ok).toBe(true);
    await joel.until(({ sealed }) => sealed.offer[amina.person]?.includes('coachee') === true);
    await amina.until(({ version }) => version >= joel.replica.version);
    expect(amina.state).toEqual(joel.state);
  });

  it('let one of two in who open a personal link on each of them at the same moment', async () => {
    const joel = await one.page(room.links.console);
    await joel.send({ type: 'join', name: 'Joel' });
    const secret = newSecret();
    await joel.send({ type: 'makeLink', name: '', secret });
    const link = `/room/${room.room}#${secret}`;
    const both = [new Page(one.origin, link), new Page(two.origin, link)];
    try {
      await Promise.all(both.map((page) => page.waits('invited')));
      for (const page of both) page.send({ type: 'join', name: 'Eve' }).catch(() => undefined);
      const away = await Promise.race(both.map((page) => page.sentAway().then(() => page)));
      expect(away.ended).toBe('link-used');
      await both.find((page) => page !== away)!.told();
      await joel.until(({ confirmed }) => confirmed.people.length > 1);
      expect(joel.state.people.map(({ name }) => name)).toEqual(['Joel', 'Eve']);
    } finally {
      for (const page of both) page.close();
    }
  });

  it('send everybody away when one of them forgets', async () => {
    const amina = await two.page(room.links.join);
    await one.store.forget(room.room);
    expect(await amina.sentAway()).toBe('forgotten');
  });

  it('tell the pages of both who is connected to either', async () => {
    const joel = await one.page(room.links.console);
    await joel.send({ type: 'join', name: 'Joel' });
    const amina = await two.page(room.links.join);
    await amina.send({ type: 'join', name: 'Amina' });
    await two.page(room.links.wall);
    const everyone = { connected: [joel.person, amina.person].toSorted(), walls: 1 };
    await Promise.all([joel, amina].map((page) => page.untilPresent(everyone)));
    const ben = await two.page(room.links.join);
    await ben.untilPresent(everyone);
    amina.close();
    await joel.untilPresent({ connected: [joel.person], walls: 1 });
  });

  it('send somebody out on both, and keep a locked door shut on both', async () => {
    const joel = await one.page(room.links.console);
    await joel.send({ type: 'join', name: 'Joel' });
    const amina = await two.page(room.links.join);
    await amina.send({ type: 'join', name: 'Amina' });
    const { person } = amina;
    await joel.until(({ confirmed }) => confirmed.people.some(({ id }) => id === person));
    await joel.send({ type: 'setEntry', entry: { waiting: false, locked: true } });
    await amina.until(({ confirmed }) => confirmed.entry.locked);
    const stranger = new Page(two.origin, room.links.join);
    expect(await stranger.sentAway()).toBe('locked');
    await joel.send({ type: 'remove', person });
    expect(await amina.sentAway()).toBe('removed');
    const again = new Page(two.origin, room.links.join, amina.device);
    expect(await again.sentAway()).toBe('removed');
    expect(await two.store.roomByCode(room.code)).toBeNull();
  });

  it('FAC1 take power from a console without a name, once its link has one on the other', async () => {
    const nameless = await two.page(room.links.console);
    const joel = await one.page(room.links.console);
    await joel.send({ type: 'join', name: 'Joel' });
    await nameless.until(({ seat }) => seat.person !== null);
    expect(nameless.person).toBe(joel.person);
    const amina = await two.page(room.links.join);
    await amina.send({ type: 'join', name: 'Amina' });
    await joel.until(({ confirmed }) => confirmed.people.length === 2);
    await joel.send({ type: 'offerConsole', person: amina.person, stay: false });
    await amina.until(({ sealed }) => sealed.handover[amina.person] !== undefined);
    expect(await amina.send({ type: 'acceptConsole' })).toMatchObject({ ok: true });
    await nameless.until(({ confirmed }) =>
      confirmed.people.some(({ id, role }) => id === amina.person && role === 'facilitator'),
    );
    expect(await nameless.send({ type: 'start' })).toEqual({ ok: false, rejection: 'role/not-facilitator' });
  });

  it('PEO1 know one device on both as one person', async () => {
    const first = await one.page(room.links.join);
    const second = await two.page(room.links.join, first.device);
    await first.send({ type: 'join', name: 'Amina' });
    await second.until(({ seat }) => seat.person !== null);
    expect(second.person).toBe(first.person);
    expect(await second.send({ type: 'join', name: 'Amina' })).toMatchObject({
      ok: false,
      rejection: 'people/already-here',
    });
  });

  it('ART1 show the coachee’s picture on the walls of both, and keep it in no file of Redis', async () => {
    const { amina, joel, room: small } = await smallSession(one);
    const three = await TestServer.of(await nodes.openNode());
    const marked = 'DRAWN-BY-A-PUPIL';
    const wall = await two.page(small.links.wall);
    await joel.send({ type: 'next', run: joel.run });
    await amina.until(({ confirmed }) => confirmed.run?.phase === 'focus');
    const path = `/api/rooms/${small.room}/artifact`;
    const headers = { 'fullturn-device': amina.device };
    const shown = await fetch(one.origin + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'image/jpeg' },
      body: someJpeg({ scan: marked }),
    });
    expect(shown.status).toBe(204);
    const id = await wall.untilPicture(true);
    for (const { origin } of [one, two]) {
      const picture = await fetch(`${origin}${path}/${id}`);
      expect(new Uint8Array(await picture.arrayBuffer())).toEqual(someJpeg({ scan: marked }));
    }
    const later = await two.page(small.links.wall);
    expect(await later.untilPicture(true)).toBe(id);
    for (const words of [marked, id, Buffer.from(marked).toString('base64').slice(2, -2)])
      expect(nodes.scan('with keys').finds(words)).toBe(false);
    // Where no page of the room is, as when Amina's is about to come back there.
    expect((await fetch(three.origin + path, { method: 'DELETE', headers })).status).toBe(204);
    await Promise.all([wall, later, amina].map((page) => page.untilPicture(false)));
    for (const { origin } of [one, two]) expect((await fetch(`${origin}${path}/${id}`)).status).toBe(404);
    await three.stop();
  });

  it('count wrong codes together, under no address that could be read in Redis', async () => {
    const tries = async (server: TestServer): Promise<number> => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ code: '000000000' });
      return (await fetch(`${server.origin}/api/join`, { method: 'POST', headers, body })).status;
    };
    for (let tried = 0; tried < 20; tried += 1) expect(await tries(tried % 2 ? one : two)).toBe(404);
    expect([await tries(one), await tries(two)]).toEqual([429, 429]);
    expect(nodes.scan('with keys').finds('fullturn}:count:codes')).toBe(true);
    expect(nodes.scan('with keys').finds('127.0.0.1')).toBe(false);
  });
});
