import { afterEach, expect, test, vi } from 'vitest';
import { openLog } from '#server/log.ts';
import { MemoryBus } from '#server/nodes/memoryBus.ts';
import { OtherNodes } from '#server/nodes/otherNodes.ts';
import { HeldRoom } from '#server/rooms/heldRoom.ts';
import { PictureSpace } from '#server/rooms/pictureSpace.ts';
import type { Order } from '#server/rooms/order.ts';
import { openRoom } from '#server/rooms/openRoom.ts';
import { newId } from '#server/secrets.ts';
import { emptyHead } from '#server/store/eventStore.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { duration, minutes, seconds } from '#shared/time.ts';
import { Gate, gatedStore } from '../support/gatedStore.ts';
import { smallSession } from '../support/session.ts';
import { aRoom, TestServer } from '../support/testServer.ts';

afterEach(() => vi.useRealTimers());

const nobody = { presence: () => {}, advanced: () => {}, artifact: () => {}, farewell: () => {} };

async function heldRoom() {
  const gate = new Gate();
  const store = gatedStore(new MemoryStore(storeClock()), gate);
  const { room } = await openRoom(store, aRoom());
  const others = new OtherNodes(new MemoryBus());
  const log = openLog('silent');
  const world = { store, others, newId, audience: nobody, log, space: new PictureSpace() };
  const held = new HeldRoom(room, world, {
    gone: () => expect.unreachable(),
    forget: () => expect.unreachable(),
  });
  await held.begin();
  const joins = (name: string): Order => ({
    id: newId(),
    command: { type: 'join', name },
    actor: { kind: 'participant', person: null },
    secretHash: null,
    wallHash: null,
  });
  return { held, gate, joins, store, log };
}

test('an order is answered, however soon after another’s answer it comes', { timeout: 5_000 }, async () => {
  const { held, joins } = await heldRoom();
  for (let hops = 0; hops < 16; hops++) {
    await held.live.submit(joins(`First ${hops}`));
    for (let hop = 0; hop < hops; hop++) await Promise.resolve();
    expect(await held.live.submit(joins(`Second ${hops}`))).toMatchObject({ kind: 'acted' });
  }
  held.close();
});

test('a code that another room has is decided anew, and everybody gets one answer', async () => {
  const { held, joins, store } = await heldRoom();
  const append = vi.spyOn(store, 'append').mockResolvedValueOnce({ ok: false, reason: 'code-taken' });
  const answers = await Promise.all([held.live.submit(joins('Ben')), held.live.submit(joins('Dee'))]);
  expect(answers).toMatchObject([{ kind: 'acted' }, { kind: 'acted' }]);
  expect(append).toHaveBeenCalledTimes(2);
  expect(held.live.state.people.map(({ name }) => name)).toEqual(['Ben', 'Dee']);
  held.close();
});

test('a log that went back is told to whoever runs the server, and one that is read anew is not', async () => {
  const { held, joins, store, log } = await heldRoom();
  const warn = vi.spyOn(log, 'warn');
  const { id } = held.live;
  const first = (await store.read(id, emptyHead))!;
  await held.live.submit(joins('Ben'));
  const second = (await store.read(id, emptyHead))!;
  const read = vi.spyOn(store, 'read').mockResolvedValueOnce({ ...second, reset: true });
  await held.live.poke();
  expect(warn).not.toHaveBeenCalled();
  read.mockResolvedValueOnce({ ...first, reset: true });
  await held.live.poke();
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    { from: second.head.version, to: first.head.version },
    expect.stringContaining('went back'),
  );
  held.close();
});

test('PEO6 who comes back while their absence is being written is back', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { held, gate, joins } = await heldRoom();
  const joined = await held.live.submit(joins('Ben'));
  const person = joined.kind === 'acted' ? joined.joined : null;
  held.presence.seat('phone', { power: 'participant', person });
  held.presence.remove('phone');
  gate.close();
  await vi.advanceTimersByTimeAsync(seconds(16));
  held.presence.seat('phone again', { power: 'participant', person });
  gate.open();
  await held.live.poke();
  expect(held.live.state.people.find(({ id }) => id === person)).toMatchObject({ presence: 'here' });
  held.close();
});

test('PEO6 whoever has a page here is not away because another node did not know', async () => {
  const { held, joins } = await heldRoom();
  const joined = await held.live.submit(joins('Ben'));
  const person = joined.kind === 'acted' ? joined.joined! : '';
  held.presence.seat('phone', { power: 'participant', person });
  await held.live.submit({
    ...joins(''),
    id: null,
    actor: { kind: 'system' },
    command: { type: 'noteAway', person },
  });
  await held.live.poke();
  expect(held.live.state.people.find(({ id }) => id === person)).toMatchObject({ presence: 'here' });
  held.close();
});

test('what was refused is refused again under the same id, though the room has changed', async () => {
  const { held, joins } = await heldRoom();
  const before = { ...joins('Ben'), command: { type: 'endSession' } } as const;
  expect(await held.live.submit(before)).toMatchObject({
    kind: 'refused',
    rejection: 'role/not-facilitator',
  });
  const asFacilitator = { ...before, actor: { kind: 'facilitator', person: null } } as const;
  expect(await held.live.submit(asFacilitator)).toMatchObject({ kind: 'refused' });
  expect(held.live.state.endedAt).toBeNull();
  held.close();
});

test('TIM6 a zero is noticed although the store failed when it was due', async () => {
  const gate = new Gate();
  const server = await TestServer.over(gatedStore(new MemoryStore(storeClock()), gate));
  const { joel } = await smallSession(server);
  await joel.send({ type: 'next', run: joel.run });
  await joel.until(({ confirmed }) => confirmed.run?.phase === 'focus');
  await joel.send({ type: 'addTime', run: joel.run, by: duration(seconds(0.2) - minutes(4)) });
  gate.failNext = 2;
  await joel.until(({ confirmed }) => confirmed.run?.zeroAt !== null);
  expect(gate.failNext).toBe(0);
  await server.stop();
});
