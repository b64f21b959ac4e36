import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { terminalQr } from './terminalQr.ts';

/** What a camera sees of a character: its upper and its lower half, true where dark. */
const halves: Readonly<Record<string, readonly [boolean, boolean]>> = {
  '█': [false, false],
  '▀': [false, true],
  '▄': [true, false],
  ' ': [true, true],
};

const [before, after] = ['  \u001b[97;40m', '\u001b[0m'];

it('draws an address in white and black of its own, as a camera reads it', () => {
  const address = 'http://192.168.1.20:3000';
  const lines = terminalQr(address).trimEnd().split('\n');
  for (const line of lines) expect([line.startsWith(before), line.endsWith(after)]).toEqual([true, true]);
  const drawn = lines.map((line) => line.slice(before.length, -after.length));
  const rows = drawn.flatMap((line) =>
    [0, 1].map((half) => [...line].map((character) => halves[character]![half])),
  );
  const { data } = encode(address, { ecc: 'M', border: 2 });
  expect(rows.slice(0, data.length)).toEqual(data);
});
