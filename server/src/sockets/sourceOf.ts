import { isIPv6 } from 'node:net';

/** What counts as one source: an IPv4 address, or the 64 bits that one IPv6 connection is given whole. */
export function sourceOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped) return mapped;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const left = Array<string>(8 - head.length - tail.length).fill('0');
  const groups = [...head, ...left, ...tail].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
