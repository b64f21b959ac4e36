import type { RoomId } from '#shared/ids.ts';

/** Where a sealed event lies; sealed along with it (contentSeal.ts). */
export const eventPlace = (room: RoomId, version: number, id: string): string =>
  JSON.stringify(['event', room, version, id]);

/** Of what is sent from node to node, and lies nowhere: which room it is of, and who it is for. */
export const letterPlace = (room: RoomId, to: string): string => JSON.stringify(['letter', room, to]);

/** Where an entry of the box lies, and since which count of the box. */
export const boxPlace = (room: RoomId, name: Uint8Array, rev: number): string =>
  JSON.stringify(['box', room, Buffer.from(name).toString('hex'), rev]);
