import { networkInterfaces } from 'node:os';

/** Addresses by which this server can be reached: this machine first, then those others can use. */
export function addresses(host: string, port: number): string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  if (!everywhere) return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  const others = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
  return [`http://localhost:${port}`, ...others];
}

/** The origin to put into links and pictures for others; null when only this machine reaches the server. */
export function reachableOrigin(publicUrl: URL | null, host: string, port: number): string | null {
  if (publicUrl) return publicUrl.origin;
  const loopback = /^http:\/\/(localhost|127\.|\[::1\])/;
  return addresses(host, port).find((address) => !loopback.test(address)) ?? null;
}
