import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Order } from '#server/rooms/order.ts';
import { LiveRoom, type Advance, type Outcome } from '#server/rooms/liveRoom.ts';
import { openRoom } from '#server/rooms/openRoom.ts';
import { emptyHead, StoreUnavailable, type EventStore } from '#server/store/eventStore.ts';
import type { Actor } from '#shared/room/actor.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import { emptyRoom, fold } from '#shared/room/evolve.ts';
import { broken } from '#shared/room/invariants.ts';
import type { RoomState } from '#shared/room/state.ts';
import { instant, minutes } from '#shared/time.ts';
import { redisNodes, type RedisNodes } from '../contract/redisFolders.ts';
import { seeded } from '../contract/seeded.ts';
import { flakyStore } from '../support/flakyStore.ts';
import { describeWithRedis } from '#tests/support/describeWithRedis.ts';
import { RedisServer } from '../../scripts/cluster/redisServer.ts';
import { aRoom } from '../support/testServer.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const commandsEach = 80;

/** The events a node's pages were told, in their order. */
class Follower {
  events: readonly StoredEvent[] = [];

  advanced({ version, events, reset }: Advance): void {
    this.events = reset ? events : [...this.events, ...events];
    expect(this.events).toHaveLength(version);
  }
}

function someCommand(
  state: RoomState,
  random: () => number,
  newId: () => string,
): { command: PersonCommand; actor: Actor } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const run = state.run?.id ?? 'none';
  const [joel, ...others] = state.people.map(({ id }) => id);
  const byJoel: PersonCommand[] = [
    { type: 'next', run },
    { type: 'back', run },
    { type: 'pause', run },
    { type: 'resume', run },
    { type: 'addTime', run, by: minutes(1) },
  ];
  const bySomebody: PersonCommand[] = [
    { type: 'raiseHand', run, process: false },
    { type: 'takeFloor', run },
    { type: 'writeCard', run, card: newId(), zone: 'questions', text: 'words' },
    { type: 'offer', roles: random() < 0.5 ? ['coach'] : [] },
    { type: 'sayReady', ready: random() < 0.5 },
    { type: 'passAlways', on: random() < 0.5 },
  ];
  return random() < 0.5
    ? { command: pick(byJoel), actor: { kind: 'facilitator', person: joel ?? null } }
    : { command: pick(bySomebody), actor: { kind: 'participant', person: pick(others) ?? null } };
}

describeWithRedis('two nodes on one Redis', () => {
  let server: RedisServer;
  let nodes: RedisNodes;
  let stores: readonly EventStore[];
  beforeAll(async () => {
    server = await RedisServer.start();
    nodes = redisNodes(server);
    stores = [await nodes.open(), await nodes.open()];
  });
  afterAll(async () => {
    await nodes.dispose();
    await server.dispose();
  });

  it.each(seeds)('tell one order of events, though one poke in ten is lost (seed %i)', async (seed) => {
    const random = seeded(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const { room } = await openRoom(stores[0]!, aRoom());
    let lastId = 0;
    const newId = (): string => `made-${seed}-${lastId++}`;
    const order = (command: PersonCommand, actor: Actor): Order => ({
      id: newId(),
      command,
      actor,
      secretHash: null,
      wallHash: null,
    });
    const followers = stores.map(() => new Follower());
    const nodesOfRoom = stores.map((store, index) => {
      const bad = flakyStore(store, { random, losePoke: 0.1, failBefore: 0.05, failAfter: 0.05 });
      const live = new LiveRoom(room, bad, newId, {
        advanced: (advance) => followers[index]!.advanced(advance),
        gone: () => expect.unreachable(),
        wentBack: () => expect.unreachable(),
        broke: (error) => expect(error).toBeInstanceOf(StoreUnavailable),
      });
      return { live, bad };
    });
    for (const { live, bad } of nodesOfRoom) {
      await live.load();
      bad.subscribe(room, (head) => void live.poke(head));
    }
    const rooms = nodesOfRoom.map(({ live }) => live);
    const untilKnown = async (asked: Order): Promise<Outcome> => {
      for (;;) {
        const outcome = await pick(rooms).submit(asked);
        if (outcome.kind !== 'failed') return outcome;
      }
    };
    for (const name of ['Joel', 'Amina', 'Ben', 'Chloé'])
      await untilKnown(
        order(
          { type: 'join', name },
          { kind: name === 'Joel' ? 'facilitator' : 'participant', person: null },
        ),
      );
    await Promise.all(rooms.map((live) => live.poke()));
    const begins: PersonCommand = { type: 'start' };
    await untilKnown(order(begins, { kind: 'facilitator', person: rooms[0]!.state.people[0]?.id ?? null }));

    const asked: { order: Order; outcome: Promise<Outcome> }[] = [];
    for (let turn = 0; turn < commandsEach; turn += 1) {
      const live = pick(rooms);
      const { command, actor } = someCommand(live.state, random, newId);
      const again = random() < 0.2 && asked.length > 0;
      const one = again ? pick(asked).order : order(command, actor);
      asked.push({ order: one, outcome: live.submit(one) });
      if (random() < 0.3) await live.poke();
    }
    const acted = new Map<string, number>();
    for (const { order: one, outcome } of asked) {
      const first = await outcome;
      const known = first.kind === 'failed' ? await untilKnown(one) : first;
      if (known.kind === 'acted') acted.set(one.id!, known.version);
    }
    await Promise.all(rooms.map((live) => live.poke()));
    while (rooms[0]!.version !== rooms[1]!.version) await Promise.all(rooms.map((live) => live.poke()));

    const log = (await stores[1]!.read(room, emptyHead))!;
    expect(acted.size).toBeGreaterThan(3);
    expect(broken(fold(log.events, emptyRoom(instant(0))))).toEqual([]);
    for (const follower of followers) expect(follower.events).toEqual(log.events);
    for (const [command, version] of acted)
      expect(await stores[0]!.receipt(room, command)).toEqual({ command, version });
  });
});
