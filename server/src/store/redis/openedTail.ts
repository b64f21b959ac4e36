import type { RoomId } from '#shared/ids.ts';
import type { ContentSeal } from '../atRest/contentSeal.ts';
import { unpackTail } from '../atRest/packed.ts';
import { boxPlace, eventPlace } from '../atRest/places.ts';
import { StoreUnavailable, type Head, type Tail } from '../eventStore.ts';
import type { Reply } from './scripts.ts';

export const damaged = 'What is stored for this room was changed or damaged, and does not open.';

/** What `tail` of lua/tail.lua answered for a head. Throws `StoreUnavailable` when it does not open. */
export function openedTail(room: RoomId, seal: ContentSeal, after: Head, reply: Reply): Tail {
  const [version, last, box, reset, items, entries] = reply as [
    number,
    Buffer,
    number,
    number,
    Buffer[],
    Buffer[],
  ];
  const head = { version, lastEventId: last.toString(), box };
  const from = reset === 1 ? 0 : after.version;
  if (items.length !== version - from) throw new StoreUnavailable(damaged);
  try {
    return unpackTail({
      head,
      events: items.map((item, index) => openedEvent(room, seal, from + index + 1, item)),
      sealed: openedEntries(room, seal, entries),
      reset: reset === 1,
    });
  } catch (error) {
    throw new StoreUnavailable(damaged, { cause: error });
  }
}

function openedEvent(room: RoomId, seal: ContentSeal, version: number, item: Buffer): string {
  const end = item.indexOf('\n');
  const id = JSON.parse(item.toString('utf8', 0, end)) as string;
  return seal.open(eventPlace(room, version, id), item.subarray(end + 1));
}

/** Oldest first. A value is its count of the box, whether it is gone, and what is sealed, parted by colons. */
function openedEntries(room: RoomId, seal: ContentSeal, entries: readonly Buffer[]): string[] {
  return entries
    .flatMap((name, index) => {
      const value = entries[index + 1];
      if (index % 2 === 1 || value === undefined) return [];
      const end = value.indexOf(':');
      const rev = Number(value.toString('latin1', 0, end));
      return { rev, text: seal.open(boxPlace(room, name, rev), value.subarray(end + 3)) };
    })
    .toSorted((a, b) => a.rev - b.rev)
    .map(({ text }) => text);
}
