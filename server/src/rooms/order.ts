import type { CommandId, PersonId } from '#shared/ids.ts';
import type { Actor } from '#shared/room/actor.ts';
import type { Command } from '#shared/room/commands.ts';
import type { Rejection } from '#shared/room/rejections.ts';

/** A command that waits for its decision. */
export interface Order {
  /** Null for what the server submits itself. */
  readonly id: CommandId | null;
  readonly command: Command;
  readonly actor: Actor;
  /** By which the device of a `join` is known again, hashed. */
  readonly secretHash: string | null;
  /** What opens a wall for whoever asks, hashed: it does once they facilitate. */
  readonly wallHash: string | null;
}

export type Verdict =
  | { readonly kind: 'acted'; readonly version: number; readonly joined: PersonId | null }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly rejection: Rejection };
