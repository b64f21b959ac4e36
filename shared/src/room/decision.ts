import type { PersonId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { Actor } from './actor.ts';
import type { RoomEvent } from './events.ts';
import type { Rejection } from './rejections.ts';
import type { SealedEntry } from './sealed.ts';

/** What a decision may know of the world besides the room. */
export interface Context {
  /** Store time, never before the room's latest event. */
  readonly now: Instant;
  readonly actor: Actor;
  readonly newId: () => string;
  /** A join code and a door that nobody knows yet. */
  readonly newCode: () => string;
  readonly newDoor: () => string;
}

/** No events and no sealed entries is a legal decision: what was asked for is so already. */
export type Decision =
  | {
      readonly events: readonly RoomEvent[];
      readonly sealed: readonly SealedEntry[];
      /** Devices that are somebody else's from now on. */
      readonly moved?: readonly { readonly from: PersonId; readonly to: PersonId }[];
    }
  | { readonly rejection: Rejection };

export const happened = (...events: RoomEvent[]): Decision => ({ events, sealed: [] });
export const sealedOnly = (...sealed: SealedEntry[]): Decision => ({ events: [], sealed });
export const refuse = (rejection: Rejection): Decision => ({ rejection });
export const nothing: Decision = { events: [], sealed: [] };
