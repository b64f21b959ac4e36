import type { Answer } from '#shared/protocol/messages.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import type { RoomState } from '#shared/room/state.ts';
import type { Drafts, Session } from '../session/session.ts';

/** For tests: drafts without a device. */
export function someDrafts(): Drafts {
  const kept = new Map<string, string>();
  return {
    read: (name) => kept.get(name) ?? '',
    write: (name, text) => void kept.set(name, text),
    clear: (name) => void kept.delete(name),
  };
}

export const done: Answer = {
  ok: true,
  acted: true,
  version: 1,
  seat: { power: 'participant', person: 'ben' },
};

/** For tests: as much of a session as the board's own acts need. */
export function someSession(
  room: RoomState,
  send: (command: PersonCommand) => Promise<Answer>,
): Session & { readonly dismissed: number } {
  const session = { room, drafts: someDrafts(), send, dismissed: 0, dismiss: () => void session.dismissed++ };
  return session as unknown as Session & { readonly dismissed: number };
}
