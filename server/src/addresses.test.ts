import { networkInterfaces } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { addresses, reachableOrigin } from './addresses.ts';

vi.mock('node:os', () => ({ networkInterfaces: vi.fn() }));
const network = (...found: object[]) =>
  vi.mocked(networkInterfaces).mockReturnValue({ any: found } as ReturnType<typeof networkInterfaces>);

describe('the address that others can reach', () => {
  it('NET1 is that of the local network, never this machine’s own', () => {
    network(
      { family: 'IPv4', internal: true, address: '127.0.0.1' },
      { family: 'IPv6', internal: false, address: 'fe80::1' },
      { family: 'IPv4', internal: false, address: '192.168.1.20' },
    );
    expect(addresses('0.0.0.0', 3000)).toEqual(['http://localhost:3000', 'http://192.168.1.20:3000']);
    expect(reachableOrigin(null, '0.0.0.0', 3000)).toBe('http://192.168.1.20:3000');
  });

  it('NET1 is none where only this machine reaches the server', () => {
    network({ family: 'IPv4', internal: true, address: '127.0.0.1' });
    for (const host of ['0.0.0.0', '127.0.0.1', 'localhost', '::1'])
      expect([host, reachableOrigin(null, host, 3000)]).toEqual([host, null]);
  });

  it('is what the operator says, before all else', () => {
    network();
    expect(reachableOrigin(new URL('https://fullturn.example'), '127.0.0.1', 3000)).toBe(
      'https://fullturn.example',
    );
  });
});
