import { expect, it } from 'vitest';
import { someJpeg, tellingJpeg } from '#tests/support/someJpeg.ts';
import { longestSide, plainJpeg } from './plainJpeg.ts';

const cutAt = (bytes: Uint8Array, at: number) => bytes.slice(0, at);

it('leaves a picture that is nothing but a picture as it is', () => {
  expect(plainJpeg(someJpeg())).toEqual(someJpeg());
});

it('takes out places, previews, comments and what follows the end', () => {
  const plain = plainJpeg(tellingJpeg('51.0N 7.0E'));
  expect(plain).toEqual(someJpeg());
  expect(new TextDecoder('latin1').decode(plain!)).not.toContain('51.0N');
});

it.each([
  ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
  ['nothing', new Uint8Array()],
  ['a beginning and an end alone', new Uint8Array([0xff, 0xd8, 0xff, 0xd9])],
  ['a page behind the right beginning', new Uint8Array([0xff, 0xd8, ...new TextEncoder().encode('<html>')])],
  ['one without an end', cutAt(someJpeg(), someJpeg().length - 2)],
  ['one that ends in a part', cutAt(someJpeg(), 30)],
  ['a part of no length', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9])],
  ['one that no memory would hold', someJpeg({ width: 60_000, height: 60_000 })],
  ['one a little too wide', someJpeg({ width: longestSide + 1 })],
  ['one drawn over again without end', someJpeg({ scans: 65 })],
  ['one without a side', someJpeg({ height: 0 })],
])('knows %s to be no picture for the wall', (_what, bytes) => {
  expect(plainJpeg(bytes)).toBeNull();
});

it('never fails, whatever it is given', () => {
  const whole = tellingJpeg('secret');
  for (let at = 0; at < whole.length; at++) {
    expect(() => plainJpeg(cutAt(whole, at))).not.toThrow();
    const bent = whole.slice();
    bent[at] = 0xff;
    expect(() => plainJpeg(bent)).not.toThrow();
  }
});
