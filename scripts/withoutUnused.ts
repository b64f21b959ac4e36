import type { Plugin } from 'vite';

interface UnusedPart {
  /** The library it is in. */
  readonly library: string;
  /** As the library's own files import it. */
  readonly source: string;
  /** What stands in its place. */
  readonly instead: string;
}

/** The versions in which the parts below were seen to be unused. */
export const lookedAt: Readonly<Record<string, string>> = {
  'engine.io-client': '6.6.8',
  'engine.io-parser': '5.2.3',
  'socket.io-parser': '4.2.7',
};

/** What pages would load of Socket.IO's client and never run; why they never do stands beside each. */
export const unusedParts: readonly UnusedPart[] = [
  // Pages speak WebSocket and polling (D10); this would be a third way.
  { library: 'engine.io-client', source: './webtransport.js', instead: 'export const WT = undefined;' },
  // A page asks the server it came from, and so names no address.
  {
    library: 'engine.io-client',
    source: './contrib/parseuri.js',
    instead: "export const parse = () => { throw new Error('No page connects elsewhere.'); };",
  },
  // Every message is JSON (messages.ts); pictures go by HTTP. What is binary all the same ends the connection.
  {
    library: 'socket.io-parser',
    source: './is-binary.js',
    instead: 'export const isBinary = () => false; export const hasBinary = () => false;',
  },
  {
    library: 'socket.io-parser',
    source: './binary.js',
    instead: `const refuse = () => { throw new Error('Messages are JSON.'); };
      export { refuse as deconstructPacket, refuse as reconstructPacket };`,
  },
  {
    library: 'engine.io-parser',
    source: './contrib/base64-arraybuffer.js',
    instead: "export const decode = () => { throw new Error('Messages are JSON.'); };",
  },
];

const prefix = '\0unused:';

/** Leaves them out, and stops the build where one is not met: the library has changed, so look at it anew. */
export function withoutUnused(): Plugin {
  const met = new Set<UnusedPart>();
  return {
    name: 'without-unused',
    apply: 'build',
    enforce: 'pre',
    config: () => ({ build: { rolldownOptions: { treeshake: { moduleSideEffects: [...onlyIfUsed] } } } }),
    resolveId(source, importer) {
      const part = unusedParts.find((one) => one.source === source && importer?.includes(`/${one.library}/`));
      if (!part) return null;
      met.add(part);
      return prefix + part.library + part.source;
    },
    load(id) {
      const part = unusedParts.find(({ library, source }) => id === prefix + library + source);
      return part ? part.instead : null;
    },
    buildEnd(error) {
      const missed = unusedParts.filter((part) => !met.has(part));
      if (!error && missed.length > 0)
        this.error(`No file imports ${missed.map(({ source }) => source).join(', ')} any more.`);
    },
  };
}

/**
 * Modules that do nothing but what is asked of them, though their libraries do not say so: Socket.IO's `io`,
 * of which pages take the manager only, and what Svelte needs for fields, which the wall has none of.
 */
const onlyIfUsed = [
  { test: /\/socket\.io-client\/build\/esm\/index\.js$/, sideEffects: false },
  { test: /\/svelte\/src\/internal\/client\/dom\/elements\/bindings\//, sideEffects: false },
];
