import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.ts';

const executablePath = findBrowser();
/** Full Chromium asks the world for updates; the headless shell does not. Neither shall find it. A name
 * that browsers do not hold for secure leads here, as on a school's own network. */
const alone =
  '--host-resolver-rules=MAP school.test 127.0.0.1 , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  workers: 2,
  timeout: 180_000,
  // Eight screens and two servers on two cores: what a busy machine cost a test once is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    actionTimeout: 20_000,
    trace: process.env.TRACE ? 'on' : 'off',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: [alone] },
  },
});
