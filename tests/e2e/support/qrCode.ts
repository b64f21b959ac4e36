import { expect, type Locator } from '@playwright/test';
import { encode } from 'uqr';

/** The QR code in a picture is the one of an address, module by module. */
export async function carries(picture: Locator, address: string): Promise<void> {
  const { data } = encode(address, { ecc: 'M', border: 0 });
  await expect(picture.locator('path')).toHaveAttribute(
    'd',
    data.flatMap((row, y) => row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : []))).join(''),
  );
}
