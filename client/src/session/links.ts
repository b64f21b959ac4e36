import type { RoomState } from '#shared/room/state.ts';
import { getSession } from './session.ts';

const roomId = (): string => location.pathname.split('/')[2] ?? '';

/** The address that lets people in, with the room's door in its fragment. */
export const joinLink = (room: RoomState): string => `${location.origin}/room/${roomId()}#${room.door}`;

/** What people type before the code. */
export const joinHost = (): string => location.host;

/** The page to open on the projector. */
export const getWallLink = (): string => `/wall/${roomId()}#${getSession().room.door}`;
