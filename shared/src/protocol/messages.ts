import type { CommandId, PersonId, RoomId } from '../ids.ts';
import type { PersonCommand } from '../room/commands.ts';
import type { StoredEvent } from '../room/events.ts';
import type { Rejection } from '../room/rejections.ts';
import type { SealedEntry } from '../room/sealed.ts';
import type { RoomState } from '../room/state.ts';
import type { Duration, Instant } from '../time.ts';

/** Raised whenever a message, an event or the state changes its shape. */
export const protocolVersion = 5;

/** What a page says when it connects. Secrets come from the link's fragment or the device's storage. */
export interface Handshake {
  readonly protocol: number;
  readonly room: RoomId;
  readonly page: 'participant' | 'console' | 'wall';
  /** The link's secret: the room's door, a personal link's, or what gives the console or the wall its power. */
  readonly link: string;
  /** Participants and walls: 128 random bits this device made, by which it is known again. */
  readonly device?: string;
}

/** Who the server takes this page for, by its link. What they may do also follows from who they are in the room. */
export interface Seat {
  readonly power: 'participant' | 'facilitator' | 'wall';
  /** Null until they have said their name. */
  readonly person: PersonId | null;
}

export interface Snapshot {
  readonly version: number;
  readonly state: RoomState;
  /** Of the sealed box, only what this seat may open. */
  readonly sealed: readonly SealedEntry[];
  readonly seat: Seat;
  readonly presence: Presence;
  /** Facilitators only: what opens a wall without waiting. Null for everyone else. */
  readonly wall: string | null;
  /** Store time as it was sent. */
  readonly now: Instant;
  /** How many seconds of store time pass in one second: 1, but in a demo. */
  readonly rate: number;
}

/** What a page at the door is told, and all it is told, until it is let in. */
export interface Waiting {
  readonly state: 'unnamed' | 'invited' | 'knocked' | 'turnedAway';
  /** By a personal link, which needs no knock: whom it was made for, as the facilitator wrote it. */
  readonly name: string | null;
  /** For a wall: two numbers from 0 to 99, shown as words here and on the console. */
  readonly check: readonly [number, number] | null;
  /** The session has ended: only who was here before may still knock. */
  readonly ended: boolean;
}

/** What one or more appends did, each of them whole. `version` is the room's after the last event. */
export interface Frame {
  readonly version: number;
  readonly events: readonly StoredEvent[];
}

/** Who has a device connected, and how many walls are. At most one a second, never in the log. */
export interface Presence {
  readonly connected: readonly PersonId[];
  readonly walls: number;
}

export interface CommandMessage {
  /** Made by the client; a repeat under the same id acts once and gets the first answer. */
  readonly id: CommandId;
  readonly command: PersonCommand;
  /** From a facilitator, in the name of somebody without a device. */
  readonly as?: PersonId;
}

/** So many of its latest commands that acted a page keeps, for the case that the log goes back. */
export const mostKept = 32;

/**
 * Why a command could not even be considered. `not-connected` is what a page answers itself with while
 * it has lost the server.
 */
export type Trouble = 'malformed' | 'too-fast' | 'too-many-knocks' | 'store-unavailable' | 'not-connected';

export type Answer =
  /** Is so, on disk: because it `acted`, or was so already. The seat is who this page is from now on. */
  | { readonly ok: true; readonly acted: boolean; readonly version: number; readonly seat: Seat }
  | { readonly ok: false; readonly rejection: Rejection }
  | { readonly ok: false; readonly trouble: Trouble };

/** Why a page is not let in, or is sent away. None of them is to be tried again unchanged. */
export const farewells = [
  'page-too-old',
  'no-such-room',
  'not-let-in',
  'link-used',
  'forgotten',
  'locked',
  'removed',
  'ended',
  'too-many-tries',
] as const;
export type Farewell = (typeof farewells)[number];

/* All of it is JSON: pages carry nothing that would read or write bytes (scripts/withoutUnused.ts). */
export interface ClientToServer {
  command(message: CommandMessage, answer: (answer: Answer) => void): void;
  /** For the clock offset: answers with store time. */
  time(answer: (now: Instant) => void): void;
  /** A QR code of an address: its rows, as numbers in base 16. Null for what is no address. */
  qr(address: string, answer: (rows: readonly string[] | null) => void): void;
  /**
   * Of commands that acted, up to `mostKept`: which ones the log knows nothing of, because it went back.
   * Null when that cannot be told just now.
   */
  lost(acted: readonly CommandId[], answer: (lost: readonly CommandId[] | null) => void): void;
  /** Asks for a snapshot, after a gap. */
  resync(): void;
}

export interface ServerToClient {
  snapshot(snapshot: Snapshot): void;
  /** Instead of a snapshot, to who waits at the door. */
  waiting(waiting: Waiting): void;
  frame(frame: Frame): void;
  /** Changes of the sealed box that this seat may open. */
  box(entries: readonly SealedEntry[]): void;
  presence(presence: Presence): void;
  /** To walls and the coachee: where the picture is that the coachee shows; null when there is none. */
  artifact(artifact: { readonly id: string | null }): void;
  farewell(why: Farewell): void;
  /** This process is about to stop: connect anew when so much time has passed. */
  leaving(leaving: { readonly inMs: Duration }): void;
}
