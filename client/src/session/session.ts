import { createContext } from 'svelte';
import type { ShownArtifact } from '../artifact/shownArtifact.svelte.ts';
import type { Presence, Seat, Answer } from '#shared/protocol/messages.ts';
import type { Foresee } from '#shared/replica/foreseen.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import type { Sealed } from '#shared/room/sealed.ts';
import type { PersonId, RoomId } from '#shared/ids.ts';
import type { Person, RoomState } from '#shared/room/state.ts';
import type { Instant } from '#shared/time.ts';

/** What every screen stands on. All of it is reactive; nothing else on a page knows the server. */
export interface Session {
  readonly id: RoomId;
  /** The room as this page sees it: confirmed, with its own unanswered cards and hand on top. */
  readonly room: RoomState;
  /** Who this page belongs to; null on a wall, and until a name was given. */
  readonly me: Person | null;
  /** What this page may do now: whoever took over the console facilitates, whatever link they hold. */
  readonly power: Seat['power'];
  /** Of the sealed box, what this page may open. */
  readonly sealed: Sealed;
  readonly presence: Presence;
  /** `lost` comes after three seconds without the server; the time keeps running. */
  readonly connection: 'connected' | 'lost';
  /** Store time, changing with each second. */
  readonly now: Instant;
  /** Ids of cards, and `hand`, that show already and are not on the server yet. */
  readonly pending: ReadonlySet<string>;
  /** The latest refusal, in words, until the next command or `dismiss`. */
  readonly refusal: string | null;
  dismiss(): void;
  /**
   * Sends a command and resolves with the server's answer. While the connection is lost it refuses at
   * once, in words, and nothing is queued; an unanswered one is sent again after a reconnect. A
   * facilitator asks `as` somebody without a device in their name.
   */
  send(command: PersonCommand, as?: PersonId): Promise<Answer>;
  /** From now on own cards and hand show before the server has answered. */
  showAtOnce(foresee: Foresee): void;
  /** The address that lets people in, with the room's door in its fragment: one that others can reach. */
  readonly joinLink: string;
  /** The address of a personal link with this secret, as reachable for others. */
  personalLink(secret: string): string;
  /** The rows of an address's QR code, as numbers in base 16 (`qrRows.ts`). Rejects when the server was not reached. */
  qrCode(address: string): Promise<readonly string[]>;
  /** What people type before the code. */
  readonly joinHost: string;
  /** The page to open on the projector; for facilitators it needs no waiting. */
  readonly wallLink: string;
  /** Random id for things this page makes. */
  newId(): string;
  readonly drafts: Drafts;
  /** What the coachee shows on the wall; of it, what is for this page. */
  readonly artifact: ShownArtifact;
}

/** Words being typed. They live on this device only, and survive phases, reloads and lost connections. */
export interface Drafts {
  read(name: string): string;
  write(name: string, text: string): void;
  clear(name: string): void;
}

export const [getSession, setSession] = createContext<Session>();
