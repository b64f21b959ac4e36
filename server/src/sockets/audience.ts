import { mayOpen, type SealedEntry } from '#shared/room/sealed.ts';
import type { StoredEvent } from '#shared/room/events.ts';
import type { Audience, HeldRoom } from '../rooms/heldRoom.ts';
import type { Advance } from '../rooms/liveRoom.ts';
import type { EventStore } from '../store/eventStore.ts';
import { isRemembered } from '../rooms/remembered.ts';
import { tellArtifact } from './artifact.ts';
import { lookAtTheDoor, sendAway, type Admit } from './door.ts';
import { holdIfSlow, snapshotWhenRead } from './outbox.ts';
import { readerOf } from './reader.ts';
import { recognise } from './recognise.ts';
import type { RoomServer, RoomSocket } from './roomSocket.ts';

/** After these, somebody at the door may be let in, sent away, or told something else. */
const atTheDoor: readonly StoredEvent['type'][] = [
  'personJoined',
  'deviceJoined',
  'entrySet',
  'codeChanged',
  'sessionEnded',
  'actionUndone',
];

/** Tells the pages of a room what its log did: one frame for all, and sealed entries to those who may open them. */
export function audienceOf(io: RoomServer, store: EventStore, admit: Admit): Audience {
  const inRoom = (room: string): RoomSocket[] =>
    [...(io.of('/').adapter.rooms.get(room) ?? [])].flatMap((id) => io.of('/').sockets.get(id) ?? []);

  /** Also who stands at the door, or reads too slowly for the room's news. */
  const everyPageOf = (room: string): RoomSocket[] =>
    [...io.of('/').sockets.values()].filter((socket) => socket.data.admitted.held.live.id === room);

  /**
   * Whoever was removed, a wall that is to go, and who came by the old door without a name, does not
   * hear the new code.
   */
  function sendOut(room: string, events: readonly StoredEvent[], entries: readonly SealedEntry[]): void {
    const removed = events.flatMap((event) => (event.type === 'personRemoved' ? event.person : []));
    const walls = entries.flatMap((one) =>
      one.kind === 'knock' && one.value?.state !== 'in' ? one.key : [],
    );
    const newDoor = events.some(({ type }) => type === 'codeChanged');
    if (removed.length + walls.length === 0 && !newDoor) return;
    for (const socket of everyPageOf(room)) {
      const { seat, byDoor, linkOf, knock } = socket.data.admitted;
      const person = seat.person ?? linkOf;
      if (person !== null && removed.includes(person)) sendAway(socket, 'removed');
      else if (knock !== null && walls.includes(knock)) sendAway(socket, 'removed');
      else if (newDoor && byDoor && seat.person === null) sendAway(socket, 'not-let-in');
    }
  }

  /** Whom a log that went back knows nothing of comes in anew, by the door as it is now. */
  function bringInAnew({ live }: HeldRoom): void {
    for (const socket of everyPageOf(live.id)) {
      const { seat, knock, linkOf } = socket.data.admitted;
      const who = seat.person ?? knock ?? linkOf;
      if (who !== null && !isRemembered(live, who)) socket.disconnect();
    }
  }

  /** Who has become a facilitator, or is one no more, reads the sealed box with other eyes. */
  function openAnew(pages: readonly RoomSocket[], events: readonly StoredEvent[]): void {
    const changed = events.flatMap((event) => (event.type === 'roleSet' ? event.person : []));
    if (changed.length === 0) return;
    for (const socket of pages) {
      const { person } = socket.data.admitted.seat;
      if (person !== null && changed.includes(person)) snapshotWhenRead(socket);
    }
  }

  function tellSealed(
    pages: readonly RoomSocket[],
    held: HeldRoom,
    { entries, sealedBefore }: Advance,
  ): void {
    if (entries.length === 0) return;
    for (const socket of pages) {
      const reader = readerOf(held.live.state, socket.data.admitted.seat);
      const opened = entries.filter((entry) => mayOpen(entry, sealedBefore, reader));
      if (opened.length > 0) socket.emit('box', opened);
    }
  }

  return {
    advanced(held, advance) {
      const { version, events, entries, reset } = advance;
      sendOut(held.live.id, events, entries);
      if (reset) bringInAnew(held);
      const pages = inRoom(held.live.id).filter((socket) => !holdIfSlow(socket));
      if (reset) pages.forEach(snapshotWhenRead);
      else {
        if (events.length > 0) io.to(held.live.id).emit('frame', { version, events });
        tellSealed(pages, held, advance);
        openAnew(pages, events);
      }
      if (reset || events.some(({ type }) => type === 'personJoined' || type === 'deviceJoined'))
        for (const socket of pages) recognise(socket, store);
      const door =
        events.some(({ type }) => atTheDoor.includes(type)) ||
        entries.some(({ kind }) => kind === 'knock' || kind === 'link');
      if (door || reset) lookAtTheDoor(io, held, admit);
    },
    artifact(held, person) {
      for (const socket of inRoom(held.live.id)) tellArtifact(socket, held, person);
    },
    presence: (room, presence) => io.to(room).emit('presence', presence),
    farewell(room, why) {
      for (const socket of everyPageOf(room)) sendAway(socket, why);
    },
  };
}
