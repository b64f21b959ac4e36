import type { CommandId, RoomId } from '#shared/ids.ts';
import { mostKept } from '#shared/protocol/messages.ts';
import type { EventStore } from '../store/eventStore.ts';
import { isCommandId } from './command.ts';

/**
 * Of commands that acted once, those of which no receipt is left: the log went back to before them.
 * Null while the store is away, and for what is no list of ids.
 */
export async function lostOf(
  store: EventStore,
  room: RoomId,
  acted: unknown,
): Promise<readonly CommandId[] | null> {
  if (!Array.isArray(acted) || acted.length > mostKept || !acted.every(isCommandId)) return null;
  try {
    const receipts = await Promise.all(acted.map((id) => store.receipt(room, id)));
    return acted.filter((_, i) => receipts[i] === null);
  } catch {
    return null;
  }
}
