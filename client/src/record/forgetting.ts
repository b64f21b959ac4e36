import type { RoomState } from '#shared/room/state.ts';
import { between, later, minutes, type Instant } from '#shared/time.ts';
import type { MeasureTime } from '../measure/measureTime.ts';

/** When the room is forgotten; null before its end. */
export const forgottenAt = (room: RoomState): Instant | null =>
  room.endedAt === null ? null : later(room.endedAt, room.keptFor);

/** A ruler with more ticks than this cannot be read. */
const longestRuler = minutes(120);

/**
 * The margin after the end: the time until the room is forgotten, untimed where that is too long for a
 * ruler. Null before the end.
 */
export function timeUntilForgotten(room: RoomState, now: Instant): MeasureTime | null {
  const at = forgottenAt(room);
  if (at === null) return null;
  if (room.keptFor < minutes(1) || room.keptFor > longestRuler)
    return { state: 'untimed', share: 0, minutes: 5, left: null };
  const left = between(now, at);
  const share = Math.min(1, Math.max(0, left / room.keptFor));
  return { state: 'running', share, minutes: Math.round(room.keptFor / minutes(1)), left };
}
