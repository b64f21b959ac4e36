import type { StoredEvent } from '#shared/room/events.ts';

/**
 * The events of a room's log that hold words which are to be forgotten, without them. The log keeps
 * that something was written, and when.
 */
export function withoutWords(
  log: readonly StoredEvent[],
  forgetting: readonly StoredEvent[],
): { version: number; event: StoredEvent }[] {
  const cards = new Set(forgetting.flatMap((event) => (event.type === 'cardForgotten' ? event.card : [])));
  return log.flatMap((event, i) =>
    (event.type === 'cardWritten' || event.type === 'cardEdited') && cards.has(event.card)
      ? { version: i + 1, event: { ...event, text: '' } }
      : [],
  );
}
