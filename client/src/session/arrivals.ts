import type { Presence } from '#shared/protocol/messages.ts';
import type { StoredEvent } from '#shared/room/events.ts';

/** Only somebody who has a device here can do these. */
const comings = ['personJoined', 'personReturned', 'personBack', 'deviceJoined'] as const;
const isComing = (type: string): type is (typeof comings)[number] => comings.some((one) => one === type);

/**
 * Presence with whoever has just come in. It is reported once a second and the room's events at once:
 * without this, people would stand there as away until the next report.
 */
export function withArrivals(presence: Presence, events: readonly StoredEvent[]): Presence {
  const came = events.flatMap((event) =>
    isComing(event.type) && 'person' in event && event.person !== null ? event.person : [],
  );
  const connected = [...new Set([...presence.connected, ...came])];
  return connected.length === presence.connected.length ? presence : { ...presence, connected };
}
