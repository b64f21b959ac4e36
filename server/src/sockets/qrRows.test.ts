import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrRows } from './qrRows.ts';

const address = 'http://192.168.1.20:3000/room/VQ6EAOKbQdSnFkRmVUQAAA#VQ6EAOKbQdSnFkRmVUQAAA';

test('a code has a row for each row of modules, and a light border that cameras need', () => {
  const rows = qrRows(address)!;
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  expect(rows.map((row) => [...row].map((one) => one === '1'))).toEqual(data);
  const border = '0'.repeat(4);
  expect(rows.slice(0, 4).concat(rows.slice(-4))).toEqual(Array.from({ length: 8 }, () => '0'.repeat(size)));
  expect(rows.filter((row) => !row.startsWith(border) || !row.endsWith(border))).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['no address', 'javascript:alert(1)'],
  ['words around one', `see ${address} today`],
  ['letters that no address has', 'http://x/\ud800'],
  ['a very long one', `http://x/${'a'.repeat(300)}`],
  ['no text at all', { address }],
])('no code is drawn of %s', (_, text) => {
  expect(qrRows(text)).toBeNull();
});
