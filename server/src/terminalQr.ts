import { renderUnicodeCompact } from 'uqr';

/** White on black whatever the terminal's colours are: many cameras do not read it the other way round. */
const [whiteOnBlack, asBefore] = ['\u001b[97;40m', '\u001b[0m'];

/** A QR code for a terminal, two rows of it in each line. */
export const terminalQr = (address: string): string =>
  renderUnicodeCompact(address, { ecc: 'M', border: 2 })
    .split('\n')
    .map((line) => `  ${whiteOnBlack}${line}${asBefore}\n`)
    .join('');
