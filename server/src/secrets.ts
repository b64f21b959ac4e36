import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { drawBytes } from './randomLot.ts';

/** 128 random bits for a link, in 22 characters that need no escaping. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** For ids: 96 random bits. Unguessable, though nothing rests on that. */
export const newId = (): string => drawBytes(12).toString('base64url');

/** Nine digits to be read aloud and typed. */
export const newCode = (): string => String(randomInt(1_000_000_000)).padStart(9, '0');

/** Links are stored only like this. A plain hash will do: the secrets are 128 random bits. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** What opens a wall, for whoever holds the console with `secret`: it gives no way back to that. */
export const wallSecretOf = (secret: string): string =>
  createHmac('sha256', secret).update('wall').digest('base64url').slice(0, 22);

export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)));
}
