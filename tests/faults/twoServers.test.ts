import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OpenedRoom } from '#server/rooms/openRoom.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import { describeWithRedis, RedisServer } from '../support/redisServer.ts';
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

  it('send everybody away when one of them forgets', async () => {
    const amina = await two.page(room.links.join);
    await one.store.forget(room.room);
    expect(await amina.sentAway()).toBe('forgotten');
  });
});
