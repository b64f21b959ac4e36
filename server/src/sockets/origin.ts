import type { IncomingMessage } from 'node:http';

/**
 * Whether a request to connect comes from one of our own pages: its Origin is exactly ours. A request
 * without one is let through only where browsers leave it out for their own origin, which is never
 * when they open a WebSocket.
 */
export function fromOurPages({ headers }: IncomingMessage, publicUrl: URL | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers.upgrade === undefined;
  if (publicUrl) return origin === publicUrl.origin;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

/** The address a request came from, with as many proxies believed as there are. */
export function addressOf(
  forwardedFor: string | readonly string[] | undefined,
  socketAddress: string | undefined,
  trustProxy: number,
): string {
  const claimed = [forwardedFor ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const chain = [...claimed, socketAddress ?? 'unknown'];
  return chain.at(-1 - Math.min(trustProxy, chain.length - 1))!;
}
