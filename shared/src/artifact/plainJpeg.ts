/** The longest side of a picture on the wall, in pixels, and what it may weigh, in bytes. */
export const longestSide = 1600;
export const mostBytes = 1_000_000;
/** Each scan is drawn over the whole picture; a progressive one has about ten. */
const mostScans = 64;

/** Parts of the format by their second byte (ITU-T T.81, table B.1). */
const app0 = 0xe0;
const adobe = 0xee;
const lastApp = 0xef;
const comment = 0xfe;
const scan = 0xda;
const end = 0xd9;
/** Baseline, extended and progressive: where the size of the picture is said. */
const frames = [0xc0, 0xc1, 0xc2];

/**
 * The same picture with nothing but the picture: no place, device, date, comment, preview or what was
 * put after its end. Null for what is no JPEG, is broken, has a side above `longestSide`, or more scans
 * than a picture needs.
 */
export function plainJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let sized = false;
  let scans = 0;
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === end) return sized ? joined([...parts, bytes.subarray(at, at + 2)]) : null;
    const length = wordAt(bytes, at + 2);
    const after = marker === scan ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    if (length < 2 || after > bytes.length) return null;
    if (marker === scan && ++scans > mostScans) return null;
    if (frames.includes(marker)) {
      const sides = [wordAt(bytes, at + 5), wordAt(bytes, at + 7)];
      if (sides.some((side) => !(side > 0 && side <= longestSide))) return null;
      sized = true;
    }
    if (isPicture(marker, length)) parts.push(bytes.subarray(at, after));
    at = after;
  }
  return null;
}

const wordAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Of the parts that tell about a picture two are needed to draw it, at the length they have without extras. */
function isPicture(marker: number, length: number): boolean {
  if (marker === app0) return length === 16;
  if (marker === adobe) return length === 14;
  return marker !== comment && (marker < app0 || marker > lastApp);
}

/** A scan goes on to the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
