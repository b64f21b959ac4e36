import { encode } from 'uqr';

/** A link to a room has 60 characters, and the name of the host. */
const isAddress = /^https?:\/\/[!-~]{1,290}$/;

/**
 * A QR code of an address, row by row: each a number in base 16, whose binary digits are its modules, 1
 * where it is dark. It has as many modules as there are rows. Null for what is no address, or a very long
 * one. Pages ask for it, so that none of them carries what draws it.
 */
export function qrRows(address: unknown): readonly string[] | null {
  if (typeof address !== 'string' || !isAddress.test(address)) return null;
  const { data } = encode(address, { ecc: 'M', border: 0 });
  return data.map((row) => BigInt(`0b${row.map(Number).join('')}`).toString(16));
}
