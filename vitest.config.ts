import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte({ configFile: 'client/svelte.config.js' })],
  test: {
    projects: [
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: {
          name: 'unit',
          // Pure functions leave nothing behind: one process runs many files, in half the time.
          isolate: false,
          // A law plays hundreds of meetings; on a busy machine that takes longer than the usual five seconds.
          testTimeout: 30_000,
          setupFiles: ['tests/support/allWords.ts'],
          include: [
            '{shared,server,client}/src/**/*.test.ts',
            'demo/**/*.test.ts',
            'tests/{laws,bench}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: ['tests/{contract,fuzz,faults}/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
