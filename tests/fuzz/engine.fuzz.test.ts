import { expect, test } from 'vitest';
import { decideAll } from '#server/rooms/decideAll.ts';
import type { Order } from '#server/rooms/order.ts';
import { LiveRoom, type Advance, type Outcome } from '#server/rooms/liveRoom.ts';
import { openRoom } from '#server/rooms/openRoom.ts';
import { emptyHead, StoreUnavailable, type EventStore } from '#server/store/eventStore.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { wallAtFirst } from '#shared/room/evolve/settings.ts';
import type { PersonId } from '#shared/ids.ts';
import type { Actor } from '#shared/room/actor.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { emptyRoom, fold } from '#shared/room/evolve.ts';
import { emptySealed } from '#shared/room/sealed.ts';
import { broken } from '#shared/room/invariants.ts';
import type { RoomState } from '#shared/room/state.ts';
import { instant, minutes } from '#shared/time.ts';
import { seeded } from '../contract/seeded.ts';
import { flakyStore } from '../support/flakyStore.ts';
import { aRoom } from '../support/testServer.ts';

const seeds = 200;
const commandsEach = 80;
const nodes = 3;

/** Follows the log as a page does, and notices when a step is missing, doubled or out of order. */
class Follower {
  version = 0;
  state: RoomState = emptyRoom(instant(0));

  advanced({ version, events, reset }: Advance): void {
    if (reset) this.state = emptyRoom(instant(0));
    else expect(version - events.length).toBe(this.version);
    this.state = fold(events, this.state);
    this.version = version;
  }
}

for (let seed = 1; seed <= seeds; seed++) {
  test(`three nodes on one bad store agree, and every command acts once (seed ${seed})`, async () => {
    const random = seeded(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const store = new MemoryStore(storeClock());
    const { room } = await openRoom(store, aRoom());
    let lastId = 0;
    const newId = () => `made-${seed}-${lastId++}`;
    const people = await seat(store, room, newId);

    const followers = Array.from({ length: nodes }, () => new Follower());
    const rooms = followers.map((follower) => {
      const bad = flakyStore(store, { random, losePoke: 0.1, failBefore: 0.05, failAfter: 0.05 });
      const live = new LiveRoom(room, bad, newId, {
        advanced: (advance) => follower.advanced(advance),
        gone: () => expect.unreachable(),
        wentBack: () => expect.unreachable(),
        broke: (error) => expect(error).toBeInstanceOf(StoreUnavailable),
      });
      bad.subscribe(room, (head) => void live.poke(head));
      return live;
    });
    for (const live of rooms) await live.load();

    const asked: { order: Order; outcome: Promise<Outcome> }[] = [];
    for (let i = 0; i < commandsEach; i++) {
      const live = pick(rooms);
      const again = random() < 0.2 && asked.length > 0;
      const order = again
        ? pick(asked).order
        : orderOf(someCommand(live.state, people, pick, random, newId), newId());
      asked.push({ order, outcome: live.submit(order) });
      if (random() < 0.5) await new Promise((resolve) => setImmediate(resolve));
    }
    const outcomes = await Promise.all(
      asked.map(async ({ order, outcome }) => ({ id: order.id!, outcome: await outcome })),
    );

    // What was left open is asked once more, as a page does after it has reconnected, until it is known.
    const open = outcomes.filter(({ outcome }) => outcome.kind === 'failed').map(({ id }) => id);
    for (const id of new Set(open)) {
      const order = asked.find((one) => one.order.id === id)!.order;
      while ((await pick(rooms).submit(order)).kind === 'failed');
    }
    await Promise.all(rooms.map((live) => live.poke()));
    while (rooms.some((live) => live.version !== rooms[0]!.version))
      await Promise.all(rooms.map((live) => live.poke()));

    const tail = (await store.read(room, emptyHead))!;
    const folded = fold(tail.events, emptyRoom(instant(0)));
    expect(broken(folded)).toEqual([]);
    for (const [i, live] of rooms.entries()) {
      expect(live.state).toEqual(folded);
      expect(followers[i]!.state).toEqual(folded);
    }
    // Minutes leave no other trace: as many were added as commands to add some have acted.
    const adding = new Set(
      asked.filter(({ order }) => order.command.type === 'addTime').map(({ order }) => order.id!),
    );
    const acted = await Promise.all([...adding].map((id) => store.receipt(room, id)));
    const added = tail.events.filter((event) => event.type === 'timeAdded').length;
    expect(added).toBe(acted.filter((receipt) => receipt !== null).length);
    // Whoever was told that it acted is in the log.
    for (const { id, outcome } of outcomes)
      if (outcome.kind === 'acted') expect((await store.receipt(room, id))?.version).toBe(outcome.version);
  });
}

const facilitating = (person: PersonId): Actor => ({ kind: 'facilitator', person });
const taking = (person: PersonId): Actor => ({ kind: 'participant', person });

interface People {
  readonly joel: PersonId;
  readonly others: readonly PersonId[];
}

/** Joel, four others, and a coachee who has accepted: enough for every phase. */
async function seat(store: EventStore, room: string, newId: () => string): Promise<People> {
  const ids: PersonId[] = [];
  const run = async (command: PersonCommand, actor: Actor) => {
    const tail = (await store.read(room, emptyHead))!;
    const from = {
      version: tail.head.version,
      state: fold(tail.events, emptyRoom(instant(0))),
      sealed: {
        ...emptySealed,
        offer: { [ids[1] ?? '']: ['coachee' as const] },
        invitation: { [ids[1] ?? '']: { turn: 0, declined: false } },
      },
    };
    const order: Order = { id: null, command, actor, secretHash: null, wallHash: null };
    const { batch, verdicts } = decideAll([order], from, {
      room,
      now: store.now(),
      newId,
      newCode: newId,
      newDoor: newId,
      personBy: () => null,
    });
    await store.append(room, tail.head, batch!);
    const [verdict] = verdicts;
    if (verdict?.kind === 'acted' && verdict.joined) ids.push(verdict.joined);
  };
  for (const name of ['Joel', 'Amina', 'Ben', 'Chloé', 'Dee'])
    await run(
      { type: 'join', name },
      { kind: name === 'Joel' ? 'facilitator' : 'participant', person: null },
    );
  await run({ type: 'acceptInvitation' }, taking(ids[1]!));
  await run({ type: 'start' }, facilitating(ids[0]!));
  return { joel: ids[0]!, others: ids.slice(1) };
}

const orderOf = ({ command, actor }: { command: PersonCommand; actor: Actor }, id: string): Order => ({
  id,
  command,
  actor,
  secretHash: null,
  wallHash: null,
});

/** Something that somebody might do now; often allowed, sometimes not. */
function someCommand(
  state: RoomState,
  { joel, others }: People,
  pick: <T>(list: readonly T[]) => T,
  random: () => number,
  newId: () => string,
): { command: PersonCommand; actor: Actor } {
  const run = state.run?.id ?? 'none';
  const person = pick(others);
  const byJoel: PersonCommand[] = [
    { type: 'next', run },
    { type: 'back', run },
    { type: 'pause', run },
    { type: 'resume', run },
    { type: 'addTime', run, by: minutes(1) },
    { type: 'addTime', run, by: minutes(-1) },
    { type: 'giveFloor', run, person },
    { type: 'giveFloor', run, person: null },
    { type: 'askCoachee', run, change: { kind: 'next' } },
    {
      type: 'setWall',
      wall: { ...wallAtFirst, view: pick(['time', 'board']), dimmed: random() < 0.5 },
    },
  ];
  const bySomebody: PersonCommand[] = [
    { type: 'takeFloor', run },
    { type: 'finish', run },
    { type: 'pass', run },
    { type: 'raiseHand', run, process: random() < 0.3 },
    { type: 'lowerHand', run, person },
    {
      type: 'writeCard',
      run,
      card: newId(),
      zone: pick(['focus', 'heard', 'questions', 'takeaways']),
      text: 'words',
    },
    { type: 'setAside', card: pick(state.cards)?.id ?? 'none' },
    { type: 'answerAsk', run, yes: random() < 0.7 },
    { type: 'sayReady', ready: random() < 0.5 },
    { type: 'passAlways', on: random() < 0.5 },
    { type: 'offer', roles: random() < 0.5 ? ['coach'] : [] },
  ];
  return random() < 0.5
    ? { command: pick(byJoel), actor: facilitating(joel) }
    : { command: pick(bySomebody), actor: taking(person) };
}
