import { players } from '#shared/room/practice.ts';
import type { RoomState } from '#shared/room/state.ts';

/** Before anybody plays, people say who plays what: then the floor is open, on every screen. */
export function partsOpen(room: RoomState): boolean {
  const practice = room.run?.practice;
  if (!practice || practice.running || room.floor.holder !== null) return false;
  if (practice.stage === 'model') return players(room).lead === null;
  return practice.stage === 'together' || practice.runs === 0;
}
