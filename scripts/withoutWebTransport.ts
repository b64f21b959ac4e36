import type { Plugin } from 'vite';

const nothing = '\0without-webtransport';

/** Pages speak WebSocket and polling (D10); Socket.IO's client would bring a third way to all of them. */
export function withoutWebTransport(): Plugin {
  return {
    name: 'without-webtransport',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './webtransport.js' && importer?.includes('/engine.io-client/') ? nothing : null,
    load: (id) => (id === nothing ? 'export const WT = undefined;' : null),
  };
}
