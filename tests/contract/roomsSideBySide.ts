import { emptyHead, type EventStore } from '#server/store/eventStore.ts';
import type { RoomId } from '#shared/ids.ts';
import { batchOf, cardWritten, offered } from '#tests/support/storedEvents.ts';
import { seeded } from './seeded.ts';

/**
 * Fills rooms in turns, short and long words mixed, so that a store in pages has to split them and move
 * rows about. Every room gets an event in every round, with the id `<room>-<round>`.
 */
export async function roomsSideBySide(
  store: EventStore,
  { rooms: count, rounds, seed }: { readonly rooms: number; readonly rounds: number; readonly seed: number },
  words = (_room: RoomId, _round: number): string => 'word',
): Promise<RoomId[]> {
  const random = seeded(seed);
  const rooms = Array.from({ length: count }, (_, index) => `room-${index}-of-many`);
  await Promise.all(rooms.map((room) => store.create(room, `code ${room}`, batchOf({}))));
  for (let round = 0; round < rounds; round += 1) {
    const appends = rooms.map(async (room) => {
      const head = (await store.read(room, emptyHead))?.head ?? emptyHead;
      const filling = 'word '.repeat(Math.floor(random() * (random() < 0.1 ? 1500 : 60)));
      const events = [cardWritten(`${room}-${round}`, `${words(room, round)} ${filling}`)];
      const sealed = [offered(`person ${Math.floor(random() * 8)}`)];
      const receipts = [{ command: `c${round}`, version: 1 }];
      await store.append(room, head, batchOf({ events, sealed, receipts }));
    });
    await Promise.all(appends);
  }
  return rooms;
}
