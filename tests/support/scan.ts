import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Looks for words the way somebody would who took the folders away. Without keys: the bytes of every
 * file, write-ahead log and free pages included. With room keys: also every sealed piece that opens,
 * the rows of each table and pieces lying anywhere else in a file, which no row leads to any more.
 */
export class Scan {
  readonly #clear: readonly Buffer[];
  readonly #opened: readonly Buffer[];

  constructor(dataDir: string, roomKeys: readonly Uint8Array[] = []) {
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    this.#clear = files.map((file) => readFileSync(join(file.parentPath, file.name)));
    const sealed = roomKeys.length > 0 ? [...this.#clear, ...blobsOf(dataDir)] : [];
    const keys = roomKeys.map(contentKey);
    this.#opened = sealed.flatMap((bytes) => openedIn(bytes, keys));
  }

  /** Whether these bytes lie in a file as they are. */
  holds(bytes: Uint8Array): boolean {
    return this.#clear.some((file) => file.includes(bytes));
  }

  finds(words: string): boolean {
    const forms = formsOf(words);
    return [...this.#clear, ...this.#opened].some((bytes) => forms.some((form) => bytes.includes(form)));
  }
}

/** The forms in which words could lie in a file. */
export function formsOf(words: string): Buffer[] {
  const json = JSON.stringify(words).slice(1, -1);
  const ascii = json.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const upper = ascii.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
  const utf16 = Buffer.from(words, 'utf16le');
  const hex = Buffer.from(words).toString('hex');
  return [
    ...[words, json, ascii, upper, hex].map((text) => Buffer.from(text)),
    ...[utf16, Buffer.from(utf16).swap16()],
  ];
}

/** Every sealed value of every table, whole also where SQLite keeps it in several pages. */
function blobsOf(dataDir: string): Buffer[] {
  const copy = mkdtempSync(join(tmpdir(), 'fullturn-scan-'));
  cpSync(dataDir, copy, { recursive: true });
  const db = new DatabaseSync(join(copy, 'fullturn.db'));
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    return tables
      .flatMap(({ name }) => db.prepare(`SELECT * FROM "${String(name)}"`).all())
      .flatMap((row) => Object.values(row))
      .filter((value) => value instanceof Uint8Array)
      .map((value) => Buffer.from(value));
  } finally {
    db.close();
    rmSync(copy, { recursive: true });
  }
}

/** As server/src/store/atRest/contentSeal.ts derives it; the tests find words by it, or fail. */
const contentKey = (roomKey: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', roomKey, '', 'fullturn content', 32));

const ivBytes = 12;
const headBytes = ivBytes + 16;
const blockBytes = 16;
const mostBytes = 8192;

/**
 * What opens with one of these keys, whole or cut off, wherever in `bytes` it begins. A sealed piece is
 * IV, tag and AES-GCM, whose text can be had without the tag: the first block is the text's XOR with
 * the cipher of IV and 2. So every place is tried as the beginning of JSON (0x7b 0x22), all in one go.
 */
function openedIn(bytes: Buffer, keys: readonly Buffer[]): Buffer[] {
  const places = Math.max(0, bytes.length - headBytes - 1);
  const counters = Buffer.alloc(places * blockBytes);
  for (let at = 0; at < places; at += 1) {
    bytes.copy(counters, at * blockBytes, at, at + ivBytes);
    counters[at * blockBytes + blockBytes - 1] = 2;
  }
  return keys.flatMap((key) => {
    const blocks = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(counters);
    const opened: Buffer[] = [];
    for (let at = 0; at < places; at += 1) {
      if ((bytes[at + headBytes]! ^ blocks[at * blockBytes]!) !== 0x7b) continue;
      if ((bytes[at + headBytes + 1]! ^ blocks[at * blockBytes + 1]!) !== 0x22) continue;
      const counter = counters.subarray(at * blockBytes, (at + 1) * blockBytes);
      const body = bytes.subarray(at + headBytes, at + headBytes + mostBytes);
      opened.push(createDecipheriv('aes-256-ctr', key, counter).update(body));
    }
    return opened;
  });
}
