import * as v from 'valibot';

const figure = v.pipe(v.number(), v.finite(), v.minValue(0));

const figures = v.strictObject({
  /** CPU for each delivered change, ours on disk ÷ bare Socket.IO, at saturation. */
  cpuRatio: figure,
  /** Delivered changes a second, ours on disk ÷ bare Socket.IO, at saturation. */
  throughputRatio: figure,
  /** Milliseconds from saying a change until a screen is told, ours on disk ÷ bare Socket.IO, steady. */
  p99Ratio: figure,
  /** Memory of the server for each person more. */
  kbPerPerson: figure,
  kbPerPersonBare: figure,
  /** Deliveries of ours that are missing, over everything that was measured. */
  lost: v.pipe(figure, v.integer()),
  coldStartMs: figure,
  restore1000RoomsMs: figure,
  joinP95Ms: figure,
  /** Packed scripts until the page stands, and in a whole session. */
  participantJsGzipKb: figure,
  wallJsGzipKb: figure,
  participantWholeJsGzipKb: figure,
  wallWholeJsGzipKb: figure,
});

export type Figures = v.InferOutput<typeof figures>;

/** The last line that is printed. Throws when a figure is missing, is none, or has no meaning. */
export function lineOf(measured: Figures): string {
  const rounded = Object.entries(measured).map(([name, value]) => [name, Math.round(value * 100) / 100]);
  return JSON.stringify(v.parse(figures, Object.fromEntries(rounded)));
}
