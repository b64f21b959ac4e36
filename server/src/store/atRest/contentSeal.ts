import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import { drawBytes } from '../../randomLot.ts';

const ivBytes = 12;
const tagBytes = 16;

/**
 * Seals a room's content for the disk: AES-256-GCM, a fresh IV each time. `place` is where the row
 * lies; it is part of what is sealed, so that a row read at another place does not open.
 */
export class ContentSeal {
  readonly #content: Buffer;
  readonly #names: Buffer;

  /** From a room key of 32 bytes: one key for content and one for names, so that no key does two things. */
  constructor(roomKey: Uint8Array) {
    this.#content = Buffer.from(hkdfSync('sha256', roomKey, '', 'fullturn content', 32));
    this.#names = Buffer.from(hkdfSync('sha256', roomKey, '', 'fullturn box names', 32));
  }

  seal(place: string, text: string): Uint8Array {
    const iv = drawBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#content, iv).setAAD(Buffer.from(place));
    const body = cipher.update(text, 'utf8');
    // Nothing is left over in this mode, but only now there is a tag.
    cipher.final();
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  /** Throws when the row was changed, or was sealed for another place or under another key. */
  open(place: string, sealed: Uint8Array): string {
    const iv = sealed.subarray(0, ivBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.#content, iv, { authTagLength: tagBytes })
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  }

  /** Finds an entry of the box again without telling whose it is. */
  hideName(name: string): Uint8Array {
    return createHmac('sha256', this.#names).update(name).digest();
  }

  destroy(): void {
    this.#content.fill(0);
    this.#names.fill(0);
  }
}
