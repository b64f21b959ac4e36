import type { Zone } from '#shared/method/phase.ts';
import type { PersonCommand } from '#shared/room/commands.ts';
import { currentTurn } from '#shared/room/people.ts';
import { mayWrite } from '#shared/room/permissions.ts';
import type { Card, RoomState } from '#shared/room/state.ts';
import type { View } from './act.ts';

/** A card's id says which line of the script it is, so that no line is written twice. */
const idOf = (room: RoomState, line: string): string => `demo-${currentTurn(room)}-${line}`;

export const cardOf = (room: RoomState, line: string): Card | null =>
  room.cards.find(({ id }) => id === idOf(room, line)) ?? null;

/** Puts a line of the script on the board, once and where it may stand. */
export function write({ room, me }: View, line: string, zone: Zone, text: string): PersonCommand | null {
  if (!room.run || cardOf(room, line) || !mayWrite(room, me.id, zone)) return null;
  return { type: 'writeCard', run: room.run.id, card: idOf(room, line), zone, text };
}
