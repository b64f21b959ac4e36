export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A paper is a record as it is printed. */
export type Kind = 'wall' | 'console' | 'page' | 'paper';

const of = (width: number, height: number): Size => ({ width, height });
const phones = [of(320, 640), of(390, 844)];
const small = [of(1024, 768), of(1280, 720)];
/** A4 and Letter at 96 pixels an inch, without their margins. */
const sheets = [of(680, 919), of(658, 986)];

/** Every size a screen is pictured in; it stands at the last of them. A wall is no phone. */
export const allSizes: Readonly<Record<Kind, readonly Size[]>> = {
  wall: [of(1366, 768), of(1920, 1080), of(1280, 720), of(1024, 768)],
  console: [...phones, ...small, of(1920, 1080), of(1366, 768)],
  page: [...small, of(1920, 1080), of(1366, 768), ...phones],
  paper: sheets,
};

/** Those that tell most. */
export const tellingSizes: Readonly<Record<Kind, readonly Size[]>> = {
  wall: [of(1920, 1080), of(1024, 768)],
  console: [of(320, 640), of(1366, 768)],
  page: [of(1366, 768), ...phones],
  paper: sheets,
};
