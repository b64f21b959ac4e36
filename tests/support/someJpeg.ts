const part = (marker: number, body: readonly number[]): number[] => [
  ...[0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255],
  ...body,
];
const text = (words: string): number[] => [...new TextEncoder().encode(words)];

interface Picture {
  readonly width?: number;
  readonly height?: number;
  /** Lies in the scan, so that it is found wherever the picture is kept. */
  readonly scan?: string;
  readonly scans?: number;
}
const jfif = part(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);

const picture = ({ width = 4, height = 3, scan = 'drawn', scans = 1 }: Picture): number[] => [
  ...part(0xdb, [0, ...Array<number>(64).fill(1)]),
  ...part(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0]),
  ...Array.from({ length: scans }, () => [
    ...part(0xda, [1, 1, 0, 0, 63, 0]),
    ...[...text(scan), 0xff, 0, 0xff, 0xd0, 1],
  ]).flat(),
];

/** The bytes of a picture with nothing about it. No decoder would draw it; it is built as one would expect. */
export const someJpeg = (of: Picture = {}): Uint8Array<ArrayBuffer> =>
  new Uint8Array([0xff, 0xd8, ...jfif, ...picture(of), 0xff, 0xd9]);

/** The same picture as a phone writes it: with a place, a preview, a comment, and more after its end. */
export const tellingJpeg = (secret: string, of: Picture = {}): Uint8Array<ArrayBuffer> =>
  new Uint8Array([
    ...[0xff, 0xd8, ...jfif],
    ...part(0xe0, text(`JFXX\0${secret}`)),
    ...part(0xe1, text(`Exif\0\0${secret}`)),
    ...part(0xe2, text(`MPF\0${secret}`)),
    ...part(0xed, text(`Photoshop 3.0\0${secret}`)),
    ...part(0xfe, text(secret)),
    ...picture(of),
    ...[0xff, 0xd9, ...text(secret)],
  ]);
