import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLog } from '#server/log.ts';
import { MemoryBus } from '#server/nodes/memoryBus.ts';
import { OtherNodes } from '#server/nodes/otherNodes.ts';
import { openRoom } from '#server/rooms/openRoom.ts';
import { RoomHub } from '#server/rooms/roomHub.ts';
import { StoreUnavailable, type EventStore } from '#server/store/eventStore.ts';
import { MemoryStore } from '#server/store/memory/memoryStore.ts';
import { storeClock } from '#server/store/storeClock.ts';
import { seconds } from '#shared/time.ts';
import { aRoom } from '../support/testServer.ts';

const nobody = {
  advanced: () => undefined,
  presence: () => undefined,
  artifact: () => undefined,
  farewell: () => undefined,
};
let store: EventStore;
let hub: RoomHub;
let room: string;
beforeEach(async () => {
  // The store's turns come with the event loop itself.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  store = new MemoryStore(storeClock());
  room = (await openRoom(store, aRoom())).room;
  hub = new RoomHub(store, new OtherNodes(new MemoryBus()), nobody, openLog('silent'));
});
afterEach(async () => {
  await hub.close();
  vi.useRealTimers();
});

/** The store answers this one read late, and then with a failure. */
function failsOnce(): () => void {
  const { promise, reject } = Promise.withResolvers<never>();
  vi.spyOn(store, 'read').mockReturnValueOnce(promise);
  return () => reject(new StoreUnavailable('away'));
}

// A rejection that nobody hears ends the process; the test runner reports it.
test('a store that fails while a room is being read fails only who asked for it', async () => {
  const fail = failsOnce();
  const asked = [hub.open(room), hub.open(room)];
  // By then the hub has compared versions, and tried to let go of the room.
  await vi.advanceTimersByTimeAsync(seconds(61));
  fail();
  for (const one of asked) await expect(one).rejects.toThrow(StoreUnavailable);
  await vi.advanceTimersByTimeAsync(seconds(1));
  expect(await hub.open(room)).not.toBeNull();
});

test('a stop waits for no room that cannot be read', async () => {
  const fail = failsOnce();
  const asked = hub.open(room);
  const closed = hub.close();
  fail();
  await expect(asked).rejects.toThrow(StoreUnavailable);
  await closed;
});

test('versions are compared for rooms that somebody looks at, and for no others', async () => {
  const held = (await hub.open(room))!;
  const read = vi.spyOn(store, 'read');
  await vi.advanceTimersByTimeAsync(seconds(16));
  expect(read).not.toHaveBeenCalled();
  await hub.open(room);
  expect(read, 'whoever comes sees it as it is').toHaveBeenCalledTimes(1);
  read.mockClear();
  held.presence.stand('a page');
  await vi.advanceTimersByTimeAsync(seconds(16));
  expect(read).toHaveBeenCalledTimes(3);
});
