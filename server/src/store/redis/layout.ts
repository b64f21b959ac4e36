import type { RoomId } from '#shared/ids.ts';
import { hours, instant, later, latest, type Instant } from '#shared/time.ts';

/**
 * Where things lie. All keys have one hash tag, because a join code, a link and a room change in one
 * step. `due` knows when a room is to be forgotten, `gone` which rooms have entries of the box that only
 * say they are gone; `leftovers` counts what was deleted or overwritten, `swept` how much of it is out of
 * the files (redisSweeper.ts).
 */
const key = (name: string): string => `{fullturn}:${name}`;

export const due = key('due');
export const gone = key('gone');
export const leftovers = key('leftovers');
export const swept = key('swept');
export const pokes = key('pokes');
export const nodes = key('nodes');
export const lettersTo = (node: string): string => key(`node:${node}`);
export const keysFolder = key('keys-folder');
export const counterKey = (name: string): string => key(`count:${name}`);
export const codeKey = (code: string): string => key(`code:${code}`);
export const grantKey = (secretHash: string): string => key(`grant:${secretHash}`);
export const receiptsKey = (room: RoomId): string => key(`room:${room}:receipts`);

/** The keys every script is given, in the order of lua/room.lua. */
export const keysOf = (room: RoomId): readonly string[] => [
  key(`room:${room}`),
  key(`room:${room}:events`),
  key(`room:${room}:box`),
  receiptsKey(room),
  key(`room:${room}:links`),
  due,
  gone,
  leftovers,
  pokes,
  codeKey(''),
  grantKey(''),
];

const grace = hours(24);
const step = hours(1);

/**
 * When Redis itself lets go of a room if no node has forgotten it by then. In whole hours, so that it
 * seldom has to be set anew.
 */
export const expireAt = (forgetAt: Instant, now: Instant): Instant =>
  instant(Math.ceil(later(latest(forgetAt, now), grace) / step) * step);
