import type { Head } from './eventStore.ts';

export const sameHead = (a: Head, b: Head): boolean =>
  a.version === b.version && a.lastEventId === b.lastEventId && a.box === b.box;

/** Whether a log that is said to stand `there` may hold what somebody at `here` has not read. */
export const hasNewsFor = (here: Head, there: Head): boolean =>
  there.version > here.version ||
  there.box > here.box ||
  (there.version === here.version && there.lastEventId !== here.lastEventId);

/** Where the log stands after a batch: the box goes on by one however many entries were written. */
export function nextHead(
  head: Head,
  batch: { readonly events: readonly { readonly id: string }[]; readonly sealed: readonly unknown[] },
): Head {
  return {
    version: head.version + batch.events.length,
    lastEventId: batch.events.at(-1)?.id ?? head.lastEventId,
    box: head.box + (batch.sealed.length > 0 ? 1 : 0),
  };
}

/**
 * Whether somebody at `after` can be brought to `head` by a tail. `idAt` gives the id of the event
 * with a version, from 1.
 */
export function leadsTo(after: Head, head: Head, idAt: (version: number) => string | undefined): boolean {
  if (after.version > head.version || after.box > head.box) return false;
  return after.lastEventId === (after.version === 0 ? '' : idAt(after.version));
}
