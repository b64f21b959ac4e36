import { networkInterfaces } from 'node:os';

/** Addresses by which this server can be reached: this machine first, then those others can use, the likeliest first. */
export function addresses(host: string, port: number): string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  if (!everywhere) return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const others = Object.entries(networkInterfaces())
    .flatMap(([name, entries]) => (entries ?? []).map((entry) => ({ name, ...entry })))
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .sort((a, b) => unlikely(a) - unlikely(b))
    .map(({ address }) => `http://${address}:${port}`);
  return [`http://localhost:${port}`, ...others];
}

/** Networks that lead to containers, virtual machines and tunnels: nobody in the room is on them. */
const virtual =
  /^(docker|br-|bridge|veth|virbr|vboxnet|vmnet|vmenet|podman|cni|flannel|tun|tap|utun|wg|zt|tailscale|ppp|ipsec)|vEthernet|VirtualBox|VMware|WSL|Tailscale|ZeroTier/i;
const local = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
/** What a machine gives itself where no network does. */
const selfGiven = /^169\.254\./;

/** How unlikely it is that people in the room are on the same network; 0 is the likeliest. */
function unlikely({ name, address }: { readonly name: string; readonly address: string }): number {
  if (selfGiven.test(address)) return 3;
  if (virtual.test(name)) return 2;
  return local.test(address) ? 0 : 1;
}

/** The origin to put into links and pictures for others; null when only this machine reaches the server. */
export function reachableOrigin(publicUrl: URL | null, host: string, port: number): string | null {
  if (publicUrl) return publicUrl.origin;
  const loopback = /^http:\/\/(localhost|127\.|\[::1\])/;
  return addresses(host, port).find((address) => !loopback.test(address)) ?? null;
}
