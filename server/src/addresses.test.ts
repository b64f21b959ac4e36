import { networkInterfaces } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { addresses, reachableOrigin } from './addresses.ts';

vi.mock('node:os', () => ({ networkInterfaces: vi.fn() }));
const devices = (found: Record<string, object[]>) =>
  vi.mocked(networkInterfaces).mockReturnValue(found as ReturnType<typeof networkInterfaces>);
const network = (...found: object[]) => devices({ eth0: found });

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

  it('NET1 is the network of the room rather than a container’s, a tunnel’s or one’s own making', () => {
    const at = (address: string) => [{ family: 'IPv4', internal: false, address }];
    devices({
      docker0: at('172.17.0.1'),
      utun3: at('10.8.0.2'),
      'vEthernet (WSL)': at('172.20.0.1'),
      en5: at('169.254.10.1'),
      eth1: at('203.0.113.7'),
      'Wi-Fi': at('10.0.0.12'),
      enp3s0: at('172.31.255.4'),
    });
    expect(addresses('0.0.0.0', 80).slice(1)).toEqual(
      [
        '10.0.0.12',
        '172.31.255.4',
        '203.0.113.7',
        '172.17.0.1',
        '10.8.0.2',
        '172.20.0.1',
        '169.254.10.1',
      ].map((address) => `http://${address}:80`),
    );
  });

  it('is what the operator says, before all else', () => {
    network();
    expect(reachableOrigin(new URL('https://fullturn.example'), '127.0.0.1', 3000)).toBe(
      'https://fullturn.example',
    );
  });
});
