import { createHash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RoomId } from '#shared/ids.ts';
import { ContentSeal } from './contentSeal.ts';
import { syncFolder } from './folders.ts';

const keyBytes = 32;

/**
 * A key per room, each in a file of its own, apart from the data. Without its key a room cannot be
 * read, not from a backup either, so destroying the file is what forgets.
 */
export class RoomKeys {
  readonly #dir: string;
  readonly #seals = new Map<RoomId, ContentSeal>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** Null when the room has no key: it never was, or it has been forgotten. */
  sealOf(room: RoomId): ContentSeal | null {
    const known = this.#seals.get(room);
    if (known !== undefined) return known;
    const key = readKey(this.#file(room));
    if (key === null) return null;
    const seal = new ContentSeal(key);
    key.fill(0);
    this.#seals.set(room, seal);
    return seal;
  }

  /** The key is durable when this returns. Replaces one left behind by a creation that never committed. */
  make(room: RoomId): ContentSeal {
    const key = randomBytes(keyBytes);
    const file = this.#file(room);
    const temporary = `${file}.new`;
    rmSync(temporary, { force: true });
    try {
      writeDurably(temporary, 'wx', key);
      renameSync(temporary, file);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
    syncFolder(this.#dir);
    const seal = new ContentSeal(key);
    key.fill(0);
    this.#seals.set(room, seal);
    return seal;
  }

  /** Takes the key out of memory: another node has forgotten the room. */
  drop(room: RoomId): void {
    this.#seals.get(room)?.destroy();
    this.#seals.delete(room);
  }

  /** Overwrites the key before it unlinks it: a file that is only unlinked can often be had back. */
  destroy(room: RoomId): void {
    this.drop(room);
    const file = this.#file(room);
    try {
      writeDurably(file, 'r+', Buffer.alloc(keyBytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    rmSync(file, { force: true });
    syncFolder(this.#dir);
  }

  /** Room ids are only known to be strings; a hash is a safe file name everywhere. */
  #file(room: RoomId): string {
    return join(this.#dir, `${createHash('sha256').update(room).digest('hex')}.key`);
  }
}

function writeDurably(file: string, flags: 'wx' | 'r+', bytes: Uint8Array): void {
  const handle = openSync(file, flags, 0o600);
  try {
    if (writeSync(handle, bytes, 0, bytes.length, 0) < bytes.length) throw new Error('The disk is full.');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A key of zeros was being destroyed when the machine stopped, and counts as gone. */
function readKey(file: string): Buffer | null {
  try {
    const key = readFileSync(file);
    return key.length === keyBytes && key.some((byte) => byte !== 0) ? key : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
