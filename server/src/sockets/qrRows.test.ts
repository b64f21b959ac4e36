import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrRows } from './qrRows.ts';

const address = 'http://192.168.1.20:3000/room/VQ6EAOKbQdSnFkRmVUQAAA#VQ6EAOKbQdSnFkRmVUQAAA';

test('a code has a number for each row, whose digits are its modules', () => {
  const rows = qrRows(address)!;
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const modules = rows.map((row) => [...BigInt(`0x${row}`).toString(2).padStart(size, '0')]);
  expect(modules.map((row) => row.map((one) => one === '1'))).toEqual(data);
  expect(JSON.stringify(rows).length, 'small, since nothing is packed on a WebSocket').toBeLessThan(600);
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
