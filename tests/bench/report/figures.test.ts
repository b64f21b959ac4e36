import { expect, test } from 'vitest';
import { lineOf, type Figures } from './figures.ts';

const measured: Figures = {
  cpuRatio: 2.3456,
  throughputRatio: 0.5,
  p99Ratio: 1.25,
  kbPerPerson: 41.2,
  kbPerPersonBare: 30,
  lost: 0,
  coldStartMs: 420.123,
  restore1000RoomsMs: 1800,
  joinP95Ms: 900,
  participantJsGzipKb: 62.8,
  wallJsGzipKb: 62.6,
  participantWholeJsGzipKb: 108.3,
  wallWholeJsGzipKb: 66,
};

test('the figures are one line of JSON, to two places', () => {
  const line = lineOf(measured);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({ ...measured, cpuRatio: 2.35, coldStartMs: 420.12 });
});

test('a figure that was not measured stops it, rather than being printed as null', () => {
  expect(() => lineOf({ ...measured, joinP95Ms: NaN })).toThrow();
  expect(() => lineOf({ ...measured, cpuRatio: Infinity })).toThrow();
  expect(() => lineOf({ ...measured, lost: 0.5 })).toThrow();
  const { lost: _, ...rest } = measured;
  expect(() => lineOf(rest as Figures)).toThrow();
});
