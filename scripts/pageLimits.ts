import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { pageWeights, type PageName, type PageWeight, type Script } from './pageWeights.ts';

interface PageLimit {
  /** What the page waits for, until its door or its lobby stands. */
  readonly first: number;
  /** What it fetches in a whole session. */
  readonly whole: number;
}

/** Packed kilobytes, of a thousand bytes. What they were, and why they are these: docs/decisions/0013. */
const limits: Readonly<Record<PageName, PageLimit>> = {
  participant: { first: 60, whole: 108 },
  wall: { first: 55, whole: 60 },
  console: { first: 138, whole: 138 },
  home: { first: 31, whole: 31 },
  join: { first: 24, whole: 24 },
};

/** What is too heavy, in sentences; none when the page is within its limits, in packed kilobytes. */
export function tooHeavy(page: string, { first, whole, heaviest }: PageWeight, limit: PageLimit): string[] {
  const most = heaviest.map((one) => `${one.module} (${kilobytes(one.bytes)} kB before packing)`);
  const sentence = (when: string, bytes: number, limit: number): string[] =>
    bytes <= limit * 1000
      ? []
      : [
          `The page "${page}" loads ${kilobytes(bytes)} kB of packed scripts ${when}, and ${limit} kB is the most. ` +
            `Its heaviest modules: ${most.join(', ')}.`,
        ];
  return [
    ...sentence('before it stands', first, limit.first),
    ...sentence('in a whole session', whole, limit.whole),
  ];
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** Stops the build when a page is over its limit, and leaves the figures beside the pages, unserved. */
export function pageLimits(): Plugin {
  let figures = '';
  return {
    name: 'page-limits',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const scripts = Object.values(bundle).filter((one) => one.type === 'chunk') satisfies Script[];
        const weights = pageWeights(scripts);
        const pages = Object.entries(weights) as [PageName, PageWeight][];
        const found = pages.flatMap(([page, weight]) => tooHeavy(page, weight, limits[page]));
        if (found.length > 0) this.error(found.join('\n'));
        figures = JSON.stringify(
          Object.fromEntries(pages.map(([page, { first, whole }]) => [page, { first, whole }])),
        );
      },
    },
    writeBundle({ dir = '' }) {
      mkdirSync(join(dir, '.figures'), { recursive: true });
      writeFileSync(join(dir, '.figures', 'pages.json'), figures);
    },
  };
}
