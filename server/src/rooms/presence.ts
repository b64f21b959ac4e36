import type { PersonId } from '#shared/ids.ts';
import type { Presence as PresenceMessage, Seat } from '#shared/protocol/messages.ts';
import { seconds } from '#shared/time.ts';
import { together, type Crowd } from '../nodes/crowd.ts';
import { schedule } from './alarm.ts';

/** A device may be gone this long before the room's log speaks of it. */
const grace = seconds(15);
const atMostEvery = seconds(1);

interface Watcher {
  /** Whose pages are on other nodes. */
  elsewhere(): Crowd;
  /** `here` are those on this node alone. */
  changed(presence: PresenceMessage, here: Crowd): void;
  /** Somebody's last device has been gone for the grace, or their first one is back. */
  away(person: PersonId): void;
  back(person: PersonId): void;
}

/**
 * Whose devices are connected to this room, on this node and on others. Kept by socket, so the late close of an old socket
 * takes only itself away. Never in the log (D9).
 */
export class Presence {
  readonly #sockets = new Map<string, Seat>();
  /** Who stands at the door: nobody of the room, and yet somebody looks. */
  readonly #visitors = new Set<string>();
  readonly #leaving = new Map<PersonId, () => void>();
  readonly #watcher: Watcher;
  #there: Crowd;
  #cancelReport: (() => void) | null = null;

  constructor(watcher: Watcher) {
    this.#watcher = watcher;
    this.#there = watcher.elsewhere();
  }

  get now(): PresenceMessage {
    const { people, walls } = together([this.here, this.#there]);
    return { connected: people, walls };
  }

  pagesOf(person: PersonId): number {
    return [...this.#sockets.values()].filter((seat) => seat.person === person).length;
  }

  /** On this node. */
  get here(): Crowd {
    const seats = [...this.#sockets.values()];
    const people = seats.flatMap(({ person }) => person ?? []);
    return { people: [...new Set(people)], walls: seats.filter(({ power }) => power === 'wall').length };
  }

  /** Nobody looks on this node. */
  get empty(): boolean {
    return this.#sockets.size + this.#visitors.size === 0;
  }

  /** Notes a page at the door, so that the room is not let go while it waits. */
  stand(socket: string): void {
    this.#visitors.add(socket);
  }

  /** Adds a socket, or changes who sits there. */
  seat(socket: string, seat: Seat): void {
    const { person } = seat;
    this.#visitors.delete(socket);
    this.#sockets.set(socket, seat);
    if (person) {
      this.#stays(person);
      this.#watcher.back(person);
    }
    this.#report();
  }

  remove(socket: string): void {
    if (this.#visitors.delete(socket)) return;
    const person = this.#sockets.get(socket)?.person;
    this.#sockets.delete(socket);
    if (person) this.expect(person);
    this.#report();
  }

  /** Another node has said who is there. */
  elsewhereChanged(): void {
    const before = this.#there;
    this.#there = this.#watcher.elsewhere();
    if (JSON.stringify(before) === JSON.stringify(this.#there)) return;
    for (const person of this.#there.people) this.#stays(person);
    for (const person of before.people) this.expect(person);
    this.#report();
  }

  /** Starts the grace for somebody who should be here and has no device connected. */
  expect(person: PersonId): void {
    if (this.now.connected.includes(person) || this.#leaving.has(person)) return;
    const cancel = schedule(grace, () => {
      this.#leaving.delete(person);
      this.#watcher.away(person);
    });
    this.#leaving.set(person, cancel);
  }

  close(): void {
    this.#cancelReport?.();
    for (const cancel of this.#leaving.values()) cancel();
    this.#leaving.clear();
  }

  #stays(person: PersonId): void {
    this.#leaving.get(person)?.();
    this.#leaving.delete(person);
  }

  #report(): void {
    this.#cancelReport ??= schedule(atMostEvery, () => {
      this.#cancelReport = null;
      this.#watcher.changed(this.now, this.here);
    });
  }
}
