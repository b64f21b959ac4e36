import type { PersonId } from '#shared/ids.ts';
import type { RoomState } from '#shared/room/state.ts';
import { labelOf } from '../text/phaseWords.ts';

/** What the room calls somebody; empty when there is nobody. */
export const nameOf = (room: RoomState, id: PersonId | null): string => labelOf(room, id) ?? '';
