import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { pageWeights, type PageName, type PageWeight, type Script } from './pageWeights.ts';

/** Packed kilobytes, of a thousand bytes. What they were, and why they are these: docs/decisions/0013. */
const limits: Readonly<Record<PageName, number>> = {
  participant: 108,
  wall: 68,
  console: 141,
  home: 31,
  join: 25,
};

/** What is too heavy, in a sentence; null when the page is within its limit, in packed kilobytes. */
export function tooHeavy(page: string, { bytes, heaviest }: PageWeight, limit: number): string | null {
  if (bytes <= limit * 1000) return null;
  const most = heaviest.map((one) => `${one.module} (${kilobytes(one.bytes)} kB before packing)`);
  return (
    `The page "${page}" loads ${kilobytes(bytes)} kB of packed scripts, and ${limit} kB is the most. ` +
    `Its heaviest modules: ${most.join(', ')}.`
  );
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
        const problems = pages.map(([page, weight]) => tooHeavy(page, weight, limits[page]));
        const found = problems.filter((problem) => problem !== null);
        if (found.length > 0) this.error(found.join('\n'));
        figures = JSON.stringify(Object.fromEntries(pages.map(([page, { bytes }]) => [page, bytes])));
      },
    },
    writeBundle({ dir = '' }) {
      mkdirSync(join(dir, '.figures'), { recursive: true });
      writeFileSync(join(dir, '.figures', 'pages.json'), figures);
    },
  };
}
