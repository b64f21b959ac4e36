import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import { describeWithRedis, RedisServer } from '../support/redisServer.ts';
import { newSecret } from '#server/secrets.ts';
import { Page } from '../support/page.ts';
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
    one = await TestServer.over(await nodes.open());
    two = await TestServer.over(await nodes.open());
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
});
