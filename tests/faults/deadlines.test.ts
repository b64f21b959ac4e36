import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openLog } from '#server/log.ts';
import { OtherNodes } from '#server/nodes/otherNodes.ts';
import type { HeldRoom } from '#server/rooms/heldRoom.ts';
import { openRoom } from '#server/rooms/openRoom.ts';
import { RoomHub } from '#server/rooms/roomHub.ts';
import { newId } from '#server/secrets.ts';
import { emptyHead, type EventStore } from '#server/store/eventStore.ts';
import type { PersonId } from '#shared/ids.ts';
import type { Actor } from '#shared/room/actor.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { duration, minutes, seconds } from '#shared/time.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import { describeWithRedis } from '../support/describeWithRedis.ts';
import { aRoom } from '../support/testServer.ts';

const rooms = 1_000;
const atOnce = 50;
const joel: Actor = { kind: 'facilitator', person: null };
const participant = (person: PersonId | null): Actor => ({ kind: 'participant', person });
const nobody = { presence: () => {}, advanced: () => {}, artifact: () => {}, farewell: () => {} };

describeWithRedis('a thousand deadlines', () => {
  let redis: RedisServer;
  let nodes: RedisNodes;
  let stores: EventStore[];
  let hubs: RoomHub[];
  beforeAll(async () => {
    redis = await RedisServer.start();
    nodes = redisNodes(redis);
    const opened = [await nodes.openNode(), await nodes.openNode()];
    stores = opened.map(({ store }) => store);
    hubs = opened.map(({ store, bus }) => new RoomHub(store, new OtherNodes(bus), nobody, openLog('silent')));
  });
  afterAll(async () => {
    await Promise.all(hubs.map((hub) => hub.close()));
    await nodes.dispose();
    await redis.dispose();
  });

  /** Resolves with who came in by it, if it was that. */
  async function asks({ live }: HeldRoom, command: PersonCommand, actor = joel): Promise<PersonId | null> {
    const outcome = await live.submit({ id: newId(), command, actor, secretHash: null, wallHash: null });
    if (outcome.kind !== 'acted') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
    return outcome.joined;
  }

  /** In focus, which every second room ends by itself; both nodes hold it. */
  async function inFocus(movesOn: boolean): Promise<HeldRoom> {
    const { room } = await openRoom(stores[0]!, aRoom());
    const held = (await hubs[0]!.open(room))!;
    const joined = await Promise.all([
      asks(held, { type: 'join', name: 'Joel' }),
      asks(held, { type: 'join', name: 'Ben' }, participant(null)),
    ]);
    const ben = joined[1]!;
    await Promise.all([
      asks(held, { type: 'offer', roles: ['coachee'] }, participant(ben)),
      asks(held, { type: 'invite', person: ben }),
      asks(held, { type: 'acceptInvitation' }, participant(ben)),
      asks(held, { type: 'start' }),
      movesOn && asks(held, { type: 'setAtZero', phase: 'focus', action: 'advance' }),
    ]);
    await asks(held, { type: 'next', run: held.live.state.run!.id });
    await hubs[1]!.open(room);
    return held;
  }

  /** So many at a time, in order. */
  async function eachOf<T>(act: (index: number) => Promise<T>): Promise<T[]> {
    const done: T[] = [];
    while (done.length < rooms)
      done.push(...(await Promise.all(Array.from({ length: atOnce }, (_, i) => act(done.length + i)))));
    return done;
  }

  it('fire once each, though both nodes are armed for them (TIM6, TIM7)', async () => {
    const held = await eachOf((index) => inFocus(index % 2 === 1));
    let conflicts = 0;
    for (const store of stores) {
      const append = store.append.bind(store);
      vi.spyOn(store, 'append').mockImplementation(async (...args) => {
        const appended = await append(...args);
        if (!appended.ok) conflicts += 1;
        return appended;
      });
    }
    // The other node hears of it with the poke, well before the zero.
    await eachOf((index) => {
      const { run } = held[index]!.live.state;
      return asks(held[index]!, { type: 'addTime', run: run!.id, by: duration(seconds(3) - minutes(4)) });
    });
    const fired = async (index: number): Promise<string[]> => {
      const { events } = (await stores[0]!.read(held[index]!.live.id, emptyHead))!;
      return events.flatMap((event) => {
        if (event.type === 'phaseEnded') return event.how === 'advance' ? event.how : [];
        return event.type === 'zeroReached' ? event.type : [];
      });
    };
    await vi.waitUntil(async () => (await eachOf(fired)).every((each) => each.length > 0), {
      timeout: 60_000,
      interval: 500,
    });
    // Whoever lost a race has decided anew when its hub is closed, and found nothing due.
    await Promise.all(hubs.map((hub) => hub.close()));
    expect(await eachOf(fired)).toEqual(held.map((_, index) => [index % 2 ? 'advance' : 'zeroReached']));
    expect(conflicts, 'the nodes did compete').toBeGreaterThan(0);
  });
});
