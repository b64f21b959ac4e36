import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** `npm run pictures`: the walk of `look/` in every size and light, both lights side by side. */
export default defineConfig({
  ...tests,
  testMatch: 'look/pictures.ts',
  outputDir: '../../test-results/pictures',
  fullyParallel: true,
  workers: 2,
  timeout: 1_200_000,
  retries: 0,
});
